import { contestFilings, contests } from '@jikaotong/shared/contract';
import { useState } from 'react';
import { useAnswer } from '../../platform';
import { Group, Source } from '../../ui';
import { useStaff } from '../staff';
import { FilingCell } from './filing-cell';
import { FilingSheet } from './filing-sheet';

/** At the desk of a stage: whether its papers are filed, and the way to note it; nothing where none have to be. */
export function FilingOfStage({ id, bodyId }: { id: string; bodyId: string }) {
  const answer = useAnswer(contestFilings.getStageFiling, { params: { id } });
  const { may } = useStaff();
  const [opened, setOpened] = useState(false);
  if (answer.state !== 'ready' || answer.data.filing === null) return null;
  const { filing } = answer.data;
  return (
    <Group title="试题备案" foot={<Source of={filing.source}>开赛前报{filing.to}备案，留存回执</Source>}>
      <FilingCell
        title={`${filing.stageName}试题备案`}
        of={filing}
        {...(may(contests.fileStagePapers, bodyId) && { onTap: () => setOpened(true) })}
      />
      {opened ? (
        <FilingSheet
          noticeId={filing.noticeId}
          stage={filing.stage}
          filed={filing.filed}
          onClose={() => setOpened(false)}
        />
      ) : null}
    </Group>
  );
}
