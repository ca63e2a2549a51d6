import { type UnitEventCode, type UnitState, units as contract } from '@jikaotong/shared/contract';
import { addDays, dayAt } from '@jikaotong/shared/kernel';
import { unitList } from '@jikaotong/shared/lists';
import { unitFieldWord } from '@jikaotong/shared/words';
import { type Actor, type Context, type Route, action, bodiesOf, command, query, refuse } from '../../platform/http';
import { serveList } from '../../platform/lists';
import { tellAccount } from '../../platform/outbox';
import { agentsOf } from './agent.repository';
import { giveAgents, inviteAgent, removeAgent } from './invite-agent';
import { enterUnit } from './register-unit';
import { unitSource } from './unit-list.repository';
import { presentForStaff } from './unit.presenter';
import {
  type Unit,
  type UnitEventWords,
  changeUnitIf,
  findUnitOfBodies,
  holdCode,
  noteEvent,
  waitingUnits,
} from './unit.repository';

type Asked = Pick<Context, 'h'> & { readonly actor: Actor };

const loadUnit = async ({ h, actor }: Asked, id: string): Promise<Unit> =>
  (await findUnitOfBodies(h, bodiesOf(actor, contract.getStaffUnit.who), id)) ?? refuse('not-found');

const presentOwn = async (ctx: Asked & Pick<Context, 'now' | 'ports'>, id: string) =>
  presentForStaff(ctx, await loadUnit(ctx, id));

type Decision = {
  readonly from: UnitState;
  readonly to: UnitState;
  readonly code: Extract<UnitEventCode, UnitState | 'resumed'>;
  readonly words?: UnitEventWords;
  /** Which unit its agents read on with; its own where none is named. */
  readonly goOnWith?: string;
};

/** Decides on the version that was looked at. Refuses `wrong-state`, `changed-meanwhile`, `unit-code-held`. */
async function decide(
  ctx: Context & { actor: Actor; input: { params: { id: string }; body: { version: number } } },
  { from, to, code, words, goOnWith }: Decision,
): Promise<{ id: string }> {
  const unit = await loadUnit(ctx, ctx.input.params.id);
  if (unit.state !== from) refuse('wrong-state', { state: `unit-${unit.state}` });
  const guard = { id: unit.id, version: ctx.input.body.version, states: [from] };
  // who is rejected lets go of the code
  const set = { state: to, ...(to === 'rejected' ? { codeKey: null } : {}) };
  if (!(await changeUnitIf(ctx.h, guard, set))) refuse('changed-meanwhile');
  if (to === 'approved' && !(await holdCode(ctx.h, unit))) refuse('unit-code-held');
  const byAccountId = ctx.actor.accountId;
  await noteEvent(ctx.h, ctx.ports.crypto, {
    unitId: unit.id,
    code,
    byAccountId,
    at: ctx.now.ms,
    ...(words && { words }),
  });
  ctx.audit(`unit-${code}`, { unitId: unit.id, bodyId: unit.bodyId });
  await tellAgents(ctx, unit, { decision: code, goOnWith: goOnWith ?? unit.id, words });
  return { id: unit.id };
}

/** Its agents read what was decided, and why, where they read everything else. */
async function tellAgents(
  ctx: Context,
  unit: Unit,
  {
    decision,
    goOnWith,
    words,
  }: {
    readonly decision: Decision['code'];
    readonly goOnWith: string;
    readonly words: UnitEventWords | undefined;
  },
): Promise<void> {
  const remarks = (words?.remarks ?? []).map(({ field, text }) => `${unitFieldWord(field)}：${text}`).join('；');
  const reason = words?.reason ?? (remarks === '' ? null : remarks);
  const data = { unitName: unit.name, unitId: goOnWith, decision, reason };
  for (const { accountId } of await agentsOf(ctx.h, unit.id))
    await tellAccount(ctx, { accountId, bodyId: unit.bodyId, code: 'unit-decided', data });
}

/** No notice says how soon a unit is answered: three days are assumed, so that none is forgotten. */
const DECIDED_WITHIN_DAYS = 3;
const MOST_WAITING = 50;

