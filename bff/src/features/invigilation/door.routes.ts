import { type DoorCountsView, invigilation as contract } from '@jikaotong/shared/contract';
import { graceEndsMs } from '@jikaotong/shared/rules/door';
import type * as z from 'zod/mini';
import { type Context, type Route, bodiesOf, command, query, refuse } from '../../platform/http';
import { findParticipants } from '../participants';
import { staffSession } from '../sittings';
import { noteFirst, standingOf, turn } from './attendance.repository';
import { type StoredAct, decide, findActIn, openConflicts } from './door-act.repository';
import { type Duty, dutiesOfHour, dutiesOfSession } from './duty.repository';
import { graceOf } from './own-duty';
import { type Seated, roomHoursOf, seatedIn } from './room-hours.repository';

type Draft = z.input<typeof DoorCountsView>;

const getDoorCounts = query(contract.getDoorCounts, async (ctx) => {
  const session = await staffSession(ctx, contract.getDoorCounts.who);
  const { slot } = ctx.input.query;
  const rooms = await roomHoursOf(ctx.h, session.id, slot);
  const [first] = rooms;
  if (!first) return refuse('not-found');
  const grace = await graceOf(ctx.h, session.bodyId);
  const startsAt = rooms.reduce((least, one) => (one.startsAt < least ? one.startsAt : least), first.startsAt);
  const duties = await dutiesOfHour(ctx.h, session.id, slot);
  return {
    graceEndsAt: graceEndsMs({ day: first.day, graceMinutes: grace.graceMinutes }, { startsAt }),
    ...grace,
    rooms: rooms.map(({ roomId, siteName, roomName, expected, present, absent }) => ({
      roomId,
      siteName,
      roomName,
      expected,
      present,
      absent,
      ...heardIn(duties.filter(({ roomIds }) => roomIds.includes(roomId))),
    })),
    conflicts: await conflictsOf(ctx, { sessionId: session.id, slot, roomIds: rooms.map(({ roomId }) => roomId) }),
  };
});

const heardIn = (duties: readonly Duty[]) => ({
  heardAt: duties.reduce<number | null>(
    (last, { heardAt }) => (heardAt === null ? last : Math.max(last ?? 0, heardAt)),
    null,
  ),
  waiting: duties.reduce((sum, { waiting }) => sum + (waiting ?? 0), 0),
});

type Hour = { readonly sessionId: string; readonly slot: string; readonly roomIds: readonly string[] };

/** What did not count by itself, each with who and where it is about. */
async function conflictsOf({ h }: Context, hour: Hour): Promise<Draft['conflicts']> {
  const acts = await openConflicts(h, hour.sessionId, hour.slot);
  if (acts.length === 0) return [];
  const seats = new Map((await seatedIn(h, hour)).map((seat) => [seat.id, seat]));
  const rooms = new Map([...seats.values()].map(({ roomId, roomName }) => [roomId, roomName]));
  const names = new Map((await dutiesOfSession(h, hour.sessionId)).map(({ id, name }) => [id, name]));
  const people = new Map(
    (
      await findParticipants(
        h,
        acts.flatMap(({ participantId }) => participantId ?? []),
      )
    ).map(({ id, name }) => [id, name]),
  );
  return acts.map((act) => {
    const seat = seats.get(act.sittingId ?? '');
    return {
      id: act.id,
      kind: act.kind,
      reason: act.reason ?? 'not-of-this-duty',
      at: act.at,
      by: names.get(act.dutyId) ?? '',
      roomName: seat?.roomName ?? rooms.get(act.roomId ?? '') ?? null,
      seat: seat?.seat ?? seatInNonce(act),
      name: people.get(act.participantId ?? '') ?? null,
      standing: seat?.state ?? null,
      way: act.way,
    };
  });
}

/** A line of a paper list names its seat behind the nonce. */
const seatInNonce = ({ kind, nonce }: StoredAct): Seated['seat'] | null =>
  kind === 'paper' && nonce.includes(':') ? Number(nonce.split(':')[1]) : null;

const decideDoorAct = command(contract.decideDoorAct, {
  handle: async (ctx) => {
    const bodyIds = bodiesOf(ctx.actor, contract.decideDoorAct.who);
    const act = (await findActIn(ctx.h, bodyIds, ctx.input.params.id)) ?? refuse('not-found');
    const { as, reason } = ctx.input.body;
    const { accountId } = ctx.actor;
    const by = { decidedAs: as, decidedBy: accountId, decidedAt: ctx.now.ms, decision: reason };
    if (!(await decide(ctx.h, act.id, by))) refuse('wrong-state', { state: 'decided' });
    if (as !== 'as-it-stands') await stand(ctx, { act, as, accountId, reason });
    ctx.audit('door-act-decided', { sessionId: act.sessionId, dutyId: act.dutyId }, { as });
    return { id: act.id };
  },
  present: () => Promise.resolve({ done: true as const }),
});

/** Somebody stands as the officer says from now on; refuses `wrong-state` where the marks say otherwise already. */
async function stand(
  { h }: Context,
  of: { act: StoredAct; as: 'present' | 'absent'; accountId: string; reason: string },
): Promise<void> {
  const { sittingId, participantId, sessionId, at } = of.act;
  if (sittingId === null || participantId === null) return refuse('wrong-state');
  const noted = {
    sessionId,
    participantId,
    sittingId,
    state: of.as,
    way: 'officer' as const,
    at,
    dutyId: of.act.dutyId,
    byAccountId: of.accountId,
  };
  if ((await noteFirst(h, noted)) || (await turn(h, noted, of.reason))) return;
  if ((await standingOf(h, sittingId)).state !== of.as) refuse('wrong-state');
}

export const routes: Route[] = [getDoorCounts, decideDoorAct];
