import { overview } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { useState } from 'react';
import { open, useAnswer } from '../../platform';
import { Cell, Group, Tag, TextButton } from '../../ui';
import { useStaff } from '../staff';
import { dueWords, dutyTitle } from './duties';
import { ownDutyPage } from './duty';

const SHOWN_FIRST = 6;

/** What is one's own to do in all sessions, what is overdue first, each leading to where it is done (N14). */
export function DutyBoard({ today }: { today: LocalDate }) {
  const { may } = useStaff();
  const [isWhole, setWhole] = useState(false);
  const answer = useAnswer(overview.listDuties, {});
  if (answer.state !== 'ready') return null;
  const own = answer.data.items.flatMap((duty) => {
    const page = ownDutyPage(duty.code, (by) => may(by, duty.bodyId));
    return page ? [{ duty, page }] : [];
  });
  if (own.length === 0) return null;
  const late = own.filter(({ duty }) => duty.overdue).length;
  return (
    <Group
      title={`我的待办 ${own.length} 项${late > 0 ? `，其中 ${late} 项已逾期` : ''}`}
      foot={answer.data.isCut ? '更早的批次请打开批次查看。' : null}
    >
      {(isWhole ? own : own.slice(0, SHOWN_FIRST)).map(({ duty, page }) => (
        <Cell
          key={`${duty.sessionId} ${duty.code}`}
          id={`board-${duty.code}-${duty.sessionId}`}
          title={dutyTitle(duty)}
          note={`${dueWords(duty, today)} · ${duty.sessionName}`}
          value={duty.overdue ? <Tag text="已逾期" tone="stop" /> : undefined}
          onTap={() => open(page.page, { ...page.asks, session: duty.sessionId, id: duty.sessionId })}
        />
      ))}
      {isWhole || own.length <= SHOWN_FIRST ? null : (
        <TextButton id="board-all" text={`还有 ${own.length - SHOWN_FIRST} 项`} onTap={() => setWhole(true)} />
      )}
    </Group>
  );
}
