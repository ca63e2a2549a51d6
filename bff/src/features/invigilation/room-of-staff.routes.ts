import { type RoomOfStaffView, roomRecords as contract } from '@jikaotong/shared/contract';
import { graceEndsMs } from '@jikaotong/shared/rules/door';
import { newId } from '../../platform/db';
import { type Actor, type Context, type Route, command, query, refuse } from '../../platform/http';
import { findParticipants } from '../participants';
import { type Session, publishedOnFor } from '../sessions';
import { lockedStaffExamDay, staffExamDay } from '../sittings';
import { addActs, openDeskLines } from './door-act.repository';
import { lastKeyed, takeBackKeyed, toldBefore } from './keyed-paper';
import { graceOf } from './own-duty';
import { type RoomHour, roomHoursOf, seatedIn } from './room-hours.repository';
import { presentRoom } from './room-record.presenter';
import { refuseUnready } from './room-record.routes';
import { close, findRecord, reopen, standRecord } from './room-record.repository';
import { addStep } from './room-step.repository';
import { type PaperLine, takePaper } from './take-paper';

type Asked = Context & {
  readonly actor: Actor;
  readonly input: { readonly params: { readonly id: string; readonly roomId: string } };
};
type Room = { readonly session: Session; readonly slot: string; readonly roomId: string; readonly hour: RoomHour };

async function roomIn(ctx: Asked, session: Session, slot: string): Promise<Room> {
  const { roomId } = ctx.input.params;
  const hour = (await roomHoursOf(ctx.h, session.id, slot)).find((one) => one.roomId === roomId);
  return { session, slot, roomId, hour: hour ?? refuse('not-found') };
}

const placeOf = ({ session, slot, roomId }: Room) => ({ sessionId: session.id, bodyId: session.bodyId, slot, roomId });

const presentFor = (ctx: Asked, room: Room) =>
  presentRoom(ctx, placeOf(room), { hour: room.hour, accountId: ctx.actor.accountId });

async function present(ctx: Asked, room: Room): Promise<RoomOfStaffView> {
  const { view, unnoted } = await presentFor(ctx, room);
  const ids = unnoted.map(({ participantId }) => participantId);
  const names = new Map((await findParticipants(ctx.h, ids)).map(({ id, name }) => [id, name ?? '']));
  const { siteName, roomName } = room.hour;
  const keyed = await lastKeyed(ctx.h, room);
  return {
    ...view,
    siteName,
    roomName,
    keyed: keyed && { at: keyed.at, people: keyed.rows.length },
    unnoted: unnoted.flatMap(({ id, seat, participantId, state }) =>
      state === 'void' ? [] : [{ sittingId: id, seat, name: names.get(participantId) ?? '', state }],
    ),
  };
}

const getRoomOfStaff = query(contract.getRoomOfStaff, async (ctx) =>
  present(ctx, await roomIn(ctx, await staffExamDay(ctx, contract.getRoomOfStaff.who), ctx.input.query.slot)),
);

const decideRoom = command(contract.decideRoom, {
  handle: async (ctx) => {
    const { slot, kind, reason } = ctx.input.body;
    // results that come out at the same time wait, or are waited for
    const room = await roomIn(ctx, await lockedStaffExamDay(ctx, contract.decideRoom.who), slot);
    const { accountId } = ctx.actor;
    const { view } = await presentFor(ctx, room);
    const place = { slot, roomId: room.roomId };
    switch (kind) {
      case 'reopened': {
        await refusePublished(ctx, room);
        if (!(await reopen(ctx.h, place))) refuse('wrong-state', { state: 'room-open' });
        break;
      }
      case 'paper-undone': {
        await refusePublished(ctx, room);
        if (view.closedAt !== null) refuse('wrong-state', { state: 'room-closed' });
        await takeBackKeyed(ctx, place, { accountId, reason });
        break;
      }
      case 'closed': {
        // all may have handed in early; before the doors are closed nobody knows who comes
        if (ctx.now.ms <= view.absentFrom) refuse('too-early', { of: 'admission', from: view.absentFrom });
        refuseUnready(view);
        await standRecord(ctx.h, placeOf(room), room.roomId);
        const by = { closedBy: accountId, closedDutyId: null, closedAt: ctx.now.ms };
        if (!(await close(ctx.h, place, by))) refuse('wrong-state', { state: 'room-closed' });
        break;
      }
      case 'inferred': {
        if (ctx.now.ms < view.closesFrom) refuse('too-early', { of: 'attendance', from: view.closesFrom });
        if (view.inferred.present + view.inferred.absent === 0) refuse('wrong-state', { state: 'nothing-inferred' });
        if (view.steps.some((step) => step.kind === 'inferred')) refuse('wrong-state', { state: 'nothing-inferred' });
        // marks that come later would count as decided with these
        if (view.open > 0) refuse('room-not-accounted', { missing: view.open });
        break;
      }
    }
    await addStep(
      ctx,
      { sessionId: room.session.id, ...place },
      { kind, dutyId: null, byAccountId: accountId, reason },
    );
    ctx.audit('room-decided', { sessionId: room.session.id, roomId: room.roomId }, { kind, ...place });
    return { id: room.session.id };
  },
  present: async (ctx) =>
    present(ctx, await roomIn(ctx, await staffExamDay(ctx, contract.decideRoom.who), ctx.input.body.slot)),
});

