import { type WebhookCall, webhook } from '../../platform/http';
import type { Payment, PaymentProviders, RefundStanding } from './payment-provider';
import { findAttemptByNumber, findRefundByNumber } from './payment.repository';
import { PROVIDERS } from './providers';
import { takeOver } from './ask-provider';
import { takeOverRefund } from './refund';

/**
 * A provider's own call: the signature is checked over the raw body, then the merchant and app it is for, and only then
 * anything is done. Taken whenever we know all we need, however often it is told; what is not believed is told again.
 */
const notified = ({ notifications, open }: PaymentProviders) =>
  webhook(notifications.path, async (call) => {
    const merchantId = call.params['merchant'] ?? '';
    const provider = await call.read((h) => open(h, call.ports, merchantId));
    if (!provider) return { status: 404 };
    const told = provider.readNotification(call, call.now.wallMs);
    if (!told.ok) {
      call.ports.log.warn({ merchantId, reason: told.error }, 'payment notification refused');
      return notifications.refused(told.error);
    }
    const isOurs =
      told.value.kind === 'payment'
        ? await paid(call, merchantId, told.value.payment)
        : await refunded(call, told.value.outRefundNo, told.value.standing);
    // of another shop of the same merchant: not ours to keep
    if (!isOurs) call.ports.log.warn({ merchantId }, 'payment notification about an order that is not ours');
    return notifications.taken;
  });

export const routes = Object.values(PROVIDERS).map(notified);

async function paid(call: WebhookCall, merchantId: string, payment: Payment): Promise<boolean> {
  const attempt = await call.read((h) => findAttemptByNumber(h, merchantId, payment.outTradeNo));
  if (attempt) await call.tx((ctx) => takeOver(ctx, { attempt, payment }, false));
  return attempt !== null;
}

async function refunded(call: WebhookCall, outRefundNo: string, standing: RefundStanding): Promise<boolean> {
  const refund = await call.read((h) => findRefundByNumber(h, outRefundNo));
  if (refund) await call.tx((ctx) => takeOverRefund(ctx, { refund, standing }));
  return refund !== null;
}
