import { type EntryView, stageRankings } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { lastDayOf } from '@jikaotong/shared/rules/calendar';
import { examDayWords, ownStandingWords } from '@jikaotong/shared/words';
import { open, useAnswer, useOnShow } from '../../platform';
import { BigButton } from '../../ui';

/** One's own way through the stages of an entry, once one is announced; empty until it is known. */
function useOwnStages({ id, state, contest }: EntryView) {
  const isAnnounced = contest.stages.some(({ announced }) => announced !== null);
  const answer = useAnswer(
    stageRankings.listMyStages,
    { params: { id } },
    { enabled: state === 'entered' && isAnnounced },
  );
  useOnShow(() => {
    if (answer.state === 'ready') answer.refresh();
  });
  return answer.state === 'ready' ? answer.data.items : [];
}

/** One's latest rank and whether one goes on; null before the first is published. */
export const useOwnStanding = (entry: EntryView): string | null => ownStandingWords(useOwnStages(entry));

/** The ticket for the stage that comes next, or is held now; nothing where one holds none. */
export function StageTicket({ of: entry, today }: { of: EntryView; today: LocalDate }) {
  const ticket = useOwnStages(entry).find(
    ({ announced, ticket: held }) => held && announced && lastDayOf(announced) >= today,
  )?.ticket;
  if (!ticket) return null;
  return (
    <BigButton
      id={`stage-ticket-${entry.id}`}
      text={`查看${examDayWords(true).ticket}`}
      onTap={() => open('/packages/exam/ticket/index', { id: ticket.id })}
    />
  );
}
