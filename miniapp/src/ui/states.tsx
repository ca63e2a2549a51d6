import { Text, View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { aria } from './aria';
import { BigButton } from './buttons';
import './states.scss';

type EmptyProps = PropsWithChildren<{ title: string; action?: string; onAction?: () => void }>;

/** Nothing here yet, why, and what to do next. */
export function Empty({ title, action, onAction, children }: EmptyProps) {
  return (
    <View className="state">
      <View className="state__title">{title}</View>
      {children ? <View className="state__text">{children}</View> : null}
      {action && onAction ? (
        <View className="state__action">
          <BigButton text={action} onTap={onAction} />
        </View>
      ) : null}
    </View>
  );
}

/** Grey lines in the shape of what is on its way. */
export function Loading({ rows = 3 }: { rows?: number }) {
  return (
    <View {...aria({ role: 'status', label: '正在加载' })}>
      {Array.from({ length: rows }, (_, row) => (
        <View className="skeleton" key={row}>
          <View className="skeleton__line skeleton__line--head" />
          <View className="skeleton__line" />
          <View className="skeleton__line skeleton__line--short" />
        </View>
      ))}
    </View>
  );
}

/** The network is away; nothing that was typed is lost. */
export function Offline({ onRetry }: { onRetry: () => void }) {
  return (
    <View className="state" {...aria({ role: 'alert' })}>
      <View className="state__title">网络连接不上</View>
      <View className="state__text">请检查手机网络，已填写的内容不会丢失。</View>
      <View className="state__action">
        <BigButton text="重试" onTap={onRetry} />
      </View>
    </View>
  );
}

type RefusedProps = {
  /** The sentence from words for the code. */
  sentence: string;
  requestId?: string | null;
  onRetry?: () => void;
};

/** The answer was no, with its reason in words. */
export function Refused({ sentence, requestId, onRetry }: RefusedProps) {
  return (
    <View className="state" {...aria({ role: 'alert' })}>
      <View className="state__title">{sentence}</View>
      {requestId ? <Text className="state__number">查询编号 {requestId}</Text> : null}
      {onRetry ? (
        <View className="state__action">
          <BigButton text="重试" tone="plain" onTap={onRetry} />
        </View>
      ) : null}
    </View>
  );
}
