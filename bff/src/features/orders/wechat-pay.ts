import type { Handle } from '../../platform/db';
import { type Context, type Outside, type Ports, refuse } from '../../platform/http';
import type { Pay, Transaction } from '../../platform/wechat';
import { type Merchant, findMerchant } from '../bodies';
import type { Attempt } from './payment.record';
import { endAttempt } from './payment.repository';
import { settleAttempt } from './settle';

/** WeChat Pay as the merchant an attempt or refund was made with. */
export async function payFor(h: Handle, ports: Ports, merchantId: string): Promise<Pay> {
  const merchant = await findMerchant(h, ports.crypto, merchantId);
  if (!merchant) throw new Error(`merchant ${merchantId} is gone`);
  return payAs(ports, merchant);
}

export const payAs = ({ wechat, config }: Ports, merchant: Merchant): Pay =>
  wechat.payOf({ ...merchant, appid: config.wechat.appId });

/** Where WeChat tells this merchant's payments and refunds. */
export const notifyUrl = ({ config }: Ports, merchantId: string): string =>
  `${config.publicUrl}/wechat/pay/notify/${merchantId}`;

/** What WeChat said of an attempt; null: it knows no such order. */
export type AttemptAnswer = { readonly attempt: Attempt; readonly transaction: Transaction | null };

/** Asks WeChat about an attempt, outside any transaction. */
export async function askAbout(outside: Outside, attempt: Attempt): Promise<AttemptAnswer> {
  const pay = await outside.read((h) => payFor(h, outside.ports, attempt.merchantId));
  const answer = await pay.query(attempt.outTradeNo);
  return { attempt, transaction: answer.ok ? answer.value : null };
}

/** Closes an attempt at WeChat, so that nobody pays it any more; what it brought before is told instead. */
export async function closeAtWechat(outside: Outside, attempt: Attempt): Promise<AttemptAnswer> {
  const pay = await outside.read((h) => payFor(h, outside.ports, attempt.merchantId));
  const closed = await pay.close(attempt.outTradeNo);
  if (!closed.ok && closed.error === 'order-paid') return askAbout(outside, attempt);
  return { attempt, transaction: null };
}

/** An outage is no answer: the candidate tries again; the log keeps what it was. */
export const orUnavailable = <T>({ log }: Ports, call: Promise<T>): Promise<T> =>
  call.catch((error: unknown) => {
    log.error({ err: error }, 'wechat pay');
    return refuse('payment-unavailable');
  });

/** Takes over what WeChat told; `over` ends an attempt that brought nothing and cannot any more. */
export async function takeOver(ctx: Context, { attempt, transaction }: AttemptAnswer, over: boolean): Promise<void> {
  switch (transaction?.state) {
    case 'SUCCESS': {
      const { transactionId, totalFen } = transaction;
      if (transactionId === null || totalFen === null) throw new Error('wechat pay: a success without its amount');
      await settleAttempt(ctx, attempt, { transactionId, paidFen: totalFen });
      return;
    }
    case 'CLOSED':
    case 'REVOKED':
      await endAttempt(ctx.h, attempt.id, 'closed');
      return;
    case 'PAYERROR':
      await endAttempt(ctx.h, attempt.id, 'failed');
      return;
    case 'NOTPAY':
    case 'USERPAYING':
    case 'REFUND':
    case undefined:
      if (over) await endAttempt(ctx.h, attempt.id, 'closed');
      return;
  }
}
