import { z } from 'zod';
import { type SandboxAnswer, type SandboxContext, type SandboxRequest, jsonAnswer, parseJson } from './sandbox-context';
import { faultsSchema, noFaults } from './faults';
import { payOrder, settleRefund } from './pay-orders';
import { isPaymentSigned } from './pay-signature';
import { grantMessage, mintLoginCode, mintPhoneCode } from './wechat-api';

const loginBody = z.object({ openid: z.string().optional() });
const phoneBody = z.object({ phone: z.string() });
const grantBody = z.object({ openid: z.string(), templateIds: z.array(z.string()) });
const paymentBody = z.object({
  timeStamp: z.string(),
  nonceStr: z.string(),
  package: z.string().startsWith('prepay_id='),
  signType: z.literal('RSA'),
  paySign: z.string(),
});

/** What the phone, its owner and the tests do to the sandbox, as JSON under /sandbox/; null for other paths. */
export function controlApi(ctx: SandboxContext, request: SandboxRequest): SandboxAnswer | null {
  if (!request.url.pathname.startsWith('/sandbox/')) return null;
  const { state } = ctx.store;
  const [, , name = '', id = '', act = ''] = request.url.pathname.split('/').map(decodeURIComponent);
  const query = request.url.searchParams;
  const body = request.body === '' ? {} : parseJson(request.body);
  const only = <T>(rows: readonly T[], field: keyof T & string): SandboxAnswer => {
    const wanted = query.get(field);
    return jsonAnswer(wanted === null ? rows : rows.filter((row) => row[field] === wanted));
  };
  switch (`${request.method} ${name}`) {
    case 'GET sms':
      return only(state.sms, 'phone');
    case 'GET messages':
      return only(state.messages, 'openid');
    case 'GET orders':
      return only(state.orders, 'outTradeNo');
    case 'GET refunds':
      return only(state.refunds, 'outRefundNo');
    case 'GET notices':
      return jsonAnswer(state.notices.map(({ id: noticeId, url, attempts }) => ({ id: noticeId, url, attempts })));
    case 'POST login-code':
      return withBody(loginBody, body, (read) => jsonAnswer(mintLoginCode(ctx, read.openid)));
    case 'POST phone-code':
      return withBody(phoneBody, body, (read) => jsonAnswer(mintPhoneCode(ctx, read.phone)));
    case 'POST grants':
      return withBody(grantBody, body, (read) => {
        for (const templateId of read.templateIds) grantMessage(ctx, read.openid, templateId);
        return jsonAnswer({ ok: true });
      });
    case 'POST pay':
      return paid(ctx, id);
    case 'POST request-payment':
      return withBody(paymentBody, body, (read) => requestPayment(ctx, read));
    case 'POST refunds': {
      const refund = state.refunds.find((each) => each.outRefundNo === id && each.status === 'PROCESSING');
      if (!refund || act !== 'settle') return jsonAnswer({ error: 'refund-not-found' }, 404);
      settleRefund(ctx, refund);
      return jsonAnswer({ ok: true });
    }
    case 'GET faults':
      return jsonAnswer(ctx.faults);
    case 'POST faults':
      return withBody(faultsSchema.partial(), body, (read) => jsonAnswer(Object.assign(ctx.faults, read)));
    case 'DELETE faults':
      return jsonAnswer(Object.assign(ctx.faults, noFaults()));
    default:
      return jsonAnswer({ error: 'not-found' }, 404);
  }
}

/** What wx.requestPayment does: the parameters must bear the merchant's signature. */
function requestPayment(ctx: SandboxContext, params: z.infer<typeof paymentBody>): SandboxAnswer {
  const prepayId = params.package.slice('prepay_id='.length);
  const order = ctx.store.state.orders.find((each) => each.prepayId === prepayId);
  const merchant = order && ctx.merchant(order.mchid);
  if (!merchant) return jsonAnswer({ error: 'order-not-found' }, 404);
  if (!isPaymentSigned(merchant, params)) return jsonAnswer({ error: 'bad-signature' }, 403);
  return paid(ctx, prepayId);
}

function paid(ctx: SandboxContext, prepayId: string): SandboxAnswer {
  const order = payOrder(ctx, prepayId);
  return typeof order === 'string'
    ? jsonAnswer({ error: order }, order === 'order-not-found' ? 404 : 409)
    : jsonAnswer(order);
}

function withBody<T>(schema: z.ZodType<T>, body: unknown, go: (read: T) => SandboxAnswer): SandboxAnswer {
  const read = schema.safeParse(body);
  return read.success ? go(read.data) : jsonAnswer({ error: 'bad-body' }, 400);
}