const waiting = query(contract.listWaitingUnits, async ({ h, actor, now }) => {
  const found = await waitingUnits(h, bodiesOf(actor, contract.listWaitingUnits.who));
  const items = found.slice(0, MOST_WAITING).map(({ id, bodyId, name, since }) => {
    const dueOn = addDays(dayAt(since), DECIDED_WITHIN_DAYS);
    return { id, bodyId, name, dueOn, overdue: now.day > dueOn };
  });
  return { total: found.length, items };
});

const approve = command(contract.approveUnit, {
  handle: (ctx) => decide(ctx, { from: 'submitted', to: 'approved', code: 'approved' }),
  present: presentOwn,
});

const sendBack = command(contract.returnUnit, {
  handle: (ctx) =>
    decide(ctx, {
      from: 'submitted',
      to: 'returned',
      code: 'returned',
      words: { reason: null, remarks: ctx.input.body.remarks },
    }),
  present: presentOwn,
});

const because = (reason: string): UnitEventWords => ({ reason, remarks: [] });

const reject = command(contract.rejectUnit, {
  handle: (ctx) =>
    decide(ctx, { from: 'submitted', to: 'rejected', code: 'rejected', words: because(ctx.input.body.reason) }),
  present: presentOwn,
});

const takeClaimant = command(contract.takeClaimant, {
  handle: async (ctx) => {
    const claim = await loadUnit(ctx, ctx.input.params.id);
    const unit = await loadUnit(ctx, ctx.input.body.unitId);
    const isSame = claim.code !== null && claim.code === unit.code && claim.bodyId === unit.bodyId;
    if (!isSame || claim.id === unit.id) refuse('not-found');
    const accountIds = (await agentsOf(ctx.h, claim.id)).map(({ accountId }) => accountId);
    await giveAgents(ctx, unit.id, { accountIds, byAccountId: ctx.actor.accountId });
    const words = because(
      `这个代码协会已登记为“${unit.name}”，不用另外登记；您已是它的经办人，请在“我经办的单位”里办理`,
    );
    return decide(ctx, { from: 'submitted', to: 'rejected', code: 'rejected', words, goOnWith: unit.id });
  },
  present: presentOwn,
});

const suspend = command(contract.suspendUnit, {
  handle: (ctx) =>
    decide(ctx, { from: 'approved', to: 'suspended', code: 'suspended', words: because(ctx.input.body.reason) }),
  present: presentOwn,
});

const resume = command(contract.resumeUnit, {
  handle: (ctx) => decide(ctx, { from: 'suspended', to: 'approved', code: 'resumed' }),
  present: presentOwn,
});

const enter = command(contract.enterUnit, {
  handle: async (ctx) => {
    const bodyId = ctx.input.params.id;
    if (!bodiesOf(ctx.actor, contract.enterUnit.who).includes(bodyId)) refuse('not-found');
    return { id: await enterUnit(ctx, { ...ctx.input.body, bodyId }, ctx.actor) };
  },
  present: presentOwn,
});

const appoint = command(contract.appointAgent, {
  handle: async (ctx) => {
    const unit = await loadUnit(ctx, ctx.input.params.id);
    const { phone } = ctx.input.body;
    return inviteAgent(ctx, unit, { phone, handsOver: false, byAccountId: ctx.actor.accountId });
  },
  present: (_, invitationId, once) => Promise.resolve({ invitationId, linkPath: once ?? null }),
});

const dismiss = action(contract.dismissAgent, {
  handle: async (ctx) => {
    const unit = await loadUnit(ctx, ctx.input.params.id);
    const { accountId } = ctx.input.params;
    await removeAgent(ctx, unit, { accountId, byAccountId: ctx.actor.accountId, keepsOne: false });
    return { done: true as const };
  },
});

export const routes: Route[] = [
  ...serveList(unitList, { ...unitSource, acts: {} }).routes,
  waiting,
  query(contract.getStaffUnit, (ctx) => presentOwn(ctx, ctx.input.params.id)),
  enter,
  approve,
  sendBack,
  reject,
  takeClaimant,
  suspend,
  resume,
  appoint,
  dismiss,
];
