import { orders as contract } from '@jikaotong/shared/contract';
import { type Actor, type Context, bodiesOf, command, query, refuse } from '../../platform/http';
import { findReceipt } from './payment.repository';
import { presentOrder } from './order.presenter';
import { findOrderForBodies, lockOrderForBodies } from './order.repository';
import { refuseClaim, takeReceipt } from './receipt';
import { undoReceipt } from './undo-receipt';

const get = query(contract.getStaffOrder, async (ctx) => {
  const bodyIds = bodiesOf(ctx.actor, contract.getStaffOrder.who);
  return presentOrder(ctx, (await findOrderForBodies(ctx.h, bodyIds, ctx.input.params.id)) ?? refuse('not-found'));
});

const record = command(contract.recordReceipt, {
  handle: async (ctx) => {
    const order = await lockForFinance(ctx, ctx.input.params.id);
    const { receiptId = null, reference = null, reason = null, method, amountFen, paidOn } = ctx.input.body;
    await takeReceipt(ctx, order, {
      receiptId,
      reference,
      reason,
      method,
      amountFen,
      paidOn,
      byAccountId: ctx.actor.accountId,
    });
    return { id: order.id };
  },
  present: async (ctx, orderId) => presentOrder(ctx, await loadForFinance(ctx, orderId)),
});

const refuseTransfer = command(contract.refuseTransfer, {
  handle: async (ctx) => {
    const receipt = (await findReceipt(ctx.h, ctx.input.params.id)) ?? refuse('not-found');
    const order = await loadForFinance(ctx, receipt.orderId);
    await refuseClaim(ctx, order, receipt.id, { accountId: ctx.actor.accountId, reason: ctx.input.body.reason });
    return { id: order.id };
  },
  present: async (ctx, orderId) => presentOrder(ctx, await loadForFinance(ctx, orderId)),
});

const undo = command(contract.undoReceipt, {
  handle: async (ctx) => {
    const bodyIds = bodiesOf(ctx.actor, contract.undoReceipt.who);
    const { orderId } = (await findReceipt(ctx.h, ctx.input.params.id)) ?? refuse('not-found');
    const order = (await lockOrderForBodies(ctx.h, bodyIds, orderId)) ?? refuse('not-found');
    // read again under the lock: a colleague may have asked meanwhile
    const receipt = (await findReceipt(ctx.h, ctx.input.params.id)) ?? refuse('not-found');
    await undoReceipt(ctx, order, receipt, ctx.input.body.reason);
    return { id: order.id };
  },
  present: async (ctx, orderId) => {
    const bodyIds = bodiesOf(ctx.actor, contract.undoReceipt.who);
    return presentOrder(ctx, (await findOrderForBodies(ctx.h, bodyIds, orderId)) ?? refuse('not-found'));
  },
});

export const routes = [get, record, refuseTransfer, undo];

const loadForFinance = async (ctx: Pick<Context, 'h'> & { actor: Actor }, id: string) =>
  (await findOrderForBodies(ctx.h, bodiesOf(ctx.actor, ['finance']), id)) ?? refuse('not-found');

const lockForFinance = async (ctx: Context & { actor: Actor }, id: string) =>
  (await lockOrderForBodies(ctx.h, bodiesOf(ctx.actor, ['finance']), id)) ?? refuse('not-found');
