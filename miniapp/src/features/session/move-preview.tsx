import type { ReplyOf, sessionChanges } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { windowWarningSentence } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { Group, NoticeBar } from '../../ui';
import { ReachGroup } from './reach-group';
import { WindowsCompared } from './windows-compared';

type Props = { preview: ReplyOf<typeof sessionChanges.previewSessionChange>; today: LocalDate };

/** What the new days would do: every window before and after, what to look at, and whom it reaches. */
export function MovePreview({ preview: { before, move, reach }, today }: Props) {
  if (!move) return null;
  return (
    <>
      {move.warnings.length > 0 ? (
        <NoticeBar tone="warn" title="请先看">
          {move.warnings.map(({ code, data }) => (
            <View key={code + JSON.stringify(data)}>{windowWarningSentence(code, data)}</View>
          ))}
        </NoticeBar>
      ) : null}
      <Group title="按通知重新算出的时间" foot="点“依据”看条款；已经过去的报名和缴费不会自己重新开放。">
        <WindowsCompared before={before} after={move.windows} today={today} />
      </Group>
      <ReachGroup reach={reach} />
    </>
  );
}
