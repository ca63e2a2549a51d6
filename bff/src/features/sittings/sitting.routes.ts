import { sittings as contract } from '@jikaotong/shared/contract';
import { seatList } from '@jikaotong/shared/lists';
import { type Route, command, refuse } from '../../platform/http';
import { serveList } from '../../platform/lists';
import { listPaid } from '../participants';
import { issueToSeated } from './issue-tickets';
import { seatSource } from './seat-list.repository';
import { seatPaid } from './seat-session';
import { countSeated, countTickets } from './sitting.repository';
import { lockedStaffSession } from './staff-session';

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

const seats = serveList(seatList, seatSource);

export const routes: Route[] = [seatSession, issueTickets, ...seats.routes];
