import { sittings as contract } from '@jikaotong/shared/contract';
import { timeOfDay } from '@jikaotong/shared/kernel';
import { maskNumber } from '@jikaotong/shared/rules/identity';
import { DEFAULT_PAGE, type Route, command, lastSeen, pageOf, query, refuse } from '../../platform/http';
import { admittedOf, listPaid } from '../participants';
import { issueToSeated } from './issue-tickets';
import { seatPaid } from './seat-session';
import { countSeated, countTickets, listSittings, ticketsOf } from './sitting.repository';
import { lockedStaffSession, staffSession } from './staff-session';

const seatSession = command(contract.seatSession, {
  handle: async (c) => {
    const session = await lockedStaffSession(c, contract.seatSession.who);
    await seatPaid(c, session);
    return { id: session.id };
  },
  present: async (c, sessionId) => ({ seated: await countSeated(c.h, sessionId) }),
});

const issueTickets = command(contract.issueTickets, {
  handle: async (c) => {
    const session = await lockedStaffSession(c, contract.issueTickets.who);
    const waiting = (await listPaid(c.h, session.id)).filter(({ seated }) => !seated);
    if (waiting.length > 0) refuse('not-seated', { missing: waiting.length });
    await issueToSeated(c, session);
    return { id: session.id };
  },
  present: async (c, sessionId) => ({ issued: await countTickets(c.h, sessionId) }),
});

const listSeats = query(contract.listSeats, async (c) => {
  const session = await staffSession(c, contract.listSeats.who);
  const { cursor, limit = DEFAULT_PAGE } = c.input.query;
  const rows = await listSittings(c.h, session.id, { after: lastSeen(cursor), limit: limit + 1 });
  const page = pageOf(rows, limit, (row) => [row.id]);
  const ids = [...new Set(page.items.map(({ participantId }) => participantId))];
  const candidates = new Map((await admittedOf(c.h, c.ports.crypto, ids)).map((one) => [one.participantId, one]));
  const tickets = new Map((await ticketsOf(c.h, ids)).map((ticket) => [ticket.participantId, ticket]));
  const items = page.items.flatMap((row) => {
    const candidate = candidates.get(row.participantId);
    const ticket = tickets.get(row.participantId);
    if (!candidate) return [];
    return [
      {
        applicationId: candidate.candidateId,
        name: candidate.name,
        documentNumberMasked: maskNumber(candidate.documentNumber),
        ticketNumber: ticket?.number ?? null,
        offeringCode: row.offeringCode,
        subject: row.subject,
        day: row.day,
        startsAt: timeOfDay(row.startsAt),
        siteName: row.siteName,
        roomName: row.roomName,
        seat: row.seat,
        issuedAt: ticket?.issuedAt ?? null,
      },
    ];
  });
  return { items, next: page.next };
});

export const routes: Route[] = [seatSession, issueTickets, listSeats];
