import { maskPhone } from '@jikaotong/shared/rules/identity';
import { type Context, refuse } from '../../platform/http';
import { loadAccount, phoneIndexOf, phoneOf } from '../accounts';
import {
  addAgent,
  addInvitation,
  agentsOf,
  endAgent,
  endInvitation,
  endInvitationsBy,
  findInvitation,
  linkPath,
} from './agent.repository';
import { agentRemoved } from './events';
import type { Unit } from './unit.record';
import { findUnit, lockUnit, noteEvent } from './unit.repository';

type Invited = { readonly phone: string; readonly handsOver: boolean; readonly byAccountId: string };

/** Makes the link; a rejected or suspended unit gets no more agents. */
export async function inviteAgent(ctx: Context, unit: Unit, { phone, handsOver, byAccountId }: Invited) {
  if (unit.state === 'rejected' || unit.state === 'suspended') refuse('wrong-state', { state: `unit-${unit.state}` });
  const phoneIndex = phoneIndexOf(ctx.ports.crypto, phone);
  const invited = { unitId: unit.id, phoneIndex, phoneMasked: maskPhone(phone), handsOver, byAccountId };
  const { id, token } = await addInvitation(ctx.h, invited, ctx.now);
  await note(ctx, unit, 'agent-invited', byAccountId);
  return { id, once: linkPath(token) };
}

/** Uses a link up. Refuses `invitation-invalid`, `phone-not-proven`, `invitation-of-another-phone`. */
export async function joinUnit(ctx: Context, token: string, accountId: string): Promise<string> {
  const { crypto } = ctx.ports;
  const invitation = (await findInvitation(ctx.h, token, ctx.now.wallMs)) ?? refuse('invitation-invalid');
  const phone = phoneOf(crypto, await loadAccount(ctx.h, accountId)) ?? refuse('phone-not-proven');
  if (phoneIndexOf(crypto, phone) !== invitation.phoneIndex) refuse('invitation-of-another-phone');
  const { id, unitId, handsOver, byAccountId } = invitation;
  const unit = (await findUnit(ctx.h, unitId)) ?? refuse('invitation-invalid');
  if (!(await endInvitation(ctx.h, unitId, id))) refuse('invitation-invalid');
  await addAgent(ctx.h, unitId, accountId, ctx.now.ms);
  await note(ctx, unit, 'agent-joined', accountId);
  if (handsOver && byAccountId !== accountId) await end(ctx, unit, byAccountId, accountId);
  return unitId;
}

/** Which unit a link is about. Refuses `invitation-invalid`. */
export async function unitOfInvitation({ h, now }: Pick<Context, 'h' | 'now'>, token: string) {
  const { unitId, handsOver } = (await findInvitation(h, token, now.wallMs)) ?? refuse('invitation-invalid');
  return { unit: (await findUnit(h, unitId)) ?? refuse('invitation-invalid'), handsOver };
}

/** Makes these accounts agents of an approved unit that has none. Refuses `wrong-state`, `changed-meanwhile`. */
export async function giveAgents(
  ctx: Context,
  unitId: string,
  given: { readonly accountIds: readonly string[]; readonly byAccountId: string },
): Promise<void> {
  const unit = (await lockUnit(ctx.h, unitId)) ?? refuse('not-found');
  if (unit.state !== 'approved') refuse('wrong-state', { state: `unit-${unit.state}` });
  if ((await agentsOf(ctx.h, unitId)).length > 0) refuse('changed-meanwhile');
  for (const accountId of given.accountIds) {
    await addAgent(ctx.h, unitId, accountId, ctx.now.ms);
    await note(ctx, unit, 'agent-joined', given.byAccountId);
  }
}

/** Ends an agent's work; `keepsOne`: refuses `last-agent`, for nobody would be left to act. */
export async function removeAgent(
  ctx: Context,
  unit: Unit,
  given: { readonly accountId: string; readonly byAccountId: string; readonly keepsOne: boolean },
): Promise<void> {
  await lockUnit(ctx.h, unit.id);
  const agents = await agentsOf(ctx.h, unit.id);
  if (!agents.some(({ accountId }) => accountId === given.accountId)) refuse('not-found');
  if (given.keepsOne && agents.length === 1) refuse('last-agent');
  await end(ctx, unit, given.accountId, given.byAccountId);
}

async function end(ctx: Context, unit: Unit, accountId: string, byAccountId: string): Promise<void> {
  if (!(await endAgent(ctx.h, unit.id, accountId, ctx.now.ms))) return;
  await endInvitationsBy(ctx.h, unit.id, accountId);
  await note(ctx, unit, 'agent-removed', byAccountId);
  await ctx.emit(agentRemoved({ unitId: unit.id, accountId }));
}

async function note(
  ctx: Context,
  unit: Unit,
  code: 'agent-invited' | 'agent-joined' | 'agent-removed',
  byAccountId: string,
): Promise<void> {
  await noteEvent(ctx.h, ctx.ports.crypto, { unitId: unit.id, code, byAccountId, at: ctx.now.ms });
  ctx.audit(`unit-${code}`, { unitId: unit.id, bodyId: unit.bodyId });
}
