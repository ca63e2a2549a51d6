import { View } from '@tarojs/components';
import type { PropsWithChildren, ReactNode } from 'react';
import { aria } from './aria';
import { useLooks } from './looks';
import './page.scss';

/** `action`: always in reach at the lower edge, the one next step of the screen. `wide`: a desk of its own, as high as the window. `broad`: room for two columns. */
type Props = PropsWithChildren<{ action?: ReactNode; wide?: boolean; broad?: boolean }>;

/** The frame of every screen: ground colour, type size, safe areas. */
export function Page({ action, wide = false, broad = false, children }: Props) {
  const { large, banner } = useLooks();
  return (
    <View
      className={`looks${large ? ' looks--large' : ''} page${wide ? ' page--wide' : ''}${broad ? ' page--broad' : ''}`}
      {...(process.env.TARO_ENV === 'h5' ? aria({ role: 'main' }) : {})}
    >
      {banner}
      <View className={action ? 'page__body page__body--above-action' : 'page__body'}>{children}</View>
      {action ? <View className="page__action">{action}</View> : null}
    </View>
  );
}
