import { bodies as contract } from '@jikaotong/shared/contract';
import { type Actor, type Context, type Route, action, bodiesOf, command, refuse } from '../../platform/http';
import {
  addInvitation,
  addStaff,
  endFamiliesOf,
  grantsOf,
  invitationPath,
  listStaffOf,
  setDisabled,
  setRoles,
} from '../accounts';
import { presentBody } from './body.presenter';
import { findBodyLocked } from './body.repository';
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

/** Of a member of another body too, her password and account are not this administrator's: `forbidden`. */
async function refuseElsewhere({ h, actor }: Pick<Context, 'h'> & { actor: Actor }, accountId: string): Promise<void> {
  const mine = bodiesOf(actor, ['administrator']);
  if ((await grantsOf(h, accountId)).some(({ bodyId }) => !mine.includes(bodyId))) refuse('forbidden');
}

const reinviteStaff = command(contract.reinviteStaff, {
  handle: async (c) => {
    const body = await administeredBody(c.h, c.actor, c.input.params.id);
    const { accountId } = c.input.params;
    const members = await listStaffOf(c.h, body.id);
    if (!members.some((member) => member.accountId === accountId)) refuse('not-found');
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
    const members = await listStaffOf(c.h, body.id);
    if (!members.some((member) => member.accountId === accountId)) refuse('not-found');
    const change = { accountId, ...(roles && { roles }), ...(disabled !== undefined && { disabled }) };
    if (isLastAdministrator(members, change)) refuse('last-administrator');
    if (disabled !== undefined) await refuseElsewhere(c, accountId);
    if (roles) await setRoles(c.h, { accountId, bodyId: body.id, bodyName: body.name, roles }, c.now.ms);
    if (disabled !== undefined) await setDisabled(c.h, accountId, disabled);
    if (disabled === true) await endFamiliesOf(c.h, accountId, c.now.wallMs);
    c.audit('staff-changed', { accountId, bodyId: body.id }, { ...(roles && { roles }), disabled: disabled ?? null });
    return presentBody(c.h, body);
  },
});

export const routes: Route[] = [inviteStaff, reinviteStaff, updateStaff];
