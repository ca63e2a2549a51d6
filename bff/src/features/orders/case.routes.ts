import { CASE_ABOUT, CaseKind, orders as contract } from '@jikaotong/shared/contract';
import { refundStatesThatAre } from '@jikaotong/shared/rules/fees';
import {
  type Actor,
  type Context,
  DEFAULT_PAGE,
  bodiesOf,
  command,
  lastSeen,
  pageOf,
  query,
  refuse,
} from '../../platform/http';
import { type Case, closeCase, findCase, listCasesFor } from '../cases';
import { presentCases } from './case.presenter';
import { settleDue } from './give-back';
import { refundsOfCases } from './payment.repository';
import { approveRefund, sendRefund, takeOverRefund } from './refund';
import { orUnavailable } from './ask-provider';

const kindsAbout = (what: 'people' | 'money') => CaseKind.options.filter((kind) => CASE_ABOUT[kind] === what);

/** Whether a case without an attempt is about money outside WeChat, which goes back by hand. */
const BY_HAND: Readonly<Record<CaseKind, boolean>> = {
  'document-twice': false,
  'paid-twice': true,
  'paid-late': true,
  'amount-mismatch': false,
  'refund-due': true,
  'exam-day-changed': false,
};

const list = query(contract.listCases, async (ctx) => {
  const { state = null, limit = DEFAULT_PAGE } = ctx.input.query;
  const cursor = lastSeen(ctx.input.query.cursor);
  const rows = await listCasesFor(ctx.h, scopeOf(ctx.actor), { state, cursor, limit: limit + 1 });
  const { items, next } = pageOf(rows, limit, (row) => [row.id]);
  return { items: await presentCases(ctx, items), next };
});

const resolve = command(contract.resolveCase, {
  handle: async (ctx) => {
    const found = await loadCase(ctx, ctx.input.params.id);
    const { action, note } = ctx.input.body;
    const by = { accountId: ctx.actor.accountId, note };
    if (!(await closeCase(ctx.h, found.id, { ...by, nowMs: ctx.now.ms }))) refuse('wrong-state', { state: 'resolved' });
    if (BY_HAND[found.kind] && found.attemptId === null) await settleDue(ctx, found, { ...by, action });
    else if (action === 'refund') await approveRefund(ctx, found, by);
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
  present: async (ctx, caseId) => {
    const [view] = await presentCases(ctx, [await loadCase(ctx, caseId)]);
    if (!view) throw new Error(`case ${caseId} is gone`);
    return view;
  },
});

export const routes = [list, resolve];

/** Reviewers see what is about people, finance what is about money, administrators both. */
const scopeOf = (actor: Actor) => [
  { bodyIds: bodiesOf(actor, ['reviewer', 'administrator']), kinds: kindsAbout('people') },
  { bodyIds: bodiesOf(actor, ['finance', 'administrator']), kinds: kindsAbout('money') },
];

async function loadCase(ctx: Pick<Context, 'h'> & { actor: Actor }, id: string): Promise<Case> {
  for (const { bodyIds, kinds } of scopeOf(ctx.actor)) {
    const found = await findCase(ctx.h, bodyIds, id);
    if (found && kinds.includes(found.kind)) return found;
  }
  return refuse('not-found');
}
