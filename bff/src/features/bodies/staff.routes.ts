import { bodies as contract } from '@jikaotong/shared/contract';
import { staffList } from '@jikaotong/shared/lists';
import { type Actor, type Context, type Route, action, bodiesOf, command, refuse } from '../../platform/http';
import { type ActContext, serveList } from '../../platform/lists';
import { tellAccount } from '../../platform/outbox';
import {
  type StaffMember,
  addInvitation,
  addStaff,
  dropInvitations,
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
  wasResetBy,
} from '../accounts';
import { type Body, findBodyLocked } from './body.repository';
import { administeredBody } from './body.routes';
import { grantsMore, isLastAdministrator, ofInstallation } from './staff.policy';

const inviteStaff = command(contract.inviteStaff, {
  handle: async (ctx) => {
    const body = await administeredBody(ctx.h, ctx.actor, ctx.input.params.id);
    const { name, displayName, roles } = ctx.input.body;
    const account = await addStaff(
      ctx.h,
      { name, displayName, roles, bodyId: body.id, bodyName: body.name },
      ctx.now.ms,
    );
    if (account === 'name-taken') return refuse('name-taken');
    ctx.audit('staff-invited', { accountId: account.id, bodyId: body.id }, { roles });
    return { id: account.id, once: invitationPath(await addInvitation(ctx.h, account.id, ctx.now.wallMs)) };
  },
  present: (_, accountId, once) => Promise.resolve({ accountId, invitationPath: once ?? null }),
});

/** The staff of the body, with the one an administrator means among them. */
async function membersWith({ h }: Pick<Context, 'h'>, body: Body, accountId: string): Promise<StaffMember[]> {
  const members = await listStaffOf(h, body.id);
  return members.some((member) => member.accountId === accountId) ? members : refuse('not-found');
}

/**
 * Of a member of another body too, password and account are not this administrator's, nor are those of an operator: by
 * them an administrator would become one. `forbidden`.
 */
async function refuseElsewhere({ h, actor }: Pick<Context, 'h'> & { actor: Actor }, accountId: string): Promise<void> {
  const mine = bodiesOf(actor, ['administrator']);
  const isOperator = bodiesOf(actor, ['operator']).length > 0;
  const grants = await grantsOf(h, accountId);
  if (grants.some(({ bodyId, roles }) => !mine.includes(bodyId) || (roles.includes('operator') && !isOperator)))
    refuse('forbidden');
}

const reinviteStaff = command(contract.reinviteStaff, {
  handle: async (ctx) => {
    const body = await administeredBody(ctx.h, ctx.actor, ctx.input.params.id);
    const { accountId } = ctx.input.params;
    await membersWith(ctx, body, accountId);
    await refuseElsewhere(ctx, accountId);
    // a link asks for no code where none is set up: with it, one administrator alone would be the colleague
    if (await wasResetBy(ctx.h, accountId, ctx.actor.accountId)) refuse('another-administrator-needed', { of: 'both' });
    ctx.audit('staff-reinvited', { accountId, bodyId: body.id });
    return { id: accountId, once: invitationPath(await addInvitation(ctx.h, accountId, ctx.now.wallMs)) };
  },
  present: (_, accountId, once) => Promise.resolve({ accountId, invitationPath: once ?? null }),
});

const updateStaff = action(contract.updateStaff, {
  handle: async (ctx) => {
    const mine = await administeredBody(ctx.h, ctx.actor, ctx.input.params.id);
    // two administrators who remove each other at once: the lock lets the second see what the first did
    const body = (await findBodyLocked(ctx.h, mine.id)) ?? refuse('not-found');
    const { accountId } = ctx.input.params;
    const { roles, disabled } = ctx.input.body;
    const members = await membersWith(ctx, body, accountId);
    const change = { accountId, ...(roles && { roles }), ...(disabled !== undefined && { disabled }) };
    if (isLastAdministrator(members, change)) refuse('last-administrator');
    if (accountId === ctx.actor.accountId && grantsMore(members, change)) refuse('own-roles');
    if (disabled !== undefined) await refuseElsewhere(ctx, accountId);
    const given = roles && [...roles, ...ofInstallation(members, accountId)];
    if (given) await setRoles(ctx.h, { accountId, bodyId: body.id, bodyName: body.name, roles: given }, ctx.now.ms);
    if (disabled !== undefined) await setDisabled(ctx.h, accountId, disabled);
    if (disabled === true) await endFamiliesOf(ctx.h, accountId, ctx.now.wallMs);
    ctx.audit('staff-changed', { accountId, bodyId: body.id }, { ...(roles && { roles }), disabled: disabled ?? null });
    return { done: true as const };
  },
});

const removeStaff = action(contract.removeStaff, {
  handle: async (ctx) => {
    const mine = await administeredBody(ctx.h, ctx.actor, ctx.input.params.id);
    const body = (await findBodyLocked(ctx.h, mine.id)) ?? refuse('not-found');
    const { accountId } = ctx.input.params;
    const members = await membersWith(ctx, body, accountId);
    if (isLastAdministrator(members, { accountId, roles: [] })) refuse('last-administrator');
    if (ofInstallation(members, accountId).length > 0) await refuseElsewhere(ctx, accountId);
    await removeStaffMember(ctx.h, { accountId, bodyId: body.id }, ctx.now.wallMs);
    ctx.audit('staff-removed', { accountId, bodyId: body.id });
    return { done: true as const };
  },
});

/**
 * By a colleague, who knows the face: a device that is signed in must not be able to shake its own second factor off.
 */
const resetSecondFactor = action(contract.resetSecondFactor, {
  handle: async (ctx) => {
    const body = await administeredBody(ctx.h, ctx.actor, ctx.input.params.id);
    const { accountId } = ctx.input.params;
    await membersWith(ctx, body, accountId);
    if (accountId === ctx.actor.accountId) refuse('another-administrator-needed');
    await refuseElsewhere(ctx, accountId);
    if (!(await forgetSecondFactor(ctx.h, accountId, { wallMs: ctx.now.wallMs, by: ctx.actor.accountId })))
      refuse('wrong-state');
    await dropInvitations(ctx.h, accountId);
    await endFamiliesOf(ctx.h, accountId, ctx.now.wallMs);
    ctx.audit('second-factor-reset', { accountId, bodyId: body.id });
    await tellAccount(ctx, { accountId, code: 'second-factor-reset', data: {} });
    return { done: true as const };
  },
});

/** Lets one of many in again or shuts them out, by the rules of one at a time; never whoever asks for it. */
const setEnabled = (disabled: boolean) => async (ctx: ActContext, row: { readonly id: string }) => {
  const body = (await findBodyLocked(ctx.h, ctx.withinId)) ?? refuse('not-found');
  if (row.id === ctx.actor.accountId) refuse('another-administrator-needed', { of: 'account' });
  const members = await membersWith(ctx, body, row.id);
  if (members.some(({ accountId, state }) => accountId === row.id && (state === 'disabled') === disabled))
    refuse('wrong-state', { state: disabled ? 'disabled' : 'active' });
  if (isLastAdministrator(members, { accountId: row.id, disabled })) refuse('last-administrator');
  await refuseElsewhere(ctx, row.id);
  await setDisabled(ctx.h, row.id, disabled);
  if (disabled) await endFamiliesOf(ctx.h, row.id, ctx.now.wallMs);
  ctx.audit('staff-changed', { accountId: row.id, bodyId: body.id }, { disabled });
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
