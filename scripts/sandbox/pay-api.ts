import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { AnswerFault } from './faults';
import { type SandboxAnswer, type SandboxContext, type SandboxRequest, parseJson } from './sandbox-context';
import { tradeBill } from './pay-bill';
import { orderBy, transactionOf } from './pay-orders';
import { amountFen, type Reply, refused, tradeNo } from './pay-reply';
import { queryRefund, refund } from './pay-refunds';
import { merchantOf, platformSignature } from './pay-signature';
import type { SandboxMerchant } from './secrets';
import type { SandboxOrder } from './state';

/** Pay v3 as the merchant sees it: every request verified, every answer signed but downloads. */
export function payApi(ctx: SandboxContext, request: SandboxRequest, fault: AnswerFault | null): SandboxAnswer {
  const merchant = merchantOf(ctx, request);
  if (typeof merchant === 'string') return unsigned(401, { code: 'SIGN_ERROR', message: merchant });
  const reply = fault === 'refused' ? refused(400, 'INVALID_REQUEST', '请求不符合规则') : route(ctx, request, merchant);
  if ('file' in reply) return { status: 200, headers: { 'content-type': 'text/plain' }, body: reply.file };
  const body = reply.body === null ? '' : JSON.stringify(reply.body);
  return {
    status: reply.status,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'Request-ID': randomBytes(12).toString('hex'),
      ...platformSignature(ctx, merchant, body, fault === 'forged'),
    },
    body,
  };
}

