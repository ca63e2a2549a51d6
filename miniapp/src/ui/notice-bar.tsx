import { Text, View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { aria } from './aria';
import './notice-bar.scss';

type Props = PropsWithChildren<{
  tone?: 'info' | 'warn' | 'stop' | 'go';
  title?: string;
  /** Whether it answers a tap, and is brought into sight (`scrollToRefusal`). */
  isAnswer?: boolean;
}>;

/** The sign in front says the tone to those who do not see the colour. */
const SIGNS = { info: 'i', warn: '!', stop: '×', go: '✓' } as const;

/** Something to know before going on. */
export function NoticeBar({ tone = 'info', title, isAnswer = false, children }: Props) {
  return (
    <View
      className={`notice-bar notice-bar--${tone}${isAnswer ? ' notice-bar--answer' : ''}`}
      {...aria({ role: tone === 'stop' ? 'alert' : 'status' })}
    >
      <Text className="notice-bar__sign">{SIGNS[tone]}</Text>
      <View className="notice-bar__text">
        {title ? <View className="notice-bar__title">{title}</View> : null}
        {children}
      </View>
    </View>
  );
}
