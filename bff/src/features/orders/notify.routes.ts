import { type WebhookAnswer, type WebhookCall, webhook } from '../../platform/http';
import type { PayRefund, Transaction } from '../../platform/wechat';
import { findMerchant } from '../bodies';
import { findAttemptByNumber, findRefundByNumber } from './payment.repository';
import { takeOverRefund } from './refund';
import { payAs, takeOver } from './wechat-pay';

/**
 * WeChat's own call: the signature is checked over the raw body, then the merchant and app it is for, and only then
 * anything is done. 204 whenever we know all we need, however often it is told; a bad signature is 401 and told again.
 */
const notified = webhook('/wechat/pay/notify/:merchant', async (call) => {
  const merchantId = call.params['merchant'] ?? '';
  const merchant = await call.read((h) => findMerchant(h, call.ports.crypto, merchantId));
  if (!merchant) return { status: 404 };
  const notice = payAs(call.ports, merchant).readNotify(call.rawBody, call.headers, call.now.wallMs);
  if (!notice.ok) {
    call.ports.log.warn({ merchantId, reason: notice.error }, 'wechat pay notification refused');
    return { status: 401, body: { code: 'FAIL', message: notice.error } };
  }
  return notice.value.kind === 'transaction'
    ? paid(call, merchantId, notice.value.transaction)
    : refunded(call, merchantId, notice.value.refund);
});

export const routes = [notified];

async function paid(call: WebhookCall, merchantId: string, transaction: Transaction): Promise<WebhookAnswer> {
  const attempt = await call.read((h) => findAttemptByNumber(h, merchantId, transaction.outTradeNo));
  // of another shop of the same merchant: not ours to keep
  if (!attempt) return unknown(call, merchantId);
  await call.tx((ctx) => takeOver(ctx, { attempt, transaction }, false));
  return { status: 204 };
}

async function refunded(call: WebhookCall, merchantId: string, told: PayRefund): Promise<WebhookAnswer> {
  const refund = await call.read((h) => findRefundByNumber(h, told.outRefundNo));
  if (!refund) return unknown(call, merchantId);
  await call.tx((ctx) => takeOverRefund(ctx, { refund, status: told.status }));
  return { status: 204 };
}

function unknown(call: WebhookCall, merchantId: string): WebhookAnswer {
  call.ports.log.warn({ merchantId }, 'wechat pay notification about an order that is not ours');
  return { status: 204 };
}
