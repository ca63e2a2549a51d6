import { randomInt } from 'node:crypto';
import { rfc3339 } from './beijing';
import type { SandboxContext } from './sandbox-context';
import type { SandboxOrder, SandboxRefund } from './state';

export type PayProblem = 'order-not-found' | 'order-closed' | 'order-expired' | 'order-paid';

/** The payer pays: the order succeeds and the merchant is notified. */
export function payOrder(ctx: SandboxContext, prepayId: string): SandboxOrder | PayProblem {
  const order = ctx.store.state.orders.find((each) => each.prepayId === prepayId);
  if (!order) return 'order-not-found';
  if (order.state === 'CLOSED') return 'order-closed';
  if (order.state !== 'NOTPAY') return 'order-paid';
  if (order.expiresMs !== null && order.expiresMs <= Date.now()) return 'order-expired';
  order.state = 'SUCCESS';
  order.paidMs = Date.now();
  order.transactionId = `42000${digits(23)}`;
  ctx.store.changed();
  ctx.notify({
    url: order.notifyUrl,
    mchid: order.mchid,
    eventType: 'TRANSACTION.SUCCESS',
    resourceType: 'transaction',
    resource: JSON.stringify(transactionOf(order, ctx.faults.notifyAddFen)),
  });
  return order;
}

/** The money is back: the order shows REFUND and the merchant is notified where the refund names an address. */
export function settleRefund(ctx: SandboxContext, refund: SandboxRefund): void {
  refund.status = 'SUCCESS';
  refund.succeededMs = Date.now();
  const order = orderBy(ctx, refund.mchid, refund.outTradeNo);
  if (order) order.state = 'REFUND';
  ctx.store.changed();
  if (!order || refund.notifyUrl === null) return;
  const { status, ...rest } = refundBody(order, refund);
  ctx.notify({
    url: refund.notifyUrl,
    mchid: refund.mchid,
    eventType: 'REFUND.SUCCESS',
    resourceType: 'refund',
    resource: JSON.stringify({ mchid: refund.mchid, refund_status: status, ...rest }),
  });
}

export const orderBy = (ctx: SandboxContext, mchid: string, outTradeNo: string): SandboxOrder | undefined =>
  ctx.store.state.orders.find((each) => each.mchid === mchid && each.outTradeNo === outTradeNo);

const STATE_WORDS = { NOTPAY: '订单未支付', SUCCESS: '支付成功', REFUND: '转入退款', CLOSED: '订单已关闭' } as const;

/** The transaction as query and notification show it; `addFen` makes it lie about the amount. */
export const transactionOf = (order: SandboxOrder, addFen = 0) => ({
  appid: order.appid,
  mchid: order.mchid,
  out_trade_no: order.outTradeNo,
  trade_type: order.kind,
  trade_state: order.state,
  trade_state_desc: STATE_WORDS[order.state],
  ...(order.attach === null ? {} : { attach: order.attach }),
  ...(order.transactionId === null || order.paidMs === null
    ? { amount: { total: order.totalFen, currency: 'CNY' } }
    : {
        transaction_id: order.transactionId,
        bank_type: 'OTHERS',
        success_time: rfc3339(order.paidMs),
        amount: {
          total: order.totalFen + addFen,
          payer_total: order.totalFen + addFen,
          currency: 'CNY',
          payer_currency: 'CNY',
        },
      }),
  ...(order.openid === null ? {} : { payer: { openid: order.openid } }),
});

export const refundBody = (order: SandboxOrder, refund: SandboxRefund) => ({
  refund_id: refund.refundId,
  out_refund_no: refund.outRefundNo,
  transaction_id: order.transactionId ?? '',
  out_trade_no: order.outTradeNo,
  channel: 'ORIGINAL',
  user_received_account: '支付用户零钱',
  create_time: rfc3339(refund.createdMs),
  ...(refund.succeededMs === null ? {} : { success_time: rfc3339(refund.succeededMs) }),
  status: refund.status,
  amount: {
    total: order.totalFen,
    refund: refund.refundFen,
    payer_total: order.totalFen,
    payer_refund: refund.refundFen,
    settlement_refund: refund.refundFen,
    settlement_total: order.totalFen,
    discount_refund: 0,
    currency: 'CNY',
  },
});

export const digits = (count: number): string => Array.from({ length: count }, () => randomInt(10)).join('');
