import { Text, View } from '@tarojs/components';
import type { PropsWithChildren, ReactNode } from 'react';
import { aria } from './aria';
import { useLooks } from './looks';
import { useEscape } from './on-escape';
import { Portal } from './portal';
import { Settling } from './settled';
import { Tappable } from './tappable';
import './sheet.scss';

type Props = PropsWithChildren<{ title: string; onClose: () => void; action?: ReactNode }>;

/** A panel that rises from the lower edge; render it only while it is open. */
export function Sheet({ title, onClose, action, children }: Props) {
  const { large } = useLooks();
  useEscape(onClose);
  return (
    <Portal>
      <View className={large ? 'looks looks--large sheet' : 'looks sheet'}>
        <View className="sheet__shade" catchMove onClick={onClose} />
        <View className="sheet__panel" {...aria({ role: 'dialog', label: title })}>
          <View className="sheet__head" catchMove>
            <Text className="sheet__title">{title}</Text>
            <Tappable className="sheet__close" label="关闭" onTap={onClose}>
              <Text>关闭</Text>
            </Tappable>
          </View>
          <View className="sheet__body">{children}</View>
          {action ? (
            <View className="sheet__action">
              <Settling of={title}>{action}</Settling>
            </View>
          ) : null}
        </View>
      </View>
    </Portal>
  );
}
