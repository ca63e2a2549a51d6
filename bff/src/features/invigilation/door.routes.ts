import { type DoorCountsView, invigilation as contract } from '@jikaotong/shared/contract';
import { graceEndsMs } from '@jikaotong/shared/rules/door';
import type * as z from 'zod/mini';
import { type Context, type Route, bodiesOf, command, query, refuse } from '../../platform/http';
import { staffNamesOf } from '../accounts';
import { findParticipants } from '../participants';
import { lockExamDay } from '../sessions';
import { staffExamDay } from '../sittings';
import { attendanceDecided } from './attendance-events';
import { type Attendance, liveOf } from './attendance.repository';
import { type StoredAct, decide, findActIn, openConflicts, wordsOfAct } from './door-act.repository';
import { type Duty, dutiesOfHour, dutiesOfSession } from './duty.repository';
import { decideObjection, findObjectionIn, objectionWords, openObjections } from './objection.repository';
import { graceOf } from './own-duty';
import { incidentsOf } from './incidents';
import { type Seated, roomHoursOf, seatedIn } from './room-hours.repository';
import { recordsOf } from './room-record.repository';
import { stand } from './stand';
import { type UnnotedRoom, unnotedRooms } from './unnoted.repository';

type Draft = z.input<typeof DoorCountsView>;

const getDoorCounts = query(contract.getDoorCounts, async (ctx) => {
  const session = await staffExamDay(ctx, contract.getDoorCounts.who);
  const { slot } = ctx.input.query;
  const rooms = await roomHoursOf(ctx.h, session.id, slot);
  const [first] = rooms;
  if (!first) return refuse('not-found');
  const grace = await graceOf(ctx.h, session.bodyId);
  const startsAt = rooms.reduce((least, one) => (one.startsAt < least ? one.startsAt : least), first.startsAt);
  const duties = await dutiesOfHour(ctx.h, session.id, slot);
  const seated = await seatedIn(ctx.h, { slot, roomIds: rooms.map(({ roomId }) => roomId) });
  const records = await recordsOf(ctx.h, session.id, slot);
  const live = await liveOf(
    ctx.h,
    seated.map(({ id }) => id),
  );
  const noted = new Map(live.map((one) => [one.sittingId, one]));
  const unnoted = new Map((await unnotedRooms(ctx.h, session.id, { slot })).map((one) => [one.roomId, one]));
  const absent = seated.filter(({ id }) => noted.get(id)?.state === 'absent');
  const ids = absent.map(({ participantId }) => participantId);
  const names = new Map((await findParticipants(ctx.h, ids)).map(({ id, name }) => [id, name ?? '']));
  return {
    graceEndsAt: graceEndsMs({ day: first.day, graceMinutes: grace.graceMinutes }, { startsAt }),
    ...grace,
    rooms: rooms.map(({ roomId, siteName, roomName, expected }) => ({
      roomId,
      siteName,
      roomName,
      expected,
      present: seated.filter((seat) => seat.roomId === roomId && noted.get(seat.id)?.state === 'present').length,
      absent: absent.filter((seat) => seat.roomId === roomId).length,
      inferred: inferredIn(unnoted.get(roomId)),
      closedAt: records.find((one) => one.roomId === roomId)?.closedAt ?? null,
      absentees: absent
        .filter((seat) => seat.roomId === roomId)
        .map(({ id, seat, participantId }) => ({ sittingId: id, seat, name: names.get(participantId) ?? '' })),
      ...heardIn(duties.filter(({ roomIds }) => roomIds.includes(roomId))),
    })),
    conflicts: await conflictsOf(ctx, { sessionId: session.id, slot }, { seated, noted }),
    incidents: await incidentsOf(ctx, { sessionId: session.id, slot }, seated),
  };
});

const inferredIn = (room: UnnotedRoom | undefined): Draft['rooms'][number]['inferred'] => ({
  present: room?.present ?? 0,
  absent: room?.absent ?? 0,
  settled: room?.settled ?? false,
});

const heardIn = (duties: readonly Duty[]) => ({
  invigilators: duties.map(({ name }) => name),
  heardAt: duties.reduce<number | null>(
    (last, { heardAt }) => (heardAt === null ? last : Math.max(last ?? 0, heardAt)),
    null,
  ),
  waiting: duties.reduce((sum, { waiting }) => sum + (waiting ?? 0), 0),
});

type Hour = { readonly sessionId: string; readonly slot: string };

