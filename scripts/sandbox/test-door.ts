import { z } from 'zod';
import { type Answer, type Room, type Visit, json, parseJson } from './door';
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
export function testDoor(room: Room, visit: Visit): Answer | null {
  if (!visit.url.pathname.startsWith('/sandbox/')) return null;
  const { state } = room.store;
  const [, , name = '', id = '', act = ''] = visit.url.pathname.split('/').map(decodeURIComponent);
  const query = visit.url.searchParams;
  const body = visit.body === '' ? {} : parseJson(visit.body);
  const only = <T>(rows: readonly T[], field: keyof T & string): Answer => {
    const wanted = query.get(field);
    return json(wanted === null ? rows : rows.filter((row) => row[field] === wanted));
  };
  switch (`${visit.method} ${name}`) {
    case 'GET sms':
      return only(state.sms, 'phone');
    case 'GET messages':
      return only(state.messages, 'openid');
    case 'GET orders':
      return only(state.orders, 'outTradeNo');
    case 'GET refunds':
      return only(state.refunds, 'outRefundNo');
    case 'GET notices':
      return json(state.notices.map(({ id: noticeId, url, attempts }) => ({ id: noticeId, url, attempts })));
    case 'POST login-code':
      return withBody(loginBody, body, (read) => json(mintLoginCode(room, read.openid)));
    case 'POST phone-code':
      return withBody(phoneBody, body, (read) => json(mintPhoneCode(room, read.phone)));
    case 'POST grants':
      return withBody(grantBody, body, (read) => {
        for (const templateId of read.templateIds) grantMessage(room, read.openid, templateId);
        return json({ ok: true });
      });
    case 'POST pay':
      return paid(room, id);
    case 'POST request-payment':
      return withBody(paymentBody, body, (read) => requestPayment(room, read));
    case 'POST refunds': {
      const refund = state.refunds.find((each) => each.outRefundNo === id && each.status === 'PROCESSING');
      if (!refund || act !== 'settle') return json({ error: 'refund-not-found' }, 404);
      settleRefund(room, refund);
      return json({ ok: true });
    }
    case 'GET faults':
      return json(room.faults);
    case 'POST faults':
      return withBody(faultsSchema.partial(), body, (read) => json(Object.assign(room.faults, read)));
    case 'DELETE faults':
      return json(Object.assign(room.faults, noFaults()));
    default:
      return json({ error: 'not-found' }, 404);
  }
}

/** What wx.requestPayment does: the parameters must bear the merchant's signature. */
function requestPayment(room: Room, params: z.infer<typeof paymentBody>): Answer {
  const prepayId = params.package.slice('prepay_id='.length);
  const order = room.store.state.orders.find((each) => each.prepayId === prepayId);
  const merchant = order && room.merchant(order.mchid);
  if (!merchant) return json({ error: 'order-not-found' }, 404);
  if (!isPaymentSigned(merchant, params)) return json({ error: 'bad-signature' }, 403);
  return paid(room, prepayId);
}

function paid(room: Room, prepayId: string): Answer {
  const order = payOrder(room, prepayId);
  return typeof order === 'string' ? json({ error: order }, order === 'order-not-found' ? 404 : 409) : json(order);
}

function withBody<T>(schema: z.ZodType<T>, body: unknown, go: (read: T) => Answer): Answer {
  const read = schema.safeParse(body);
  return read.success ? go(read.data) : json({ error: 'bad-body' }, 400);
}
