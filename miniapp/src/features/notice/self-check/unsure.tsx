import { View } from '@tarojs/components';
import { TextButton } from '../../../ui';
import './ask.scss';

/** 不确定 under every question. */
export function Unsure({ onTap }: { onTap: () => void }) {
  return (
    <View className="ask__unsure">
      <TextButton id="unsure" text="不确定，先跳过" onTap={onTap} />
    </View>
  );
}
