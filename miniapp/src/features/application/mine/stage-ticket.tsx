import { type EntryView, stageRankings } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { lastDayOf } from '@jikaotong/shared/rules/calendar';
import { examDayWords } from '@jikaotong/shared/words';
import { open, useAnswer } from '../../../platform';
import { BigButton } from '../../../ui';

type Props = { of: EntryView; today: LocalDate };

/** The ticket for the stage that comes next, or is held now; nothing where one holds none. */
export function StageTicket({ of: { id, state, contest }, today }: Props) {
  const isToCome = contest.stages.some(
    ({ announced, cancelled }) => announced !== null && !cancelled && lastDayOf(announced) >= today,
  );
  const answer = useAnswer(
    stageRankings.listMyStages,
    { params: { id } },
    { enabled: state === 'entered' && isToCome },
  );
  const stages = answer.state === 'ready' ? answer.data.items : [];
  const ticket = stages.find(
    ({ announced, ticket: held }) => held && announced && lastDayOf(announced) >= today,
  )?.ticket;
  if (!ticket) return null;
  return (
    <BigButton
      id={`stage-ticket-${id}`}
      text={`查看${examDayWords(true).ticket}`}
      onTap={() => open('/packages/exam/ticket/index', { id: ticket.id })}
    />
  );
}
