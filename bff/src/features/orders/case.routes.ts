import { CASE_ABOUT, CaseKind, type CaseView, orders as contract } from '@jikaotong/shared/contract';
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
import { type CandidateKind, kindsAndNamesOf } from '../candidates';
import { type Case, closeCase, findCase, listCasesFor } from '../cases';
import { returnsOfCases } from './follow-session.repository';
import { settleDue } from './give-back';
import { receiptsOf, refundsOfCases } from './payment.repository';
import { approveRefund, sendRefund, takeOverRefund } from './refund';
import { orUnavailable } from './wechat-pay';

const kindsAbout = (what: 'people' | 'money') => CaseKind.options.filter((kind) => CASE_ABOUT[kind] === what);

/** Without an attempt these are about money outside WeChat, which goes back by hand. */
const BY_HAND: readonly CaseKind[] = ['refund-due', 'paid-twice'];

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
    if (BY_HAND.includes(found.kind) && found.attemptId === null) await settleDue(c, found, { ...by, action });
    else if (action === 'refund') await approveRefund(c, found, by);
    else if (found.kind === 'refund-due') refuse('wrong-state', { state: 'refund-due' });
    c.audit('case-resolved', { caseId: found.id }, { kind: found.kind, action });
    return { id: found.id };
  },
  call: async (o, caseId) => {
    const [refund] = await o.read((h) => refundsOfCases(h, [caseId]));
    // noted only: what was decided before is not asked for again
    const isDecided = refund?.state === 'approved' || refund?.state === 'processing';
    return isDecided ? orUnavailable(o.ports, sendRefund(o, refund.id)) : null;
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

async function presentCases({ h }: Pick<Context, 'h'>, cases: readonly Case[]): Promise<CaseView[]> {
  const ids = cases.map(({ id }) => id);
  const refunds = await refundsOfCases(h, ids);
  const returns = await returnsOfCases(h, ids);
  const states = new Map([...refunds, ...returns].map(({ caseId, state }) => [caseId, state]));
  const about = await kindsAndNamesOf(
    h,
    cases.flatMap(({ candidateId, otherCandidateId }) => [candidateId, otherCandidateId]),
  );
  const only = (kind: CandidateKind, id: string | null) => (id !== null && about.get(id)?.kind === kind ? id : null);
  const receipts = await receiptsOf(
    h,
    returns.map(({ orderId }) => orderId),
  );
  const methods = new Map(
    returns.map(({ caseId, receiptId }) => [caseId, receipts.find(({ id }) => id === receiptId)?.method ?? null]),
  );
  return cases.map((row) => ({
    id: row.id,
    bodyId: row.bodyId,
    kind: row.kind,
    applicationId: only('application', row.candidateId),
    otherApplicationId: only('application', row.otherCandidateId),
    entryId: only('entry', row.candidateId),
    otherEntryId: only('entry', row.otherCandidateId),
    candidateName: about.get(only('application', row.candidateId) ?? '')?.name ?? null,
    orderId: row.orderId,
    amountFen: row.amountFen,
    method: row.attemptId === null ? (methods.get(row.id) ?? null) : 'wechat',
    state: row.state,
    refund: states.get(row.id) ?? null,
    openedAt: row.openedAt,
    resolution: row.resolution,
  }));
}
