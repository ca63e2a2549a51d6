import { sittings as contract } from '@jikaotong/shared/contract';
import { type Route, command, query, refuse } from '../../platform/http';
import { findParticipants } from '../participants';
import { issueToSeated } from './issue-tickets';
import { freeSeatsFor, loadSitting, moveSeat } from './move-seat';
import { previewLate, seatLate } from './seat-late';
import { previewSeats } from './preview-seats';
import { seatPaid } from './seat-session';
import { promisedSeating } from './seating.repository';
import { seatAt } from './seat-view';
import { sittersOf } from './sitters';
import { countSeated, countTickets } from './sitting.repository';
import { lockedStaffExamDay, staffExamDay } from './staff-session';

const seatSession = command(contract.seatSession, {
  handle: async (ctx) => {
    const session = await lockedStaffExamDay(ctx, contract.seatSession.who);
    await seatPaid(ctx, session, ctx.actor.accountId);
    return { id: session.id };
  },
  present: async (ctx, sessionId) => ({ seated: await countSeated(ctx.h, sessionId) }),
});

const previewSeating = command(contract.previewSeating, {
  handle: async (ctx) => {
    const session = await lockedStaffExamDay(ctx, contract.previewSeating.who);
    // what is shown must be what would be done: by a seed that stays
    await promisedSeating(ctx, session.id);
    return { id: session.id };
  },
  present: async (ctx) => previewSeats(ctx, await staffExamDay(ctx, contract.previewSeating.who)),
});

const issueTickets = command(contract.issueTickets, {
  handle: async (ctx) => {
    const session = await lockedStaffExamDay(ctx, contract.issueTickets.who);
    const waiting = (await sittersOf(ctx.h, session)).filter(({ seated }) => !seated);
    if (waiting.length > 0) refuse('not-seated', { missing: waiting.length });
    await issueToSeated(ctx, session);
    return { id: session.id };
  },
  present: async (ctx, sessionId) => ({ issued: await countTickets(ctx.h, sessionId) }),
});

const listFreeSeats = query(contract.listFreeSeats, async (ctx) => {
  const session = await staffExamDay(ctx, contract.listFreeSeats.who);
  const sitting = await loadSitting(ctx, session.id, ctx.input.params.sittingId);
  const [participant] = await findParticipants(ctx.h, [sitting.participantId]);
  const rooms = await freeSeatsFor(ctx, sitting);
  return {
    name: participant?.name ?? '',
    subject: sitting.subject,
    at: seatAt(sitting),
    rooms: rooms.flatMap(({ of, free }) => {
      if (!of || free.length === 0) return [];
      const { day, startsAt, siteName, roomName } = seatAt(of);
      return [{ day, startsAt, siteName, roomId: of.roomId, roomName, free }];
    }),
  };
});

const moveOne = command(contract.moveSeat, {
  handle: async (ctx) => {
    const session = await lockedStaffExamDay(ctx, contract.moveSeat.who);
    await moveSeat(ctx, session, { ...ctx.input.body, byAccountId: ctx.actor.accountId });
    return { id: ctx.input.body.sittingId };
  },
  present: async (ctx, sittingId) => ({ at: seatAt(await loadSitting(ctx, ctx.input.params.id, sittingId)) }),
});

const previewLateSeats = command(contract.previewLateSeats, {
  handle: async (ctx) => {
    const session = await lockedStaffExamDay(ctx, contract.previewLateSeats.who);
    // what is shown must be what would be done: by a seed that stays
    await promisedSeating(ctx, session.id);
    return { id: session.id };
  },
  present: async (ctx) => previewLate(ctx, await staffExamDay(ctx, contract.previewLateSeats.who)),
});

const seatLateComers = command(contract.seatLate, {
  handle: async (ctx) => {
    const session = await lockedStaffExamDay(ctx, contract.seatLate.who);
    await seatLate(ctx, session, { moves: ctx.input.body.moves, byAccountId: ctx.actor.accountId });
    return { id: session.id };
  },
  present: async (ctx, sessionId) => ({ seated: await countSeated(ctx.h, sessionId) }),
});

export const routes: Route[] = [
  seatSession,
  previewSeating,
  issueTickets,
  listFreeSeats,
  moveOne,
  previewLateSeats,
  seatLateComers,
];
