import { Text, View } from '@tarojs/components';
import type { PropsWithChildren, ReactNode } from 'react';
import { Tappable } from './tappable';
import './cell.scss';

type Props = PropsWithChildren<{
  title: ReactNode;
  /** A quiet second line. */
  note?: ReactNode;
  /** What stands at the right edge; it wraps, it is never cut. */
  value?: ReactNode | undefined;
  onTap?: () => void;
  id?: string;
  label?: string;
}>;

/** A row of a group; with `onTap` it leads somewhere and shows an arrow. */
export function Cell({ title, note, value, onTap, id, label, children }: Props) {
  const inside = (
    <>
      <View className="cell__main">
        <View className="cell__title">{title}</View>
        {note ? <View className="cell__note">{note}</View> : null}
        {children}
      </View>
      {value === undefined ? null : <View className="cell__value">{value}</View>}
      {onTap ? <Text className="cell__arrow" /> : null}
    </>
  );
  return onTap ? (
    <Tappable className="cell" id={id} label={label} onTap={onTap}>
      {inside}
    </Tappable>
  ) : (
    // why: h5 would write an absent id as the word undefined
    <View className="cell" {...(id === undefined ? {} : { id })}>
      {inside}
    </View>
  );
}
