import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import './columns.scss';

/** At a desk side by side, on a phone one below the other; on a `broad` page. */
export const Columns = ({ first, second }: { first: ReactNode; second: ReactNode }) => (
  <View className="columns">
    <View className="columns__one">{first}</View>
    <View className="columns__one">{second}</View>
  </View>
);
