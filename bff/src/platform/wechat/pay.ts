import { createHash } from 'node:crypto';
import { type Fen, type LocalDate, type Result, failed, ok } from '@jikaotong/shared/kernel';
import { Formatter, Rsa } from 'wechatpay-axios-plugin';
import { z } from 'zod';
import type {
  CloseRefusal,
  Merchant,
  PayRefund,
  PaymentParams,
  Prepay,
  PrepayRefusal,
  RefundRefusal,
  Transaction,
} from './merchant';
import { openPayClient } from './pay-client';
import { type PayNotification, type NotifyRefusal, readNotify } from './notify';
import { billAnswer, h5Answer, nativeAnswer, prepayAnswer, refundAnswer, transactionAnswer } from './pay-answers';

/** WeChat Pay v3 for one merchant: requests signed, answers verified; an expected no is a value, an outage is thrown. */
export type Pay = {
  prepayJsapi(order: Prepay & { openid: string }): Promise<Result<{ prepayId: string }, PrepayRefusal>>;
  /** For browsers outside WeChat: send the payer to `h5Url`, with `&redirect_url=` for the way back. */
  prepayH5(order: Prepay & { clientIp: string }): Promise<Result<{ h5Url: string }, PrepayRefusal>>;
  prepayNative(order: Prepay): Promise<Result<{ codeUrl: string }, PrepayRefusal>>;
  /** Signed parameters for wx.requestPayment. */
  requestPayment(prepayId: string, wallMs: number): PaymentParams;
  query(outTradeNo: string): Promise<Result<Transaction, 'order-not-found'>>;
  /** Closing a closed order is fine. */
  close(outTradeNo: string): Promise<Result<null, CloseRefusal>>;
  /** The same outRefundNo again asks about the same refund. */
  refund(wanted: {
    outTradeNo: string;
    outRefundNo: string;
    refundFen: Fen;
    totalFen: Fen;
    reason: string;
    notifyUrl?: string;
  }): Promise<Result<PayRefund, RefundRefusal>>;
  queryRefund(outRefundNo: string): Promise<Result<PayRefund, 'refund-not-found'>>;
  /** The CSV of one day, amounts in yuan; its hash is checked. */
  tradeBill(day: LocalDate): Promise<Result<string, 'no-bill'>>;
  readNotify(
    rawBody: string | Buffer,
    headers: Readonly<Record<string, string | string[] | undefined>>,
    wallMs: number,
  ): Result<PayNotification, NotifyRefusal>;
};

