import { z } from 'zod';
import { type SandboxContext, type SandboxRequest, parseJson } from './sandbox-context';
import { digits, orderBy, refundBody, settleRefund } from './pay-orders';
import { amountFen, type Reply, refused, tradeNo } from './pay-reply';
import type { SandboxMerchant } from './secrets';
import type { SandboxRefund } from './state';

const refundWanted = z.object({
  out_trade_no: tradeNo,
  out_refund_no: z.string().regex(/^[\w\-|*@]{1,64}$/),
  reason: z.string().max(80).optional(),
  notify_url: z.url().optional(),
  amount: z.object({ refund: amountFen, total: amountFen, currency: z.literal('CNY') }),
});

/** One refund; the same number with the same amount again is the same refund. */
export function refund(ctx: SandboxContext, request: SandboxRequest, merchant: SandboxMerchant): Reply {
  const read = refundWanted.safeParse(parseJson(request.body));
  if (!read.success) return refused(400, 'PARAM_ERROR', `参数错误: ${read.error.issues[0]?.path.join('.') ?? ''}`);
  const wanted = read.data;
  const order = orderBy(ctx, merchant.mchid, wanted.out_trade_no);
  if (!order) return refused(404, 'RESOURCE_NOT_EXISTS', '订单不存在');
  if (order.paidMs === null) return refused(400, 'INVALID_REQUEST', '订单未支付');
  if (wanted.amount.total !== order.totalFen) return refused(400, 'INVALID_REQUEST', '订单金额不一致');
  const mine = ctx.store.state.refunds.filter((each) => each.mchid === merchant.mchid);
  const former = mine.find((each) => each.outRefundNo === wanted.out_refund_no);
  if (former) {
    const same = former.outTradeNo === wanted.out_trade_no && former.refundFen === wanted.amount.refund;
    return same
      ? { status: 200, body: refundBody(order, former) }
      : refused(400, 'INVALID_REQUEST', '退款单号已使用且参数不一致');
  }
  const before = mine.filter((each) => each.outTradeNo === order.outTradeNo && each.status !== 'CLOSED');
  const refundedFen = before.reduce((sum, each) => sum + each.refundFen, 0);
  if (refundedFen + wanted.amount.refund > order.totalFen)
    return refused(400, 'INVALID_REQUEST', '退款金额超过订单可退金额');
  const made: SandboxRefund = {
    refundId: `50${digits(27)}`,
    outRefundNo: wanted.out_refund_no,
    mchid: merchant.mchid,
    outTradeNo: order.outTradeNo,
    reason: wanted.reason ?? null,
    notifyUrl: wanted.notify_url ?? null,
    refundFen: wanted.amount.refund,
    status: 'PROCESSING',
    createdMs: Date.now(),
    succeededMs: null,
  };
  ctx.store.state.refunds.push(made);
  const body = refundBody(order, made);
  ctx.store.changed();
  // As in WeChat, the answer says PROCESSING; the end is told by query or notification.
  if (!ctx.faults.refundHolds) settleRefund(ctx, made);
  return { status: 200, body };
}

export function queryRefund(ctx: SandboxContext, merchant: SandboxMerchant, outRefundNo: string): Reply {
  const found = ctx.store.state.refunds.find(
    (each) => each.mchid === merchant.mchid && each.outRefundNo === outRefundNo,
  );
  const order = found && orderBy(ctx, merchant.mchid, found.outTradeNo);
  if (!found || !order) return refused(404, 'RESOURCE_NOT_EXISTS', '退款单不存在');
  return { status: 200, body: refundBody(order, found) };
}
