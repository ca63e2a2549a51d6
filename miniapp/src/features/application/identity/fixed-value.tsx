import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';

/** A value that stands in a form without being typed there. */
export const FixedValue = ({ children }: PropsWithChildren) => <View className="shown">{children}</View>;
