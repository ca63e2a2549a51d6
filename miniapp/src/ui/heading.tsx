import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { aria } from './aria';
import './heading.scss';

/** The words a screen begins with. */
export function Heading({ title, children }: PropsWithChildren<{ title: string }>) {
  return (
    <View className="heading">
      <View className="heading__title" {...aria({ role: 'heading' })}>
        {title}
      </View>
      {children ? <View className="heading__text">{children}</View> : null}
    </View>
  );
}
