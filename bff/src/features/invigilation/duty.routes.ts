import { invigilation as contract } from '@jikaotong/shared/contract';
import { maskPhone } from '@jikaotong/shared/rules/identity';
import { type Actor, type Context, type Route, action, bodiesOf, command, query, refuse } from '../../platform/http';
import { listStaffOf } from '../accounts';
import { staffExamDay } from '../sittings';
import {
  type Duty,
  addDuty,
  dutiesOfSession,
  findDutyIn,
  linkPath,
  phoneOfDuty,
  renewLink,
  revoke,
} from './duty.repository';
import { ON_DUTY } from './own-duty';
import { newMarkKey } from './own-duty.routes';
import { type RoomHour, roomHoursOf } from './room-hours.repository';

const OFFICERS = contract.getDutyPlan.who;

const getDutyPlan = query(contract.getDutyPlan, async (ctx) => {
  const session = await staffExamDay(ctx, OFFICERS);
  const duties = await dutiesOfSession(ctx.h, session.id);
  return {
    hours: hoursIn(await roomHoursOf(ctx.h, session.id)),
    duties: duties.map((duty) => presentForStaff(ctx, duty)),
    invigilators: (await listStaffOf(ctx.h, session.bodyId))
      .filter(({ roles, state }) => state === 'active' && roles.some((role) => ON_DUTY.some((one) => one === role)))
      .map(({ accountId, displayName, name }) => ({ accountId, name: displayName ?? name })),
  };
});

/** The hours of a session, each with its rooms. */
function hoursIn(rooms: readonly RoomHour[]) {
  return [...new Set(rooms.map(({ slot }) => slot))].flatMap((slot) => {
    const here = rooms.filter((room) => room.slot === slot);
    const [first] = here;
    if (!first) return [];
    const startsAt = here.reduce((least, one) => (one.startsAt < least ? one.startsAt : least), first.startsAt);
    const endsAt = here.reduce((most, one) => (one.endsAt > most ? one.endsAt : most), first.endsAt);
    return [
      {
        slot,
        day: first.day,
        startsAt,
        endsAt,
        rooms: here.map(({ roomId, siteName, roomName, expected }) => ({ roomId, siteName, roomName, expected })),
      },
    ];
  });
}

function presentForStaff({ ports }: Pick<Context, 'ports'>, duty: Duty) {
  const phone = phoneOfDuty(ports.crypto, duty);
  return {
    id: duty.id,
    slot: duty.slot,
    roomIds: [...duty.roomIds],
    name: duty.name,
    kind: duty.kind,
    phoneMasked: phone === null ? null : maskPhone(phone),
    state: duty.state,
    joined: duty.accountId !== null,
    listFetchedAt: duty.listFetchedAt,
    heardAt: duty.heardAt,
    waiting: duty.waiting,
  };
}

const assignDuty = command(contract.assignDuty, {
  handle: async (ctx) => {
    const session = await staffExamDay(ctx, OFFICERS);
    const { slot, roomIds, who, replaces } = ctx.input.body;
    const here = (await roomHoursOf(ctx.h, session.id, slot)).filter(({ roomId }) => roomIds.includes(roomId));
    const [first] = here;
    if (!first || here.length !== new Set(roomIds).size) return refuse('not-found');
    if (first.day < ctx.now.day) refuse('too-late', { closedOn: first.day });
    if (replaces !== undefined) {
      const old = await findDutyIn(ctx.h, [session.bodyId], replaces);
      if (!old || old.sessionId !== session.id || !(await revoke(ctx.h, old.id, ctx.now.ms))) refuse('wrong-state');
    }
    const { id, token } = await addDuty(
      ctx.h,
      ctx.ports.crypto,
      {
        bodyId: session.bodyId,
        sessionId: session.id,
        day: first.day,
        slot,
        roomIds: [...new Set(roomIds)],
        name: 'name' in who ? who.name : await nameOfStaff(ctx, session.bodyId, who.accountId),
        who: 'phone' in who ? { phone: who.phone } : { accountId: who.accountId },
        markKey: newMarkKey(),
        assignedBy: ctx.actor.accountId,
      },
      ctx.now.ms,
    );
    ctx.audit('duty-assigned', { dutyId: id, sessionId: session.id }, { rooms: here.length });
    return { id, ...(token !== null && { once: linkPath(token) }) };
  },
  present: (_, dutyId, once) => Promise.resolve({ dutyId, linkPath: once ?? null }),
});

/** Refuses `not-an-invigilator` where somebody may not be on duty for the body. */
async function nameOfStaff({ h }: Pick<Context, 'h'>, bodyId: string, accountId: string): Promise<string> {
  const member = (await listStaffOf(h, bodyId)).find((one) => one.accountId === accountId);
  if (!member?.roles.some((role) => ON_DUTY.some((one) => one === role))) return refuse('not-an-invigilator');
  return member.displayName ?? member.name;
}

type Asked = Pick<Context, 'h'> & {
  readonly actor: Actor;
  readonly input: { readonly params: { readonly id: string } };
};

const staffsDuty = async ({ h, actor, input }: Asked): Promise<Duty> =>
  (await findDutyIn(h, bodiesOf(actor, OFFICERS), input.params.id)) ?? refuse('not-found');

const renewDutyLink = command(contract.renewDutyLink, {
  handle: async (ctx) => {
    const duty = await staffsDuty(ctx);
    if (duty.day < ctx.now.day) refuse('too-late', { closedOn: duty.day });
    const token = (await renewLink(ctx.h, duty.id)) ?? refuse('wrong-state');
    ctx.audit('duty-link-renewed', { dutyId: duty.id, sessionId: duty.sessionId });
    return { id: duty.id, once: linkPath(token) };
  },
  present: (_, dutyId, once) => Promise.resolve({ dutyId, linkPath: once ?? null }),
});

const revokeDuty = action(contract.revokeDuty, {
  handle: async (ctx) => {
    const duty = await staffsDuty(ctx);
    if (!(await revoke(ctx.h, duty.id, ctx.now.ms))) refuse('wrong-state');
    ctx.audit('duty-revoked', { dutyId: duty.id, sessionId: duty.sessionId });
    return { done: true as const };
  },
});

export const routes: Route[] = [getDutyPlan, assignDuty, renewDutyLink, revokeDuty];
