import { applications } from '@jikaotong/shared/contract';
import { open, useAnswer, useSignIn } from '../../platform';
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
  return (
    <Group title="已保存在手机里的准考证">
      {tickets.map((ticket) => (
        <Cell
          key={ticket.applicationId}
          id={`kept-ticket-${ticket.applicationId}`}
          title={offeringName(ticket.offering)}
          note={`准考证号 ${ticket.number}`}
          onTap={() => open('/packages/exam/ticket/index', { id: ticket.applicationId })}
        />
      ))}
    </Group>
  );
}
