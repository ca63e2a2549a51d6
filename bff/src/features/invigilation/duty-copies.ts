import { dutyCopies as contract } from '@jikaotong/shared/contract';
import { type Context, type Route, command, query, refuse } from '../../platform/http';
import { listStaffOf } from '../accounts';
import { listSessionsIn } from '../sessions';
import { lockedStaffExamDay, staffExamDay } from '../sittings';
import { type Duty, addDuty, dutiesOfHour, dutiesOfSession } from './duty.repository';
import { ON_DUTY } from './own-duty';
import { newMarkKey } from './own-duty.routes';
import { type RoomHour, roomHoursOf } from './room-hours.repository';

const MOST_SESSIONS = 12;

/** The hours of this session that have duties, then those of the latest other one of the body that has any. */
const listDutiesToCopy = query(contract.listDutiesToCopy, async (ctx) => {
  const session = await staffExamDay(ctx, contract.listDutiesToCopy.who);
  const active = await activeOf(ctx, session.bodyId);
  const own = await hoursToCopy(ctx, session, active);
  const others = await listSessionsIn(ctx.h, [session.bodyId], { before: null, limit: MOST_SESSIONS });
  const earlier = others
    .filter(({ id, examStart }) => id !== session.id && examStart <= session.examStart)
    .toSorted((a, b) => (a.examStart < b.examStart ? 1 : -1));
  for (const other of earlier) {
    const hours = await hoursToCopy(ctx, other, active);
    if (hours.length > 0) return { from: [...own, ...hours] };
  }
  return { from: own };
});

/** Names of who may be on duty for a body now, by account. */
async function activeOf({ h }: Pick<Context, 'h'>, bodyId: string): Promise<ReadonlyMap<string, string>> {
  const members = (await listStaffOf(h, bodyId)).filter(
    ({ roles, state }) => state === 'active' && roles.some((role) => ON_DUTY.some((one) => one === role)),
  );
  return new Map(members.map(({ accountId, displayName, name }) => [accountId, displayName ?? name]));
}

async function hoursToCopy(
  { h }: Pick<Context, 'h'>,
  { id, name }: { readonly id: string; readonly name: string },
  active: ReadonlyMap<string, string>,
) {
  const duties = (await dutiesOfSession(h, id)).filter(({ state }) => state === 'open');
  if (duties.length === 0) return [];
  const rooms = await roomHoursOf(h, id);
  return [...new Set(duties.map(({ slot }) => slot))].flatMap((slot) => {
    const here = rooms.filter((room) => room.slot === slot);
    const [first] = here;
    if (!first) return [];
    const own = duties.filter((duty) => duty.slot === slot);
    const { day, startsAt } = first;
    return [{ sessionId: id, sessionName: name, slot, day, startsAt, duties: own.map(presentIn(here, active)) }];
  });
}

const presentIn =
  (rooms: readonly RoomHour[], active: ReadonlyMap<string, string>) =>
  ({ name, kind, accountId, roomIds }: Duty) => {
    const known = accountId === null ? undefined : active.get(accountId);
    const standing =
      kind === 'helper' ? ('helper' as const) : known === undefined ? ('gone' as const) : ('active' as const);
    return {
      name: known ?? name,
      standing,
      accountId: standing === 'active' ? accountId : null,
      rooms: rooms
        .filter(({ roomId }) => roomIds.includes(roomId))
        .map(({ siteName, roomName }) => ({ siteName, roomName })),
    };
  };

const copyDuties = command(contract.copyDuties, {
  handle: async (ctx) => {
    // locked: of two who copy at once, the second finds everybody on duty
    const session = await lockedStaffExamDay(ctx, contract.copyDuties.who);
    const { slot, duties } = ctx.input.body;
    const here = await roomHoursOf(ctx.h, session.id, slot);
    const [first] = here;
    if (!first) return refuse('not-found');
    if (first.day < ctx.now.day) refuse('too-late', { closedOn: first.day });
    const active = await activeOf(ctx, session.bodyId);
    for (const { accountId, roomIds } of duties) {
      if (roomIds.some((id) => here.every(({ roomId }) => roomId !== id))) return refuse('not-found');
      const name = active.get(accountId) ?? refuse('not-an-invigilator');
      const known = (await dutiesOfHour(ctx.h, session.id, slot)).filter((duty) => duty.accountId === accountId);
      const fresh = [...new Set(roomIds)].filter((id) => !known.some((duty) => duty.roomIds.includes(id)));
      if (fresh.length === 0) continue;
      const { id } = await addDuty(
        ctx.h,
        ctx.ports.crypto,
        {
          bodyId: session.bodyId,
          sessionId: session.id,
          day: first.day,
          slot,
          roomIds: fresh,
          name,
          who: { accountId },
          markKey: newMarkKey(),
          assignedBy: ctx.actor.accountId,
        },
        ctx.now.ms,
      );
      ctx.audit('duty-assigned', { dutyId: id, sessionId: session.id }, { rooms: fresh.length, copied: true });
    }
    return { id: session.id };
  },
  present: async (ctx, sessionId) => ({
    onDuty: (await dutiesOfHour(ctx.h, sessionId, ctx.input.body.slot)).length,
  }),
});

export const routes: Route[] = [listDutiesToCopy, copyDuties];
