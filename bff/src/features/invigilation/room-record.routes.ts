import { type RoomRecordView, roomRecords as contract } from '@jikaotong/shared/contract';
import { type Actor, type Context, type Route, action, command, query, refuse } from '../../platform/http';
import type { Duty } from './duty.repository';
import { openDuty } from './own-duty';
import type { RoomHour } from './room-hours.repository';
import { presentRoom } from './room-record.presenter';
import { close, countersign, findRecord, standRecord, writeCount } from './room-record.repository';
import { addStep } from './room-step.repository';

type Asked = Context & {
  readonly actor: Actor;
  readonly input: { readonly params: { readonly id: string; readonly roomId: string } };
};
type Room = { readonly duty: Duty; readonly roomId: string; readonly hour: RoomHour };

/** A room of one's own open duty; any other does not exist. */
async function ownRoom(ctx: Asked): Promise<Room> {
  const { id, roomId } = ctx.input.params;
  const { duty, hours } = await openDuty(ctx, id);
  const hour = hours.rooms.find((one) => one.roomId === roomId) ?? refuse('not-found');
  return { duty, roomId, hour };
}

const placeOf = ({ duty, roomId }: Room) => ({ slot: duty.slot, roomId });

const present = async (ctx: Asked, room: Room): Promise<RoomRecordView> =>
  (await presentRoom(ctx, { ...room.duty, ...placeOf(room) }, { hour: room.hour, accountId: ctx.actor.accountId }))
    .view;

const getRoomRecord = query(contract.getRoomRecord, async (ctx) => present(ctx, await ownRoom(ctx)));

const countPapers = action(contract.countPapers, {
  handle: async (ctx) => {
    const room = await ownRoom(ctx);
    const { taken, returned, blank, sealNumber } = ctx.input.body;
    if (returned + blank !== taken) refuse('papers-differ', { taken, counted: returned + blank });
    await standRecord(ctx.h, room.duty, room.roomId);
    const by = { countedBy: ctx.actor.accountId, countedDutyId: room.duty.id, countedAt: ctx.now.ms };
    if (!(await writeCount(ctx.h, placeOf(room), { taken, returned, blank, sealNumber, ...by })))
      refuse('wrong-state', { state: 'room-closed' });
    ctx.audit('papers-counted', idsOf(room), { taken, returned, blank });
    return present(ctx, room);
  },
});

const countersignPapers = command(contract.countersignPapers, {
  handle: async (ctx) => {
    const room = await ownRoom(ctx);
    const row = await findRecord(ctx.h, room.duty.slot, room.roomId);
    if (row?.countedBy === ctx.actor.accountId) refuse('second-person-needed', { of: 'own-count' });
    const by = { secondBy: ctx.actor.accountId, secondDutyId: room.duty.id, secondAt: ctx.now.ms };
    if (!(await countersign(ctx.h, placeOf(room), by))) refuse('wrong-state', { state: 'decided' });
    ctx.audit('papers-countersigned', idsOf(room));
    return { id: room.duty.id };
  },
  present: async (ctx) => present(ctx, await ownRoom(ctx)),
});

const closeRoom = command(contract.closeRoom, {
  handle: async (ctx) => {
    const room = await ownRoom(ctx);
    const view = await present(ctx, room);
    if (ctx.now.ms < view.closesFrom) refuse('too-early', { of: 'room-closing', from: view.closesFrom });
    refuseUnready(view);
    await standRecord(ctx.h, room.duty, room.roomId);
    const by = { closedBy: ctx.actor.accountId, closedDutyId: room.duty.id, closedAt: ctx.now.ms };
    if (!(await close(ctx.h, placeOf(room), by))) refuse('wrong-state', { state: 'room-closed' });
    const step = { kind: 'closed' as const, dutyId: room.duty.id, byAccountId: ctx.actor.accountId, reason: null };
    await addStep(ctx, { sessionId: room.duty.sessionId, ...placeOf(room) }, step);
    ctx.audit('room-closed', idsOf(room));
    return { id: room.duty.id };
  },
  present: async (ctx) => present(ctx, await ownRoom(ctx)),
});

/** Nobody is left open, and the papers are signed for by two. Refuses `room-not-accounted`, `second-person-needed`. */
export function refuseUnready({ open, papers }: Pick<RoomRecordView, 'open' | 'papers'>): void {
  if (open > 0) refuse('room-not-accounted', { missing: open });
  if (papers && papers.secondAt === null) refuse('second-person-needed', { of: 'unsigned-papers' });
}

const idsOf = ({ duty, roomId }: Room) => ({ dutyId: duty.id, sessionId: duty.sessionId, roomId });

export const routes: Route[] = [getRoomRecord, countPapers, countersignPapers, closeRoom];
