import { orders as contract } from '@jikaotong/shared/contract';
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
import { findReceipt } from './payment.repository';
import { presentOrder, presentOrders } from './order.presenter';
import { findOrderForBodies, listOrdersForBodies, settledFen } from './order.repository';
import { refuseClaim, takeReceipt } from './receipt';

const list = query(contract.listStaffOrders, async (ctx) => {
  const { sessionId = null, state = null, limit = DEFAULT_PAGE } = ctx.input.query;
  const filter = { bodyIds: bodiesOf(ctx.actor, contract.listStaffOrders.who), sessionId, state };
  const after = lastSeen(ctx.input.query.cursor);
  const rows = await listOrdersForBodies(ctx.h, filter, { after, limit: limit + 1 });
  const { items, next } = pageOf(rows, limit, (order) => [order.id]);
  return { items: await presentOrders(ctx, items), next, settledFen: await settledFen(ctx.h, filter) };
});

const record = command(contract.recordReceipt, {
  handle: async (ctx) => {
    const order = await loadForFinance(ctx, ctx.input.params.id);
    const { receiptId = null, reference = null, method, amountFen, paidOn } = ctx.input.body;
    await takeReceipt(ctx, order, {
      receiptId,
      reference,
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

export const routes = [list, record, refuseTransfer];

const loadForFinance = async (ctx: Pick<Context, 'h'> & { actor: Actor }, id: string) =>
  (await findOrderForBodies(ctx.h, bodiesOf(ctx.actor, ['finance']), id)) ?? refuse('not-found');
