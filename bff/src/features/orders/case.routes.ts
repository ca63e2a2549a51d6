import { type CaseView, casesAbout, orders as contract } from '@jikaotong/shared/contract';
import { refundStatesThatAre } from '@jikaotong/shared/rules/fees';
import { type Actor, type Context, bodiesOf, command, query, refuse } from '../../platform/http';
import { type Case, closeCase, findCase } from '../cases';
import { presentCases } from './case.presenter';
import { returnsOfCases } from './follow-session.repository';
import { settleDue } from './give-back';
import { refundsOfCases } from './payment.repository';
import { reinstateByCase } from './reinstate';
import { sendRefund, takeOverRefund } from './refund';
import { directReturns } from './refund-account';
import { BY_HAND, refundByCase } from './refund-by-case';
import { orUnavailable } from './ask-provider';

const one = query(contract.getCase, async (ctx) => {
  const found = await loadCase(ctx, ctx.input.params.id);
  return present(ctx, found);
});

const resolve = command(contract.resolveCase, {
  handle: async (ctx) => {
    const found = await loadCase(ctx, ctx.input.params.id);
    // what a candidate asks for is decided with its evidence, not closed with a word
    if (found.kind === 'correction-asked') refuse('wrong-state', { state: 'correction-asked' });
    // nor is what becomes of a paid application
    if (found.kind === 'banned-paid') refuse('wrong-state', { state: 'banned-paid' });
    const { action, note } = ctx.input.body;
    const by = { accountId: ctx.actor.accountId, note };
    if (found.state !== 'open') refuse('wrong-state', { state: 'resolved' });
    if (action === 'refund') {
      await refundByCase(ctx, found, note);
      return { id: found.id };
    }
    if (!(await closeCase(ctx, found.id, { ...by, nowMs: ctx.now.ms }))) refuse('wrong-state', { state: 'resolved' });
    if (action === 'reinstate') await reinstateByCase(ctx, found);
    else if (BY_HAND[found.kind] && found.attemptId === null) await settleDue(ctx, found, { ...by, action });
    else if (found.kind === 'refund-due') refuse('wrong-state', { state: 'refund-due' });
    ctx.audit('case-resolved', { caseId: found.id }, { kind: found.kind, action });
    return { id: found.id };
  },
  call: async (outside, caseId) => {
    const [refund] = await outside.read((h) => refundsOfCases(h, [caseId]));
    // noted only: what was decided before is not asked for again
    return refund && refundStatesThatAre('decided').includes(refund.state)
      ? orUnavailable(outside.ports, sendRefund(outside, refund.id))
      : null;
  },
  finish: async (ctx, _caseId, told) => {
    if (told) await takeOverRefund(ctx, told);
  },
  present: async (ctx, caseId) => present(ctx, await loadCase(ctx, caseId)),
});

const direct = command(contract.noteRefundAccount, {
  handle: async (ctx) => {
    const found = await loadCase(ctx, ctx.input.params.id);
    await directReturns(ctx, await returnsOfCases(ctx.h, [found.id]), ctx.input.body);
    return { id: found.id };
  },
  present: async (ctx, caseId) => present(ctx, await loadCase(ctx, caseId)),
});

export const routes = [one, resolve, direct];

async function present(ctx: Pick<Context, 'h' | 'ports'>, found: Case): Promise<CaseView> {
  const [view] = await presentCases(ctx, [found]);
  if (!view) throw new Error(`case ${found.id} is gone`);
  return view;
}

/** Reviewers see what is about people, finance what is about money, administrators both. */
const scopeOf = (actor: Actor) => [
  { bodyIds: bodiesOf(actor, ['reviewer', 'administrator']), kinds: casesAbout('people') },
  { bodyIds: bodiesOf(actor, ['finance', 'administrator']), kinds: casesAbout('money') },
];

async function loadCase(ctx: Pick<Context, 'h'> & { actor: Actor }, id: string): Promise<Case> {
  for (const { bodyIds, kinds } of scopeOf(ctx.actor)) {
    const found = await findCase(ctx.h, bodyIds, id);
    if (found && kinds.includes(found.kind)) return found;
  }
  return refuse('not-found');
}
