import { type Answer, type Knock, webhook } from '../../platform/http';
import type { PayRefund, Transaction } from '../../platform/wechat';
import { findMerchant } from '../bodies';
import { findAttemptByNumber, findRefundByNumber } from './money.repository';
import { takeOverRefund } from './refund';
import { payAs, takeOver } from './wechat-pay';

/**
 * WeChat's own call: the signature is checked over the raw body, then the merchant and app it is for, and only then
 * anything is done. 204 whenever we know all we need, however often it is told; a bad signature is 401 and told again.
 */
const notified = webhook('/wechat/pay/notify/:merchant', async (k) => {
  const merchantId = k.params['merchant'] ?? '';
  const merchant = await k.read((h) => findMerchant(h, k.ports.crypto, merchantId));
  if (!merchant) return { status: 404 };
  const notice = payAs(k.ports, merchant).readNotify(k.rawBody, k.headers, k.now.wallMs);
  if (!notice.ok) {
    k.ports.log.warn({ merchantId, reason: notice.error }, 'wechat pay notification refused');
    return { status: 401, body: { code: 'FAIL', message: notice.error } };
  }
  return notice.value.kind === 'transaction'
    ? paid(k, merchantId, notice.value.transaction)
    : refunded(k, merchantId, notice.value.refund);
});

export const routes = [notified];

async function paid(k: Knock, merchantId: string, transaction: Transaction): Promise<Answer> {
  const attempt = await k.read((h) => findAttemptByNumber(h, merchantId, transaction.outTradeNo));
  // of another shop of the same merchant: not ours to keep
  if (!attempt) return unknown(k, merchantId);
  await k.tx((c) => takeOver(c, { attempt, transaction }, false));
  return { status: 204 };
}

async function refunded(k: Knock, merchantId: string, told: PayRefund): Promise<Answer> {
  const refund = await k.read((h) => findRefundByNumber(h, told.outRefundNo));
  if (!refund) return unknown(k, merchantId);
  await k.tx((c) => takeOverRefund(c, { refund, status: told.status }));
  return { status: 204 };
}

function unknown(k: Knock, merchantId: string): Answer {
  k.ports.log.warn({ merchantId }, 'wechat pay notification about an order that is not ours');
  return { status: 204 };
}
