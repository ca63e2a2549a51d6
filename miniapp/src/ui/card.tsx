import { Text, View } from '@tarojs/components';
import type { PropsWithChildren, ReactNode } from 'react';
import { aria } from './aria';
import './card.scss';

/** A white block of free content. */
export function Card({ children }: PropsWithChildren) {
  return <View className="card">{children}</View>;
}

type GroupProps = PropsWithChildren<{
  title?: string;
  /** A quiet sentence below the block. */
  foot?: ReactNode;
}>;

/** A titled block of rows. */
export function Group({ title, foot, children }: GroupProps) {
  return (
    <View className="group">
      {title ? (
        <View className="group__title" {...aria({ role: 'heading' })}>
          <Text>{title}</Text>
        </View>
      ) : null}
      <View className="group__rows">{children}</View>
      {foot ? <View className="group__foot">{foot}</View> : null}
    </View>
  );
}
