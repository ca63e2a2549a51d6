import { bodies as contract } from '@jikaotong/shared/contract';
import { staffList } from '@jikaotong/shared/lists';
import { type Actor, type Context, type Route, action, bodiesOf, command, refuse } from '../../platform/http';
import { type ActContext, serveList } from '../../platform/lists';
import { tellAccount } from '../../platform/outbox';
import {
  type StaffMember,
  addInvitation,
  addStaff,
  endFamiliesOf,
  forgetSecondFactor,
  grantsOf,
  invitationPath,
  listStaffOf,
  removeStaffMember,
  setDisabled,
  setRoles,
  staffActor,
  staffSource,
} from '../accounts';
import { type Body, findBodyLocked } from './body.repository';
import { administeredBody } from './body.routes';
import { isLastAdministrator } from './staff.policy';

const inviteStaff = command(contract.inviteStaff, {
  handle: async (c) => {
    const body = await administeredBody(c.h, c.actor, c.input.params.id);
    const { name, displayName, roles } = c.input.body;
    const account = await addStaff(c.h, { name, displayName, roles, bodyId: body.id, bodyName: body.name }, c.now.ms);
    if (account === 'name-taken') return refuse('name-taken');
    c.audit('staff-invited', { accountId: account.id, bodyId: body.id }, { roles });
    return { id: account.id, once: invitationPath(await addInvitation(c.h, account.id, c.now.wallMs)) };
  },
  present: (_, accountId, once) => Promise.resolve({ accountId, invitationPath: once ?? null }),
});

/** The staff of the body, with the one an administrator means among them. */
async function membersWith({ h }: Pick<Context, 'h'>, body: Body, accountId: string): Promise<StaffMember[]> {
  const members = await listStaffOf(h, body.id);
  return members.some((member) => member.accountId === accountId) ? members : refuse('not-found');
}

/** Of a member of another body too, password and account are not this administrator's: `forbidden`. */
async function refuseElsewhere({ h, actor }: Pick<Context, 'h'> & { actor: Actor }, accountId: string): Promise<void> {
  const mine = bodiesOf(actor, ['administrator']);
  if ((await grantsOf(h, accountId)).some(({ bodyId }) => !mine.includes(bodyId))) refuse('forbidden');
}

const reinviteStaff = command(contract.reinviteStaff, {
  handle: async (c) => {
    const body = await administeredBody(c.h, c.actor, c.input.params.id);
    const { accountId } = c.input.params;
    await membersWith(c, body, accountId);
    await refuseElsewhere(c, accountId);
    c.audit('staff-reinvited', { accountId, bodyId: body.id });
    return { id: accountId, once: invitationPath(await addInvitation(c.h, accountId, c.now.wallMs)) };
  },
  present: (_, accountId, once) => Promise.resolve({ accountId, invitationPath: once ?? null }),
});

const updateStaff = action(contract.updateStaff, {
  handle: async (c) => {
    const mine = await administeredBody(c.h, c.actor, c.input.params.id);
    // two administrators who remove each other at once: the lock lets the second see what the first did
    const body = (await findBodyLocked(c.h, mine.id)) ?? refuse('not-found');
    const { accountId } = c.input.params;
    const { roles, disabled } = c.input.body;
    const members = await membersWith(c, body, accountId);
    const change = { accountId, ...(roles && { roles }), ...(disabled !== undefined && { disabled }) };
    if (isLastAdministrator(members, change)) refuse('last-administrator');
    if (disabled !== undefined) await refuseElsewhere(c, accountId);
    if (roles) await setRoles(c.h, { accountId, bodyId: body.id, bodyName: body.name, roles }, c.now.ms);
    if (disabled !== undefined) await setDisabled(c.h, accountId, disabled);
    if (disabled === true) await endFamiliesOf(c.h, accountId, c.now.wallMs);
    c.audit('staff-changed', { accountId, bodyId: body.id }, { ...(roles && { roles }), disabled: disabled ?? null });
    return { done: true as const };
  },
});

const removeStaff = action(contract.removeStaff, {
  handle: async (c) => {
    const mine = await administeredBody(c.h, c.actor, c.input.params.id);
    const body = (await findBodyLocked(c.h, mine.id)) ?? refuse('not-found');
    const { accountId } = c.input.params;
    const members = await membersWith(c, body, accountId);
    if (isLastAdministrator(members, { accountId, roles: [] })) refuse('last-administrator');
    await removeStaffMember(c.h, { accountId, bodyId: body.id }, c.now.wallMs);
    c.audit('staff-removed', { accountId, bodyId: body.id });
    return { done: true as const };
  },
});

/**
 * By a colleague, who knows the face: a device that is signed in must not be able to shake its own second factor off.
 */
const resetSecondFactor = action(contract.resetSecondFactor, {
  handle: async (c) => {
    const body = await administeredBody(c.h, c.actor, c.input.params.id);
    const { accountId } = c.input.params;
    await membersWith(c, body, accountId);
    if (accountId === c.actor.accountId) refuse('another-administrator-needed');
    await refuseElsewhere(c, accountId);
    if (!(await forgetSecondFactor(c.h, accountId, c.now.wallMs))) refuse('wrong-state');
    await endFamiliesOf(c.h, accountId, c.now.wallMs);
    c.audit('second-factor-reset', { accountId, bodyId: body.id });
    await tellAccount(c, { accountId, code: 'second-factor-reset', data: {} });
    return { done: true as const };
  },
});

/** Lets one of many in again or shuts them out, by the rules of one at a time; never whoever asks for it. */
const setEnabled = (disabled: boolean) => async (c: ActContext, row: { readonly id: string }) => {
  const body = (await findBodyLocked(c.h, c.withinId)) ?? refuse('not-found');
  if (row.id === c.actor.accountId) refuse('another-administrator-needed');
  const members = await membersWith(c, body, row.id);
  if (members.some(({ accountId, state }) => accountId === row.id && (state === 'disabled') === disabled))
    refuse('wrong-state', { state: disabled ? 'disabled' : 'active' });
  if (isLastAdministrator(members, { accountId: row.id, disabled })) refuse('last-administrator');
  await refuseElsewhere(c, row.id);
  await setDisabled(c.h, row.id, disabled);
  if (disabled) await endFamiliesOf(c.h, row.id, c.now.wallMs);
  c.audit('staff-changed', { accountId: row.id, bodyId: body.id }, { disabled });
  return disabled ? 1 : 0;
};

const list = serveList(staffList, {
  ...staffSource,
  acts: { disable: setEnabled(true), enable: setEnabled(false) },
  actorNow: staffActor,
});

export const jobs = list.jobs;
export const routes: Route[] = [
  ...list.routes,
  inviteStaff,
  reinviteStaff,
  updateStaff,
  removeStaff,
  resetSecondFactor,
];