/** What is published follows from who came: from then on the record stays as it was signed. */
async function refusePublished(ctx: Asked, { session, slot, roomId }: Room): Promise<void> {
  const seats = await seatedIn(ctx.h, { slot, roomIds: [roomId] });
  if (seats.some(({ offeringCode }) => publishedOnFor(session, offeringCode) !== null))
    refuse('wrong-state', { state: 'results-out' });
}

const keyPaper = command(contract.keyPaper, {
  handle: async (ctx) => {
    const { slot, absentSeats } = ctx.input.body;
    const room = await roomIn(ctx, await lockedStaffExamDay(ctx, contract.keyPaper.who), slot);
    const { id: sessionId, bodyId } = room.session;
    await refusePublished(ctx, room);
    if ((await findRecord(ctx.h, slot, room.roomId))?.closedAt) refuse('wrong-state', { state: 'room-closed' });
    const { graceMinutes } = await graceOf(ctx.h, bodyId);
    const seats = await seatedIn(ctx.h, { slot, roomIds: [room.roomId] });
    // whoever typed it meant another seat: nobody is in or out by mistake
    if (absentSeats.some((one) => !seats.some(({ seat }) => seat === one)))
      refuse('wrong-state', { state: 'seat-unknown' });
    const latest = (seat: (typeof seats)[number]) => graceEndsMs({ day: room.hour.day, graceMinutes }, seat);
    // the paper says who came and who did not: nobody knows while people are still let in
    const from = Math.max(...seats.map(latest));
    if (ctx.now.ms <= from) refuse('too-early', { of: 'paper', from });
    const of = { sessionId, dutyId: null, byAccountId: ctx.actor.accountId, at: ctx.now.ms };
    const { noted, lines } = await takePaper(ctx, { room: seats, absentSeats, of, latest });
    const place = { sessionId, slot, roomId: room.roomId };
    await keepLines(ctx, room, lines);
    await addStep(ctx, place, { kind: 'paper', dutyId: null, byAccountId: of.byAccountId, reason: null });
    ctx.audit('paper-keyed', { sessionId, roomId: room.roomId }, { noted, differing: lines.length });
    return { id: sessionId, once: { noted, lines } };
  },
  present: async (ctx, _, once) => {
    const place = { slot: ctx.input.body.slot, roomId: ctx.input.params.roomId };
    return presentPaper(ctx, once ?? (await toldBefore(ctx.h, place)));
  },
});

/** What the paper says otherwise than it stands waits for a decision, as what a phone says does. */
async function keepLines(ctx: Asked, { session, slot, roomId }: Room, lines: readonly PaperLine[]): Promise<void> {
  const waiting = await openDeskLines(ctx.h, { slot, roomId });
  const fresh = lines.filter(
    ({ reason, sitting }) => !waiting.some((one) => one.sittingId === sitting?.id && one.reason === reason),
  );
  if (fresh.length === 0) return;
  await addActs(
    ctx,
    fresh.map(({ seat, reason, sitting }) => ({
      nonce: `${newId()}:${seat}`,
      kind: 'paper' as const,
      way: 'paper' as const,
      at: ctx.now.ms,
      dutyId: null,
      sessionId: session.id,
      bodyId: session.bodyId,
      slot,
      roomId,
      sittingId: sitting?.id ?? null,
      participantId: sitting?.participantId ?? null,
      byAccountId: ctx.actor.accountId,
      outcome: 'conflict' as const,
      reason,
      said: { words: null, witness: null },
    })),
  );
}

async function presentPaper(ctx: Asked, { noted, lines }: { noted: number; lines: readonly PaperLine[] }) {
  const ids = lines.flatMap(({ sitting }) => sitting?.participantId ?? []);
  const names = new Map((await findParticipants(ctx.h, ids)).map(({ id, name }) => [id, name]));
  return {
    noted,
    differing: lines.map(({ seat, reason, sitting }) => ({
      seat,
      reason,
      name: names.get(sitting?.participantId ?? '') ?? null,
    })),
  };
}

export const routes: Route[] = [getRoomOfStaff, decideRoom, keyPaper];
