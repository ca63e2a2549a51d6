import { applications } from '@jikaotong/shared/contract';
import { open, useAnswer, useSignIn } from '../../platform';
import { examDayWords } from '@jikaotong/shared/words';
import { Cell, Group } from '../../ui';
import { offeringName } from '../notice';
import { keptTickets } from './kept-ticket';
import { useTicketHygiene } from './use-ticket';

/** Tickets opened on this phone, while the network or the sign-in is still on its way. */
export function KeptTickets() {
  const { phase } = useSignIn();
  useTicketHygiene();
  const mine = useAnswer(
    applications.listMyApplications,
    { query: { limit: 200 } },
    { enabled: phase === 'in', whole: true },
  );
  const isAway =
    (mine.state === 'refused' && mine.refusal.code === 'offline') ||
    (mine.state === 'ready' && mine.keptAt !== undefined);
  const tickets = phase === 'starting' || isAway ? keptTickets() : [];
  if (tickets.length === 0) return null;
  const names = new Set(tickets.map(({ ofStage }) => examDayWords(ofStage).ticket));
  return (
    <Group title={`已保存在手机里的${[...names].join('、')}`}>
      {tickets.map((ticket) => (
        <Cell
          key={ticket.applicationId}
          id={`kept-ticket-${ticket.applicationId}`}
          title={offeringName(ticket.offering)}
          note={`${examDayWords(ticket.ofStage).ticketNumber} ${ticket.number}`}
          onTap={() => open('/packages/exam/ticket/index', { id: ticket.applicationId })}
        />
      ))}
    </Group>
  );
}
