import { applications as contract } from '@jikaotong/shared/contract';
import {
  type Actor,
  type Context,
  DEFAULT_PAGE,
  bodiesOf,
  command,
  cursorIn,
  pageOf,
  query,
  refuse,
  refuseWhen,
} from '../../platform/http';
import { countOpenCases } from '../cases';
import { presentReview, presentReviewSummary } from './application.presenter';
import { findForBodies, listForBodies } from './application.repository';
import { searchIndices } from '../candidates';
import { approve, reject, sendBack } from './decide';
import { loadFrame, loadFrames } from './frame';

const list = query(contract.listReviews, async (c) => {
  const { q, sessionId = null, state = null, limit = DEFAULT_PAGE } = c.input.query;
  const filter = {
    bodyIds: bodiesOf(c.actor, contract.listReviews.who),
    sessionId,
    state,
    search: q === undefined ? null : searchIndices(c.ports.crypto, q),
  };
  const [at, id] = cursorIn(c.input.query.cursor, 2) ?? [];
  const submittedAt = Number(at ?? 0);
  if (!isStorable(submittedAt)) refuse('invalid-input', { issues: ['query.cursor'] });
  const cursor = at === undefined ? null : { submittedAt, id: String(id) };
  const rows = await listForBodies(c.h, filter, { cursor, limit: limit + 1 });
  const { items, next } = pageOf(rows, limit, (row) => [row.submittedAt ?? 0, row.id]);
  const frameOf = await loadFrames(c.h, items);
  const cases = await countOpenCases(
    c.h,
    items.map((row) => row.id),
  );
  return { items: items.map((row) => presentReviewSummary(c, row, frameOf(row), cases.get(row.id) ?? 0)), next };
});

/** Whether a database can compare with this instant. */
const isStorable = (ms: number): boolean => Number.isInteger(ms) && Math.abs(ms) < 1e14;

const get = query(contract.getReview, async (c) => {
  const view = await presentFor(c, c.input.params.id);
  // the full number is shown: who looked, and when, is kept
  c.audit('application-looked-at', { applicationId: view.id });
  return view;
});

const approveOne = command(contract.approveApplication, {
  handle: async (c) => {
    refuseWhen(await approve(c, { id: c.input.params.id, version: c.input.body.version, ...reviewerOf(c.actor) }));
    return { id: c.input.params.id };
  },
  present: presentFor,
});

const approveMany = command(contract.approveApplications, {
  handle: async (c) => {
    const results: { id: string; code: string }[] = [];
    for (const { id, version } of c.input.body.items) {
      const refused = await approve(c, { id, version, ...reviewerOf(c.actor) });
      results.push({ id, code: refused?.refused ?? 'ok' });
    }
    return { id: 'approvals', once: results };
  },
  // a replay finds them decided: those approved say so again
  present: async (c, _id, once) => ({ results: once ?? (await resultsAgain(c, c.input.body.items)) }),
});

const sendBackOne = command(contract.returnApplication, {
  handle: async (c) => {
    const { version, remarks } = c.input.body;
    await sendBack(c, { id: c.input.params.id, version, ...reviewerOf(c.actor) }, remarks);
    return { id: c.input.params.id };
  },
  present: presentFor,
});

const rejectOne = command(contract.rejectApplication, {
  handle: async (c) => {
    const { version, reason } = c.input.body;
    await reject(c, { id: c.input.params.id, version, ...reviewerOf(c.actor) }, reason);
    return { id: c.input.params.id };
  },
  present: presentFor,
});

export const routes = [list, get, approveOne, approveMany, sendBackOne, rejectOne];

const reviewerOf = (actor: Actor) => ({ bodyIds: bodiesOf(actor, ['reviewer']), byAccountId: actor.accountId });

async function presentFor(c: Context & { actor: Actor }, id: string) {
  const row = await findForBodies(c.h, bodiesOf(c.actor, contract.getReview.who), id);
  if (!row) return refuse('not-found');
  return presentReview(c, row, await loadFrame(c.h, row));
}

async function resultsAgain(c: Context & { actor: Actor }, items: readonly { id: string }[]) {
  const results: { id: string; code: string }[] = [];
  for (const { id } of items) {
    const row = await findForBodies(c.h, bodiesOf(c.actor, ['reviewer']), id);
    results.push({ id, code: row?.state === 'approved' ? 'ok' : row ? 'wrong-state' : 'not-found' });
  }
  return results;
}
