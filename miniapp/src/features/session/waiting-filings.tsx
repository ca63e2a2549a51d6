import { contestFilings } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { open, useAnswer } from '../../platform';
import { Cell, Group, Tag } from '../../ui';
import { dueWords } from './duties';

/** The stages whose papers are yet to be filed, what is due first before the rest; silent while there is none. */
export function WaitingFilings({ today }: { today: LocalDate }) {
  const answer = useAnswer(contestFilings.listFilingDuties, {});
  if (answer.state !== 'ready' || answer.data.items.length === 0) return null;
  return (
    <Group title="试题备案待办" foot="报备案后，在这里上传回执或填写编号，就办完了。">
      {answer.data.items.map(({ noticeId, stage, stageName, title, to, ...due }) => (
        <Cell
          key={`${noticeId}-${stage}`}
          id={`filing-due-${stage}`}
          title={`${stageName}试题报${to}备案`}
          note={`${dueWords(due, today)}；${title}`}
          value={due.overdue ? <Tag text="已逾期" tone="stop" /> : undefined}
          onTap={() => open('/packages/contest/entries/index', { id: noticeId })}
        />
      ))}
    </Group>
  );
}
