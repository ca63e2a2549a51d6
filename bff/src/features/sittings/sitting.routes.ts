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
  handle: async (ctx) => {
    const session = await lockedStaffSession(ctx, contract.seatSession.who);
    await seatPaid(ctx, session, ctx.actor.accountId);
    return { id: session.id };
  },
  present: async (ctx, sessionId) => ({ seated: await countSeated(ctx.h, sessionId) }),
});

const issueTickets = command(contract.issueTickets, {
  handle: async (ctx) => {
    const session = await lockedStaffSession(ctx, contract.issueTickets.who);
    const waiting = (await listPaid(ctx.h, session.id)).filter(({ seated }) => !seated);
    if (waiting.length > 0) refuse('not-seated', { missing: waiting.length });
    await issueToSeated(ctx, session);
    return { id: session.id };
  },
  present: async (ctx, sessionId) => ({ issued: await countTickets(ctx.h, sessionId) }),
});

const seats = serveList(seatList, seatSource);

export const routes: Route[] = [seatSession, issueTickets, ...seats.routes];
