import type { Role } from '@jikaotong/shared/contract';
import { orderList } from '@jikaotong/shared/lists';
import { bodiesOf, refuse } from '../../platform/http';
import { type ActContext, type ActOn, serveList } from '../../platform/lists';
import { staffActor } from '../accounts';
import { orderSource } from './order-list.repository';
import { findAnyOrder, lockOrderForBodies } from './order.repository';
import { TURNS } from './order.states';
import { findReceipt } from './payment.repository';
import { takeReceipt } from './receipt';
import { undoReceipt } from './undo-receipt';

/** Books that one of many has paid its whole sum over the counter; refuses as `takeReceipt`. */
const cash: ActOn = async (ctx, { id }, needs) => {
  const order = await locked(ctx, id, ['finance']);
  // what lapsed or waits for a transfer is looked at by itself
  if (order.state !== 'open') refuse('wrong-state', { state: order.state });
  const { paidOn } = orderList.acts.cash.needs.parse(needs);
  const seen = { method: 'cash', amountFen: order.totalFen, paidOn, byAccountId: ctx.actor.accountId } as const;
  await takeReceipt(ctx, order, { ...seen, reference: null, reason: null, receiptId: null });
  return turnOf(ctx, id);
};

const undo: ActOn = async (ctx, { id }) => {
  const order = await locked(ctx, id, orderList.who);
  const receipt = order.settledBy === null ? null : await findReceipt(ctx.h, order.settledBy);
  if (!receipt) return refuse('wrong-state', { state: order.state });
  // a single one has a reason of its own
  await undoReceipt(ctx, order, receipt, '批量登记有误');
  return turnOf(ctx, id);
};

export const { routes, jobs } = serveList(orderList, {
  ...orderSource,
  acts: { cash, undo },
  actorNow: staffActor,
});

const locked = async (ctx: ActContext, id: string, roles: readonly Role[]) =>
  (await lockOrderForBodies(ctx.h, bodiesOf(ctx.actor, roles), id)) ?? refuse('not-found');

async function turnOf({ h }: ActContext, id: string): Promise<number> {
  const order = await findAnyOrder(h, id);
  return TURNS[order?.state ?? 'cancelled'];
}
