import { View } from '@tarojs/components';
import { BigButton } from './buttons';
import { NoticeBar } from './notice-bar';
import { Sheet } from './sheet';

/** One that stays behind, with what somebody must look at. */
export type SkippedItem = { readonly id: string; readonly name: string; readonly why: string };

type Props = {
  /** How many went through, and what those people hear of it. */
  done: { readonly count: number; readonly told: string };
  left: readonly SkippedItem[];
  onClose: () => void;
};

/** What became of several that were approved together, and one by one why the others were left. */
export const BulkReport = ({ done, left, onClose }: Props) => (
  <Sheet title="批量通过" onClose={onClose} action={<BigButton id="bulk-done" text="知道了" onTap={onClose} />}>
    {done.count > 0 ? (
      <NoticeBar tone="go">
        已通过 {done.count} 份，{done.told}。
      </NoticeBar>
    ) : null}
    {left.length > 0 ? (
      <NoticeBar tone="warn" title={`${left.length} 份留下逐份看`}>
        {left.map(({ id, name, why }) => (
          <View key={id + why}>
            {name ? `${name}：` : ''}
            {why}
          </View>
        ))}
      </NoticeBar>
    ) : null}
  </Sheet>
);
