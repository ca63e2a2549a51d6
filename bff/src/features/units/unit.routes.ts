import { units as contract } from '@jikaotong/shared/contract';
import { type Actor, type Context, type Route, action, command, query, refuse } from '../../platform/http';
import { loadAccount } from '../accounts';
import { findBody, listBodies } from '../bodies';
import { endInvitation, findOwnUnit, unitsOf } from './agent.repository';
import { inviteAgent, joinUnit, removeAgent, unitOfInvitation } from './invite-agent';
import { changeUnit, registerUnit } from './register-unit';
import { presentSummary, presentUnit } from './unit.presenter';
import type { Unit } from './unit.repository';

type Asked = Pick<Context, 'h'> & { readonly actor: Actor };

/** An agent's unit; for everybody else it does not exist. */
const loadOwn = async ({ h, actor }: Asked, id: string): Promise<Unit> =>
  (await findOwnUnit(h, actor.accountId, id)) ?? refuse('not-found');

const listMine = query(contract.listMyUnits, async (ctx) => {
  const items = [];
  for (const unit of await unitsOf(ctx.h, ctx.actor.accountId)) items.push(await presentSummary(ctx, unit));
  return { items, bodies: (await listBodies(ctx.h)).map(({ id, name }) => ({ id, name })) };
});

const register = command(contract.registerUnit, {
  handle: async (ctx) => {
    const { body } = ctx.input;
    if (!(await findBody(ctx.h, body.bodyId))) refuse('not-found');
    if ((await loadAccount(ctx.h, ctx.actor.accountId)).phone === null) refuse('phone-not-proven');
    return { id: await registerUnit(ctx, body, ctx.actor) };
  },
  present: async (ctx, id) => presentUnit(ctx, await loadOwn(ctx, id)),
});

const get = query(contract.getUnit, async (ctx) => presentUnit(ctx, await loadOwn(ctx, ctx.input.params.id)));

const change = action(contract.changeUnit, {
  handle: async (ctx) => {
    const unit = await loadOwn(ctx, ctx.input.params.id);
    const { accountId } = ctx.actor;
    await changeUnit(ctx, unit, { version: ctx.ifMatch, parts: ctx.input.body, accountId });
    return presentUnit(ctx, await loadOwn(ctx, unit.id));
  },
});

const invite = command(contract.inviteAgent, {
  handle: async (ctx) => {
    const unit = await loadOwn(ctx, ctx.input.params.id);
    return inviteAgent(ctx, unit, { ...ctx.input.body, byAccountId: ctx.actor.accountId });
  },
  present: (_, invitationId, once) => Promise.resolve({ invitationId, linkPath: once ?? null }),
});

const withdrawInvitation = action(contract.withdrawAgentInvitation, {
  handle: async (ctx) => {
    const unit = await loadOwn(ctx, ctx.input.params.id);
    if (!(await endInvitation(ctx.h, unit.id, ctx.input.params.invitationId))) refuse('wrong-state');
    return { done: true as const };
  },
});

const readInvitation = query(contract.readUnitInvitation, async (ctx) => {
  const { unit, handsOver } = await unitOfInvitation(ctx, ctx.input.params.token);
  return { unitName: unit.name, bodyName: (await findBody(ctx.h, unit.bodyId))?.name ?? '', handsOver };
});

const join = command(contract.joinUnit, {
  handle: async (ctx) => ({ id: await joinUnit(ctx, ctx.input.params.token, ctx.actor.accountId) }),
  present: (_, unitId) => Promise.resolve({ unitId }),
});

const remove = action(contract.removeAgent, {
  handle: async (ctx) => {
    const unit = await loadOwn(ctx, ctx.input.params.id);
    const { accountId } = ctx.input.params;
    await removeAgent(ctx, unit, { accountId, byAccountId: ctx.actor.accountId, keepsOne: true });
    return { done: true as const };
  },
});

export const routes: Route[] = [
  listMine,
  register,
  get,
  change,
  invite,
  withdrawInvitation,
  readInvitation,
  join,
  remove,
];