export function openPay(options: { baseUrl: string; timeoutMs: number; merchant: Merchant }): Pay {
  const { merchant } = options;
  const call = openPayClient(options);
  const prepay = <T>(
    kind: 'jsapi' | 'h5' | 'native',
    order: Prepay,
    more: Record<string, unknown>,
    answer: z.ZodType<T>,
  ) =>
    call({
      method: 'POST',
      path: `v3/pay/transactions/${kind}`,
      body: {
        appid: merchant.appid,
        mchid: merchant.mchid,
        description: order.description.slice(0, 127),
        out_trade_no: order.outTradeNo,
        time_expire: beijingTime(order.expiresAtMs),
        notify_url: order.notifyUrl,
        amount: { total: order.totalFen, currency: 'CNY' },
        ...more,
      },
      answer,
      refusals: prepayRefusals,
    });

  return {
    prepayJsapi: async (order) =>
      prepay(
        'jsapi',
        order,
        { payer: { openid: order.openid } },
        prepayAnswer.transform((a) => ({ prepayId: a.prepay_id })),
      ),
    prepayH5: async (order) =>
      prepay(
        'h5',
        order,
        { scene_info: { payer_client_ip: order.clientIp, h5_info: { type: 'Wap' } } },
        h5Answer.transform((a) => ({ h5Url: a.h5_url })),
      ),
    prepayNative: async (order) =>
      prepay(
        'native',
        order,
        {},
        nativeAnswer.transform((a) => ({ codeUrl: a.code_url })),
      ),
    requestPayment(prepayId, wallMs) {
      const params = {
        timeStamp: String(Math.floor(wallMs / 1000)),
        nonceStr: Formatter.nonce(),
        package: `prepay_id=${prepayId}`,
      };
      const signed = Formatter.joinedByLineFeed(merchant.appid, params.timeStamp, params.nonceStr, params.package);
      return { ...params, signType: 'RSA', paySign: Rsa.sign(signed, merchant.privateKeyPem) };
    },
    query: async (outTradeNo) =>
      call({
        method: 'GET',
        path: 'v3/pay/transactions/out-trade-no/{no}',
        no: outTradeNo,
        params: { mchid: merchant.mchid },
        answer: transactionAnswer.transform((a) => a.transaction),
        refusals: notFound('order-not-found'),
      }),
    async close(outTradeNo) {
      const closed = await call({
        method: 'POST',
        path: 'v3/pay/transactions/out-trade-no/{no}/close',
        no: outTradeNo,
        body: { mchid: merchant.mchid },
        answer: z.unknown(),
        refusals: { ...notFound('order-not-found'), ORDERPAID: 'order-paid', ORDER_CLOSED: 'order-closed' },
      });
      if (closed.ok || closed.error === 'order-closed') return ok(null);
      return failed(closed.error === 'order-paid' ? 'order-paid' : 'order-not-found');
    },
    refund: async (wanted) =>
      call({
        method: 'POST',
        path: 'v3/refund/domestic/refunds',
        body: {
          out_trade_no: wanted.outTradeNo,
          out_refund_no: wanted.outRefundNo,
          reason: wanted.reason.slice(0, 80),
          ...(wanted.notifyUrl === undefined ? {} : { notify_url: wanted.notifyUrl }),
          amount: { refund: wanted.refundFen, total: wanted.totalFen, currency: 'CNY' },
        },
        answer: refundAnswer,
        refusals: {
          ...notFound('order-not-found'),
          NOT_ENOUGH: 'balance-too-low',
          INVALID_REQUEST: 'refund-not-possible',
        },
      }),
    queryRefund: async (outRefundNo) =>
      call({
        method: 'GET',
        path: 'v3/refund/domestic/refunds/{no}',
        no: outRefundNo,
        answer: refundAnswer,
        refusals: notFound('refund-not-found'),
      }),
    async tradeBill(day) {
      const bill = await call({
        method: 'GET',
        path: 'v3/bill/tradebill',
        params: { bill_date: day, bill_type: 'ALL' },
        answer: billAnswer,
        refusals: { NO_STATEMENT_EXIST: 'no-bill' },
      });
      if (!bill.ok) return failed('no-bill');
      const address = new URL(bill.value.download_url);
      const file = await call({
        method: 'GET',
        path: address.pathname.slice(1),
        params: Object.fromEntries(address.searchParams),
        answer: z.string(),
        refusals: { NO_STATEMENT_EXIST: 'no-bill' },
      });
      if (!file.ok) return failed('no-bill');
      if (createHash('sha1').update(file.value).digest('hex') !== bill.value.hash_value)
        throw new Error('wechat pay tradebill: hash does not match');
      return ok(file.value);
    },
    readNotify: (rawBody, headers, wallMs) => readNotify(merchant, { rawBody, headers, wallMs }),
  };
}

const prepayRefusals = {
  ORDERPAID: 'order-paid',
  ORDER_CLOSED: 'order-closed',
  OUT_TRADE_NO_USED: 'trade-number-used',
} as const;

/** Old and new spellings stand side by side in WeChat's documentation. */
const notFound = <R extends string>(refusal: R) => ({
  ORDER_NOT_EXIST: refusal,
  ORDERNOTEXIST: refusal,
  RESOURCE_NOT_EXISTS: refusal,
});

const beijingTime = (ms: number): string => `${new Date(ms + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;
