import { applications as contract } from '@jikaotong/shared/contract';
import { type Actor, type Context, bodiesOf, command, query, refuse, refuseWhen } from '../../platform/http';
import { presentReview } from './application.presenter';
import { findForBodies } from './application.repository';
import { approve, reject, sendBack } from './decide';
import { loadFrame } from './frame';

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

export const routes = [get, approveOne, sendBackOne, rejectOne];

const reviewerOf = (actor: Actor) => ({ bodyIds: bodiesOf(actor, ['reviewer']), byAccountId: actor.accountId });

async function presentFor(c: Context & { actor: Actor }, id: string) {
  const row = await findForBodies(c.h, bodiesOf(c.actor, contract.getReview.who), id);
  if (!row) return refuse('not-found');
  return presentReview(c, row, await loadFrame(c.h, row));
}
