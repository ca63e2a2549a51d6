import { applications as contract } from '@jikaotong/shared/contract';
import { type Actor, type Context, bodiesOf, command, query, refuse, refuseWhen } from '../../platform/http';
import { presentReview } from './application.presenter';
import { findForBodies } from './application.repository';
import { approve, reject, sendBack } from './decide';
import { loadFrame } from './frame';
import { takeBackApproval } from './take-back-approval';

const get = query(contract.getReview, async (ctx) => {
  const view = await presentFor(ctx, ctx.input.params.id);
  // the full number is shown: who looked, and when, is kept
  ctx.audit('application-looked-at', { applicationId: view.id });
  return view;
});

const approveOne = command(contract.approveApplication, {
  handle: async (ctx) => {
    const { version, reason } = ctx.input.body;
    refuseWhen(await approve(ctx, { id: ctx.input.params.id, version, ...reviewerOf(ctx.actor) }, reason));
    return { id: ctx.input.params.id };
  },
  present: presentFor,
});

const sendBackOne = command(contract.returnApplication, {
  handle: async (ctx) => {
    const { version, remarks } = ctx.input.body;
    await sendBack(ctx, { id: ctx.input.params.id, version, ...reviewerOf(ctx.actor) }, remarks);
    return { id: ctx.input.params.id };
  },
  present: presentFor,
});

const rejectOne = command(contract.rejectApplication, {
  handle: async (ctx) => {
    const { version, reason } = ctx.input.body;
    await reject(ctx, { id: ctx.input.params.id, version, ...reviewerOf(ctx.actor) }, reason);
    return { id: ctx.input.params.id };
  },
  present: presentFor,
});

const takeBackOne = command(contract.takeBackApproval, {
  handle: async (ctx) => {
    const { version, ...why } = ctx.input.body;
    await takeBackApproval(ctx, { id: ctx.input.params.id, version, ...reviewerOf(ctx.actor) }, why);
    return { id: ctx.input.params.id };
  },
  present: presentFor,
});

export const routes = [get, approveOne, sendBackOne, rejectOne, takeBackOne];

const reviewerOf = (actor: Actor) => ({ bodyIds: bodiesOf(actor, ['reviewer']), byAccountId: actor.accountId });

async function presentFor(ctx: Context & { actor: Actor }, id: string) {
  const row = await findForBodies(ctx.h, bodiesOf(ctx.actor, contract.getReview.who), id);
  if (!row) return refuse('not-found');
  return presentReview(ctx, row, await loadFrame(ctx.h, row));
}
