import { fen } from '@jikaotong/shared/kernel';
import { z } from 'zod';
import type { PayRefund, Transaction } from './merchant';

const amount = z.number().int().nonnegative().transform(fen);
/** Our orders are in yuan; a sum in anything else is not theirs. */
const currency = z.literal('CNY').optional();
/** When it was paid or sent back; nothing depends on it, so what cannot be read is not known. */
const instant = z
  .string()
  .catch('')
  .transform((text) => {
    const ms = Date.parse(text);
    return Number.isNaN(ms) ? null : ms;
  });
/** Who paid; nothing depends on it, and payers outside WeChat have none. */
const payer = z.object({ openid: z.string().nullable() }).catch({ openid: null });

export const prepayAnswer = z.object({ prepay_id: z.string().min(1) });
export const h5Answer = z.object({ h5_url: z.url() });
export const nativeAnswer = z.object({ code_url: z.string().min(1) });
export const billAnswer = z.object({ hash_type: z.literal('SHA1'), hash_value: z.string(), download_url: z.url() });

/** A transaction as query and notification show it. */
export const transactionAnswer = z
  .object({
    appid: z.string(),
    mchid: z.string(),
    out_trade_no: z.string(),
    // a state that we do not know settles and ends nothing: it is asked for again
    trade_state: z
      .enum(['SUCCESS', 'REFUND', 'NOTPAY', 'CLOSED', 'REVOKED', 'USERPAYING', 'PAYERROR'])
      .catch('USERPAYING'),
    transaction_id: z.string().min(1).optional().catch(undefined),
    success_time: instant,
    amount: z.object({ total: amount, currency }).optional().catch(undefined),
    payer,
  })
  // money without its sum is no news that anything may be settled by
  .refine((raw) => raw.trade_state !== 'SUCCESS' || (raw.amount !== undefined && raw.transaction_id !== undefined))
  .transform((raw) => ({
    mchid: raw.mchid,
    appid: raw.appid,
    transaction: {
      outTradeNo: raw.out_trade_no,
      state: raw.trade_state,
      transactionId: raw.transaction_id ?? null,
      totalFen: raw.amount?.total ?? null,
      openid: raw.payer.openid,
      paidAtMs: raw.success_time,
    } satisfies Transaction,
  }));

const refundFields = {
  out_trade_no: z.string(),
  out_refund_no: z.string(),
  refund_id: z.string(),
  success_time: instant,
  amount: z.object({ refund: amount, total: amount, currency }),
};
// as with payments: what we do not know is not over
const refundStatus = z.enum(['SUCCESS', 'PROCESSING', 'CLOSED', 'ABNORMAL']).catch('PROCESSING');

const refundOf = (raw: z.infer<z.ZodObject<typeof refundFields>>, status: PayRefund['status']): PayRefund => ({
  outTradeNo: raw.out_trade_no,
  outRefundNo: raw.out_refund_no,
  refundId: raw.refund_id,
  status,
  refundFen: raw.amount.refund,
  totalFen: raw.amount.total,
  succeededAtMs: raw.success_time,
});

export const refundAnswer = z
  .object({ ...refundFields, status: refundStatus })
  .transform((raw) => refundOf(raw, raw.status));

/** The same in a notification, where the field is called refund_status. */
export const refundNotification = z
  .object({ ...refundFields, mchid: z.string(), refund_status: refundStatus })
  .transform((raw) => ({ mchid: raw.mchid, refund: refundOf(raw, raw.refund_status) }));
