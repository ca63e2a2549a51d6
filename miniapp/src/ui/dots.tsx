import { Text, View } from '@tarojs/components';
import { aria } from './aria';
import './dots.scss';

export type Dot = { readonly title: string; readonly state: 'done' | 'now' | 'coming' };

const STATE_WORDS = { done: '已完成', now: '进行中', coming: '' } as const;

/** A way of a few steps at a glance: what is done, where one stands, what comes. */
export function Dots({ dots }: { dots: readonly Dot[] }) {
  const label = dots.map(({ title, state }) => `${title}${STATE_WORDS[state]}`).join('，');
  return (
    <View className="dots" {...aria({ role: 'img', label })}>
      {dots.map(({ title, state }) => (
        <View key={title} className={`dots__one dots__one--${state}`}>
          <View className="dots__dot">{state === 'done' ? <Text>✓</Text> : null}</View>
          <View className="dots__title">{title}</View>
        </View>
      ))}
    </View>
  );
}
