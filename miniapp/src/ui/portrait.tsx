import { View } from '@tarojs/components';
import type { PropsWithChildren, ReactNode } from 'react';
import { Picture } from './picture';
import './portrait.scss';

type Props = PropsWithChildren<{
  /** Where the picture is; null while there is none. */
  src: string | null;
  /** Buttons below the words. */
  ways?: ReactNode;
}>;

/** A portrait with words beside it. */
export function Portrait({ src, ways, children }: Props) {
  return (
    <View className="portrait">
      {src ? <Picture className="portrait__picture" src={src} mode="aspectFit" label="证件照片" /> : null}
      <View className="portrait__side">
        {children}
        {ways ? <View className="portrait__ways">{ways}</View> : null}
      </View>
    </View>
  );
}