function route(ctx: SandboxContext, request: SandboxRequest, merchant: SandboxMerchant): Reply {
  const path = request.url.pathname.replace(/^\/v3\//, '');
  const is = (method: string, pattern: RegExp) => (request.method === method ? pattern.exec(path) : null);
  if (is('POST', /^pay\/transactions\/jsapi$/)) return prepay(ctx, request, merchant, 'JSAPI');
  if (is('POST', /^pay\/transactions\/h5$/)) return prepay(ctx, request, merchant, 'MWEB');
  if (is('POST', /^pay\/transactions\/native$/)) return prepay(ctx, request, merchant, 'NATIVE');
  const closed = is('POST', /^pay\/transactions\/out-trade-no\/([^/]+)\/close$/);
  if (closed) return close(ctx, request, merchant, nameIn(closed));
  const asked = is('GET', /^pay\/transactions\/out-trade-no\/([^/]+)$/);
  if (asked) return query(ctx, request, merchant, nameIn(asked));
  if (is('POST', /^refund\/domestic\/refunds$/)) return refund(ctx, request, merchant);
  const refundAsked = is('GET', /^refund\/domestic\/refunds\/([^/]+)$/);
  if (refundAsked) return queryRefund(ctx, merchant, nameIn(refundAsked));
  if (is('GET', /^bill\/tradebill$/)) return bill(ctx, request, merchant);
  if (is('GET', /^billdownload\/file$/)) return billFile(ctx, request, merchant);
  return refused(404, 'RESOURCE_NOT_EXISTS', '接口不存在');
}

const common = z.object({
  appid: z.string(),
  mchid: z.string(),
  description: z.string().min(1).max(127),
  out_trade_no: tradeNo,
  time_expire: z.iso.datetime({ offset: true }).optional(),
  attach: z.string().max(128).optional(),
  notify_url: z.url().refine((url) => !url.includes('?')),
  amount: z.object({ total: amountFen, currency: z.literal('CNY').optional() }),
});
const bodies = {
  JSAPI: common.extend({ payer: z.object({ openid: z.string().min(1) }) }),
  MWEB: common.extend({
    scene_info: z.object({ payer_client_ip: z.string().min(3), h5_info: z.object({ type: z.string() }) }),
  }),
  NATIVE: common,
};
const openidIn = z.object({ payer: z.object({ openid: z.string() }) });

function prepay(
  ctx: SandboxContext,
  request: SandboxRequest,
  merchant: SandboxMerchant,
  kind: SandboxOrder['kind'],
): Reply {
  const raw = parseJson(request.body);
  const read = bodies[kind].safeParse(raw);
  if (!read.success) return refused(400, 'PARAM_ERROR', `参数错误: ${read.error.issues[0]?.path.join('.') ?? ''}`);
  const wanted = read.data;
  if (wanted.mchid !== merchant.mchid || wanted.appid !== merchant.appid)
    return refused(400, 'APPID_MCHID_NOT_MATCH', 'appid和mch_id不匹配');
  const expiresMs = wanted.time_expire === undefined ? null : Date.parse(wanted.time_expire);
  if (expiresMs !== null && (expiresMs <= Date.now() || expiresMs > Date.now() + 90 * 86_400_000))
    return refused(400, 'PARAM_ERROR', '参数错误: time_expire');
  const former = orderBy(ctx, merchant.mchid, wanted.out_trade_no);
  if (former?.state === 'CLOSED') return refused(400, 'ORDER_CLOSED', '订单已关闭');
  if (former && former.state !== 'NOTPAY') return refused(400, 'ORDERPAID', '该订单已支付');
  const same = former?.kind === kind && former.totalFen === wanted.amount.total;
  if (former && !same) return refused(403, 'OUT_TRADE_NO_USED', '商户订单号重复');
  const order: SandboxOrder = former ?? {
    prepayId: `wx${Date.now()}${randomBytes(10).toString('hex')}`,
    kind,
    mchid: merchant.mchid,
    appid: merchant.appid,
    outTradeNo: wanted.out_trade_no,
    description: wanted.description,
    attach: wanted.attach ?? null,
    totalFen: wanted.amount.total,
    openid: openidIn.safeParse(raw).data?.payer.openid ?? null,
    notifyUrl: wanted.notify_url,
    expiresMs,
    createdMs: Date.now(),
    state: 'NOTPAY',
    transactionId: null,
    paidMs: null,
  };
  if (!former) ctx.store.state.orders.push(order);
  ctx.store.changed();
  const answers = {
    JSAPI: { prepay_id: order.prepayId },
    MWEB: { h5_url: `${ctx.baseUrl()}/cashier?prepay_id=${order.prepayId}` },
    NATIVE: { code_url: `${ctx.baseUrl()}/cashier?prepay_id=${order.prepayId}` },
  };
  return { status: 200, body: answers[kind] };
}

function query(ctx: SandboxContext, request: SandboxRequest, merchant: SandboxMerchant, outTradeNo: string): Reply {
  if (request.url.searchParams.get('mchid') !== merchant.mchid) return refused(400, 'PARAM_ERROR', '参数错误: mchid');
  const order = orderBy(ctx, merchant.mchid, outTradeNo);
  return order ? { status: 200, body: transactionOf(order) } : refused(404, 'ORDER_NOT_EXIST', '订单不存在');
}

function close(ctx: SandboxContext, request: SandboxRequest, merchant: SandboxMerchant, outTradeNo: string): Reply {
  const read = z.object({ mchid: z.literal(merchant.mchid) }).safeParse(parseJson(request.body));
  if (!read.success) return refused(400, 'PARAM_ERROR', '参数错误: mchid');
  const order = orderBy(ctx, merchant.mchid, outTradeNo);
  if (!order) return refused(404, 'ORDER_NOT_EXIST', '订单不存在');
  if (order.state === 'CLOSED') return refused(400, 'ORDER_CLOSED', '订单已关闭');
  if (order.state !== 'NOTPAY') return refused(400, 'ORDERPAID', '该订单已支付');
  order.state = 'CLOSED';
  ctx.store.changed();
  return { status: 204, body: null };
}

function bill(ctx: SandboxContext, request: SandboxRequest, merchant: SandboxMerchant): Reply {
  const day = request.url.searchParams.get('bill_date') ?? '';
  const text = tradeBill(ctx.store.state, merchant, day);
  if (text === null) return refused(400, 'NO_STATEMENT_EXIST', '账单文件不存在');
  return {
    status: 200,
    body: {
      hash_type: 'SHA1',
      hash_value: createHash('sha1').update(text).digest('hex'),
      download_url: `${ctx.baseUrl()}/v3/billdownload/file?token=${Buffer.from(day).toString('base64url')}`,
    },
  };
}

function billFile(ctx: SandboxContext, request: SandboxRequest, merchant: SandboxMerchant): Reply {
  const day = Buffer.from(request.url.searchParams.get('token') ?? '', 'base64url').toString();
  const text = tradeBill(ctx.store.state, merchant, day);
  return text === null ? refused(400, 'NO_STATEMENT_EXIST', '账单文件不存在') : { file: text };
}

const nameIn = (match: RegExpExecArray): string => decodeURIComponent(match[1] ?? '');
const unsigned = (status: number, body: unknown): SandboxAnswer => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(body),
});
