import { Text } from '@tarojs/components';
import './tag.scss';

export type Tone = 'quiet' | 'go' | 'info' | 'warn' | 'stop';

/** A short state in words; the tone only supports what the words say. */
export function Tag({ text, tone = 'quiet' }: { text: string; tone?: Tone }) {
  return <Text className={`tag tag--${tone}`}>{text}</Text>;
}
