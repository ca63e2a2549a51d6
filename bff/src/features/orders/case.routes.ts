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
import { orUnavailable } from './wechat-pay';

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

const list = query(contract.listCases, async (c) => {
  const { state = null, limit = DEFAULT_PAGE } = c.input.query;
  const cursor = lastSeen(c.input.query.cursor);
  const rows = await listCasesFor(c.h, scopeOf(c.actor), { state, cursor, limit: limit + 1 });
  const { items, next } = pageOf(rows, limit, (row) => [row.id]);
  return { items: await presentCases(c, items), next };
});

const resolve = command(contract.resolveCase, {
  handle: async (c) => {
    const found = await loadCase(c, c.input.params.id);
    const { action, note } = c.input.body;
    const by = { accountId: c.actor.accountId, note };
    if (!(await closeCase(c.h, found.id, { ...by, nowMs: c.now.ms }))) refuse('wrong-state', { state: 'resolved' });
    if (BY_HAND[found.kind] && found.attemptId === null) await settleDue(c, found, { ...by, action });
    else if (action === 'refund') await approveRefund(c, found, by);
    else if (found.kind === 'refund-due') refuse('wrong-state', { state: 'refund-due' });
    c.audit('case-resolved', { caseId: found.id }, { kind: found.kind, action });
    return { id: found.id };
  },
  call: async (o, caseId) => {
    const [refund] = await o.read((h) => refundsOfCases(h, [caseId]));
    // noted only: what was decided before is not asked for again
    return refund && refundStatesThatAre('decided').includes(refund.state)
      ? orUnavailable(o.ports, sendRefund(o, refund.id))
      : null;
  },
  finish: async (c, _caseId, told) => {
    if (told) await takeOverRefund(c, told);
  },
  present: async (c, caseId) => {
    const [view] = await presentCases(c, [await loadCase(c, caseId)]);
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

async function loadCase(c: Pick<Context, 'h'> & { actor: Actor }, id: string): Promise<Case> {
  for (const { bodyIds, kinds } of scopeOf(c.actor)) {
    const found = await findCase(c.h, bodyIds, id);
    if (found && kinds.includes(found.kind)) return found;
  }
  return refuse('not-found');
}
