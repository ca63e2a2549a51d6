import { type Result, failed, ok } from '@jikaotong/shared/kernel';
import type { AttemptMethod, AttemptThrough } from '@jikaotong/shared/rules/fees';
import type { Ports } from '../../platform/http';
import type { Pay, PayRefund, Prepay, PrepayRefusal, TradeState, Transaction } from '../../platform/wechat';
import { findOpenid } from '../accounts';
import { type Merchant, findMerchant, findMerchantOf } from '../bodies';
import { withReturn } from './order.policy';
import type { Payer, Payment, PaymentProvider, PaymentProviders, RefundStanding } from './payment-provider';

/** WeChat Pay: a body's own merchant, inside WeChat (`jsapi`) or at its cashier (`h5`). */
export const wechatProviders: PaymentProviders = {
  isTakenBy: ({ merchantId }) => merchantId !== null,
  merchantOf: async (h, { crypto, config }, bodyId) => {
    const merchant = await findMerchantOf(h, crypto, bodyId);
    return merchant && { id: merchant.id, mchid: merchant.mchid, appid: config.wechat.appId };
  },
  payerOf: async (h, { method, accountId, appid }) => {
    if (!PREPAYS[begunBy(method)].needsOpenid) return { openid: null };
    const openid = accountId === null ? null : await findOpenid(h, accountId, appid);
    return openid === null ? null : { openid };
  },
  open: async (h, ports, merchantId) => {
    const merchant = await findMerchant(h, ports.crypto, merchantId);
    return merchant && providerOf(ports, merchant);
  },
  notifications: {
    path: '/wechat/pay/notify/:merchant',
    taken: { status: 204 },
    refused: (reason) => ({ status: 401, body: { code: 'FAIL', message: reason } }),
  },
};

function providerOf({ wechat, config }: Ports, merchant: Merchant): PaymentProvider {
  const pay = wechat.payOf({ ...merchant, appid: config.wechat.appId });
  const notifyUrl = `${config.publicUrl}/wechat/pay/notify/${merchant.id}`;
  return {
    prepay: async ({ method, outTradeNo, amountFen, expiresAt }, { description, payer, ip }) => {
      const order: Prepay = { outTradeNo, description, totalFen: amountFen, notifyUrl, expiresAtMs: expiresAt };
      const answer = await PREPAYS[begunBy(method)].ask(pay, order, { payer, ip });
      return answer.ok ? answer : failed('not-taken');
    },
    query: async (outTradeNo) => {
      const answer = await pay.query(outTradeNo);
      return answer.ok ? paymentOf(answer.value) : null;
    },
    close: async (outTradeNo) => {
      const closed = await pay.close(outTradeNo);
      return !closed.ok && closed.error === 'order-paid' ? 'paid' : 'closed';
    },
    refund: async ({ attempt, outRefundNo, amountFen, reason }) => {
      const { outTradeNo } = attempt;
      const totalFen = attempt.paidFen ?? attempt.amountFen;
      const answer = await pay.refund({ outTradeNo, outRefundNo, refundFen: amountFen, totalFen, reason, notifyUrl });
      if (answer.ok) return REFUND_STANDINGS[answer.value.status];
      // too little on the merchant's balance today: the job asks again
      return answer.error === 'balance-too-low' ? 'processing' : 'failed';
    },
    handOver: ({ method, prepay }, { returnUrl, wallMs }) => {
      switch (begunBy(method)) {
        case 'h5':
          return { jsapi: null, cashierUrl: withReturn(prepay, returnUrl, config.publicUrl) };
        case 'jsapi':
          return { jsapi: pay.requestPayment(prepay, wallMs), cashierUrl: null };
      }
    },
    readNotification: ({ rawBody, headers }, wallMs) => {
      const read = pay.readNotify(rawBody, headers, wallMs);
      if (!read.ok) return read;
      if (read.value.kind === 'transaction') return ok({ kind: 'payment', payment: paymentOf(read.value.transaction) });
      const { outRefundNo, status } = read.value.refund;
      return ok({ kind: 'refund', outRefundNo, standing: REFUND_STANDINGS[status] });
    },
  };
}

type Begun = AttemptThrough<'wechat'>;
type Prepaying = {
  readonly needsOpenid: boolean;
  ask(pay: Pay, order: Prepay, by: { payer: Payer; ip: string }): Promise<Result<string, PrepayRefusal>>;
};

/** prepay_id of jsapi, the cashier's address of h5. */
const PREPAYS: Readonly<Record<Begun, Prepaying>> = {
  h5: {
    needsOpenid: false,
    ask: async (pay, order, { ip }) => {
      const answer = await pay.prepayH5({ ...order, clientIp: ip });
      return answer.ok ? ok(answer.value.h5Url) : answer;
    },
  },
  jsapi: {
    needsOpenid: true,
    ask: async (pay, order, { payer: { openid } }) => {
      if (openid === null) throw new Error('jsapi without an openid');
      const answer = await pay.prepayJsapi({ ...order, openid });
      return answer.ok ? ok(answer.value.prepayId) : answer;
    },
  },
};

function begunBy(method: AttemptMethod): Begun {
  if (isBegunHere(method)) return method;
  throw new Error('an attempt that is not made through WeChat');
}

const isBegunHere = (method: AttemptMethod): method is Begun => Object.hasOwn(PREPAYS, method);

function paymentOf({ outTradeNo, state, transactionId, totalFen }: Transaction): Payment {
  const standing = PAYMENT_STATES[state];
  if (standing !== 'paid') return { outTradeNo, state: standing };
  if (transactionId === null || totalFen === null) throw new Error('wechat pay: a success without its amount');
  return { outTradeNo, state: 'paid', transactionId, paidFen: totalFen };
}

/** A refund says nothing new of the payment it is of: that was told before. */
const PAYMENT_STATES: Readonly<Record<TradeState, Payment['state']>> = {
  SUCCESS: 'paid',
  CLOSED: 'closed',
  REVOKED: 'closed',
  PAYERROR: 'failed',
  NOTPAY: 'open',
  USERPAYING: 'open',
  REFUND: 'open',
};

const REFUND_STANDINGS: Readonly<Record<PayRefund['status'], RefundStanding>> = {
  PROCESSING: 'processing',
  SUCCESS: 'succeeded',
  CLOSED: 'failed',
  ABNORMAL: 'failed',
};
