import { type RoomRecordView, roomRecords as contract } from '@jikaotong/shared/contract';
import { type Actor, type Context, type Route, action, command, query, refuse } from '../../platform/http';
import { countKinds } from './door-act.repository';
import { type Duty, dutiesOfSession } from './duty.repository';
import { openDuty } from './own-duty';
import { close, countersign, findRecord, standRecord, writeCount } from './room-record.repository';
import { seatedIn } from './room-hours.repository';

type Asked = Context & {
  readonly actor: Actor;
  readonly input: { readonly params: { readonly id: string; readonly roomId: string } };
};
type Room = { readonly duty: Duty; readonly roomId: string };

/** A room of one's own open duty; any other does not exist. */
async function ownRoom(ctx: Asked): Promise<Room> {
  const { id, roomId } = ctx.input.params;
  const { duty } = await openDuty(ctx, id);
  return duty.roomIds.includes(roomId) ? { duty, roomId } : refuse('not-found');
}

const placeOf = ({ duty, roomId }: Room) => ({ slot: duty.slot, roomId });

async function present({ h, actor }: Pick<Asked, 'h' | 'actor'>, room: Room): Promise<RoomRecordView> {
  const { duty, roomId } = room;
  const seats = await seatedIn(h, { slot: duty.slot, roomIds: [roomId] });
  const inState = (state: string) => seats.filter((seat) => seat.state === state).length;
  const kinds = await countKinds(h, { slot: duty.slot, roomId });
  const row = await findRecord(h, duty.slot, roomId);
  const names = new Map((await dutiesOfSession(h, duty.sessionId)).map(({ id, name }) => [id, name]));
  const nameOf = (dutyId: string | null) => (dutyId === null ? '' : (names.get(dutyId) ?? ''));
  const isCounted = row !== null && row.countedAt !== null;
  return {
    expected: seats.length,
    present: inState('present'),
    absent: inState('absent'),
    open: inState('planned'),
    warnings: kinds('warning'),
    breaches: kinds('breach'),
    impostors: kinds('impostor'),
    incidents: kinds('incident'),
    conflicts: kinds('conflict'),
    papers: isCounted
      ? {
          taken: row.taken ?? 0,
          returned: row.returned ?? 0,
          blank: row.blank ?? 0,
          sealNumber: row.sealNumber ?? '',
          countedBy: nameOf(row.countedDutyId),
          countedAt: row.countedAt ?? 0,
          secondBy: row.secondAt === null ? null : nameOf(row.secondDutyId),
          secondAt: row.secondAt,
          mayCountersign: row.secondAt === null && row.closedAt === null && row.countedBy !== actor.accountId,
        }
      : null,
    closedBy: row?.closedAt ? nameOf(row.closedDutyId) : null,
    closedAt: row?.closedAt ?? null,
  };
}

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
    const { open, papers } = await present(ctx, room);
    if (open > 0) refuse('room-not-accounted', { missing: open });
    if (papers && papers.secondAt === null) refuse('second-person-needed', { of: 'unsigned-papers' });
    await standRecord(ctx.h, room.duty, room.roomId);
    const by = { closedBy: ctx.actor.accountId, closedDutyId: room.duty.id, closedAt: ctx.now.ms };
    if (!(await close(ctx.h, placeOf(room), by))) refuse('wrong-state', { state: 'room-closed' });
    ctx.audit('room-closed', idsOf(room));
    return { id: room.duty.id };
  },
  present: async (ctx) => present(ctx, await ownRoom(ctx)),
});

const idsOf = ({ duty, roomId }: Room) => ({ dutyId: duty.id, sessionId: duty.sessionId, roomId });

export const routes: Route[] = [getRoomRecord, countPapers, countersignPapers, closeRoom];
