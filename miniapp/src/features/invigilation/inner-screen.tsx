import { View } from '@tarojs/components';
import { TextButton } from '../../ui';
import type { AtDoor } from './use-door';
import './invigilation.scss';

/**
 * A screen within the page of the door and no page of its own: a browser would have to fetch it, and there is no network.
 */
export type InnerProps = { dutyId: string; door: AtDoor; onBack: () => void };

export const BackToList = ({ onBack }: Pick<InnerProps, 'onBack'>) => (
  <View className="door-back">
    <TextButton id="back-to-list" text="‹ 返回名单" onTap={onBack} />
  </View>
);
