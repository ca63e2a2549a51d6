import { View } from '@tarojs/components';
import type { PropsWithChildren, ReactNode } from 'react';
import { useLooks } from './looks';
import './page.scss';

type Props = PropsWithChildren<{
  /** Always in reach at the lower edge: the one next step of the screen. */
  action?: ReactNode;
  /** Above everything, such as the demonstration's clock. */
  top?: ReactNode;
}>;

/** The frame of every screen: ground colour, type size, safe areas. */
export function Page({ action, top, children }: Props) {
  const { large } = useLooks();
  return (
    <View className={large ? 'looks looks--large page' : 'looks page'}>
      {top}
      <View className={action ? 'page__body page__body--above-action' : 'page__body'}>{children}</View>
      {action ? <View className="page__action">{action}</View> : null}
    </View>
  );
}
