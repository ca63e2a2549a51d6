import { View } from '@tarojs/components';
import { TextButton } from './buttons';
import './pick-tools.scss';

type Props = { picking: boolean; all: string; onStart: () => void; onAll: () => void; onStop: () => void };

/** Begins to pick several of a list to decide them together; then picks all, or leaves it. */
export const PickTools = ({ picking, all, onStart, onAll, onStop }: Props) => (
  <View className="pick-tools">
    {picking ? (
      <>
        <TextButton id="pick-all" text={all} onTap={onAll} />
        <TextButton id="pick-stop" text="取消" onTap={onStop} />
      </>
    ) : (
      <TextButton id="pick-start" text="批量通过" onTap={onStart} />
    )}
  </View>
);
