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
import { findReceipt } from './money.repository';
import { presentOrder, presentOrders } from './order.presenter';
import { findOrderForBodies, listOrdersForBodies, settledFen } from './order.repository';
import { refuseClaim, takeReceipt } from './receipt';

const list = query(contract.listStaffOrders, async (c) => {
  const { sessionId = null, state = null, limit = DEFAULT_PAGE } = c.input.query;
  const filter = { bodyIds: bodiesOf(c.actor, contract.listStaffOrders.who), sessionId, state };
  const after = lastSeen(c.input.query.cursor);
  const rows = await listOrdersForBodies(c.h, filter, { after, limit: limit + 1 });
  const { items, next } = pageOf(rows, limit, (order) => [order.id]);
  return { items: await presentOrders(c, items), next, settledFen: await settledFen(c.h, filter) };
});

const record = command(contract.recordReceipt, {
  handle: async (c) => {
    const order = await loadForFinance(c, c.input.params.id);
    const { receiptId = null, reference = null, method, amountFen, paidOn } = c.input.body;
    await takeReceipt(c, order, { receiptId, reference, method, amountFen, paidOn, byAccountId: c.actor.accountId });
    return { id: order.id };
  },
  present: async (c, orderId) => presentOrder(c, await loadForFinance(c, orderId)),
});

const refuseTransfer = command(contract.refuseTransfer, {
  handle: async (c) => {
    const receipt = (await findReceipt(c.h, c.input.params.id)) ?? refuse('not-found');
    const order = await loadForFinance(c, receipt.orderId);
    await refuseClaim(c, order, receipt.id, { accountId: c.actor.accountId, reason: c.input.body.reason });
    return { id: order.id };
  },
  present: async (c, orderId) => presentOrder(c, await loadForFinance(c, orderId)),
});

export const routes = [list, record, refuseTransfer];

const loadForFinance = async (c: Pick<Context, 'h'> & { actor: Actor }, id: string) =>
  (await findOrderForBodies(c.h, bodiesOf(c.actor, ['finance']), id)) ?? refuse('not-found');
