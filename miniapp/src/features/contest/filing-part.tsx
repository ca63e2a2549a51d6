import { type ReplyOf, contests } from '@jikaotong/shared/contract';
import type { StageCode } from '@jikaotong/shared/notice';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Group, Source } from '../../ui';
import { useStaff } from '../staff';
import { FilingCell } from './filing-cell';
import { FilingSheet } from './filing-sheet';
import './contest.scss';

type Props = { of: ReplyOf<typeof contests.getStaffContest> };

/** That the papers of each stage are filed before it where the notice says, with the receipt. */
export function FilingPart({ of: { contest, filing, bodyId } }: Props) {
  const { may } = useStaff();
  const [opened, setOpened] = useState<StageCode | null>(null);
  if (filing === null) return null;
  const mayFile = may(contests.fileStagePapers, bodyId);
  return (
    <Group title="试题备案">
      <View className="contest__source">
        <Source of={filing.source}>每一阶段开赛前报{filing.to}备案，留存回执</Source>
      </View>
      {filing.stages.map((one) => (
        <FilingCell
          key={one.stage}
          title={contest.stages.find(({ code }) => code === one.stage)?.name ?? one.stage}
          of={one}
          {...(mayFile && { onTap: () => setOpened(one.stage) })}
        />
      ))}
      {opened ? (
        <FilingSheet
          noticeId={contest.noticeId}
          stage={opened}
          filed={filing.stages.find(({ stage }) => stage === opened)?.filed ?? null}
          onClose={() => setOpened(null)}
        />
      ) : null}
    </Group>
  );
}
