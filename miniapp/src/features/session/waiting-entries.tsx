import { overview } from '@jikaotong/shared/contract';
import { open, useAnswer } from '../../platform';
import { Cell, Group } from '../../ui';

/** The competitions in which entries wait for a decision; silent while there is none. */
export function WaitingEntries() {
  const answer = useAnswer(overview.listWaitingEntries, {});
  if (answer.state !== 'ready' || answer.data.items.length === 0) return null;
  return (
    <Group title="参赛报名等待核对">
      {answer.data.items.map(({ noticeId, title, waiting }) => (
        <Cell
          key={noticeId}
          id={`waiting-${noticeId}`}
          title={title}
          value={`${waiting} 人`}
          onTap={() => open('/packages/contest/entries/index', { id: noticeId, state: 'submitted' })}
        />
      ))}
    </Group>
  );
}