/** What did not count by itself, each with who and where it is about. */
async function conflictsOf(
  { h, ports }: Context,
  hour: Hour,
  { seated, noted }: { readonly seated: readonly Seated[]; readonly noted: ReadonlyMap<string, Attendance> },
): Promise<Draft['conflicts']> {
  const acts = await openConflicts(h, hour.sessionId, hour.slot);
  const objections = await openObjections(h, hour.sessionId, hour.slot);
  const seats = new Map(seated.map((seat) => [seat.id, seat]));
  const rooms = new Map([...seats.values()].map(({ roomId, roomName }) => [roomId, roomName]));
  const names = new Map((await dutiesOfSession(h, hour.sessionId)).map(({ id, name }) => [id, name]));
  const staff = await staffNamesOf(
    h,
    acts.filter(({ dutyId }) => dutyId === null).map(({ byAccountId }) => byAccountId),
  );
  const people = new Map(
    (
      await findParticipants(
        h,
        [...acts, ...objections].flatMap(({ participantId }) => participantId ?? []),
      )
    ).map(({ id, name }) => [id, name]),
  );
  const said = objections.map((one) => {
    const seat = seats.get(one.sittingId);
    return {
      id: one.id,
      kind: 'objection' as const,
      reason: 'objected' as const,
      at: one.askedAt,
      by: people.get(one.participantId) ?? '',
      roomName: seat?.roomName ?? null,
      seat: seat?.seat ?? null,
      name: people.get(one.participantId) ?? null,
      standing: seat?.state ?? null,
      stands: standsIn(noted, seat),
      way: null,
      words: objectionWords(ports.crypto, one),
    };
  });
  const recorded = acts.map((act) => {
    const seat = seats.get(act.sittingId ?? '');
    return {
      id: act.id,
      kind: act.kind,
      reason: act.reason ?? 'not-of-this-duty',
      at: act.at,
      by: names.get(act.dutyId ?? '') ?? staff.get(act.byAccountId) ?? '',
      roomName: seat?.roomName ?? rooms.get(act.roomId ?? '') ?? null,
      seat: seat?.seat ?? seatInNonce(act),
      name: people.get(act.participantId ?? '') ?? null,
      standing: seat?.state ?? null,
      stands: standsIn(noted, seat),
      way: act.way,
      words: wordsOfAct(ports.crypto, act),
    };
  });
  return [...said, ...recorded];
}

function standsIn(noted: ReadonlyMap<string, Attendance>, seat: Seated | undefined) {
  const live = noted.get(seat?.id ?? '');
  return live ? { way: live.way, at: live.at } : null;
}

/** A line of a paper list names its seat behind the nonce. */
const seatInNonce = ({ kind, nonce }: StoredAct): Seated['seat'] | null =>
  kind === 'paper' && nonce.includes(':') ? Number(nonce.split(':')[1]) : null;

const decideDoorAct = command(contract.decideDoorAct, {
  handle: async (ctx) => {
    const bodyIds = bodiesOf(ctx.actor, contract.decideDoorAct.who);
    const { id } = ctx.input.params;
    const act = await findActIn(ctx.h, bodyIds, id);
    const objection = act ? null : await findObjectionIn(ctx.h, bodyIds, id);
    const about = act ?? objection ?? refuse('not-found');
    const { as, reason } = ctx.input.body;
    const { accountId } = ctx.actor;
    await lockExamDay(ctx.h, about.sessionId);
    const by = { decidedAs: as, decidedBy: accountId, decidedAt: ctx.now.ms, reason };
    const isFirst = await (act ? decide : decideObjection)(ctx, id, by);
    if (!isFirst) refuse('wrong-state', { state: 'decided' });
    const { sessionId, sittingId, participantId } = about;
    if (as !== 'as-it-stands') {
      if (sittingId === null || participantId === null) return refuse('wrong-state');
      const of = { sessionId, sittingId, participantId, at: act?.at ?? ctx.now.ms, dutyId: act?.dutyId ?? null };
      await stand(ctx, about.bodyId, { of, as, accountId, reason });
    }
    ctx.audit('door-act-decided', { sessionId }, { as });
    if (participantId !== null) await ctx.emit(attendanceDecided({ sessionId, participantId }));
    return { id };
  },
  present: () => Promise.resolve({ done: true as const }),
});

export const routes: Route[] = [getDoorCounts, decideDoorAct];
