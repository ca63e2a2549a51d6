import { fen } from '@jikaotong/shared/kernel';
import { z } from 'zod';
import type { PayRefund, Transaction } from './merchant';

const amount = z.number().int().nonnegative().transform(fen);
/** Our orders are in yuan; a sum in anything else is not theirs. */
const currency = z.literal('CNY').optional();
const instant = z.string().transform((text, context) => {
  const ms = Date.parse(text);
  if (Number.isNaN(ms)) context.addIssue({ code: 'custom', message: 'not an instant' });
  return ms;
});

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
    trade_state: z.enum(['SUCCESS', 'REFUND', 'NOTPAY', 'CLOSED', 'REVOKED', 'USERPAYING', 'PAYERROR']),
    transaction_id: z.string().optional(),
    success_time: instant.optional(),
    amount: z.object({ total: amount, currency }).optional(),
    payer: z.object({ openid: z.string() }).optional(),
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
      openid: raw.payer?.openid ?? null,
      paidAtMs: raw.success_time ?? null,
    } satisfies Transaction,
  }));

const refundFields = {
  out_trade_no: z.string(),
  out_refund_no: z.string(),
  refund_id: z.string(),
  success_time: instant.optional(),
  amount: z.object({ refund: amount, total: amount, currency }),
};
const refundStatus = z.enum(['SUCCESS', 'PROCESSING', 'CLOSED', 'ABNORMAL']);

const refundOf = (raw: z.infer<z.ZodObject<typeof refundFields>>, status: PayRefund['status']): PayRefund => ({
  outTradeNo: raw.out_trade_no,
  outRefundNo: raw.out_refund_no,
  refundId: raw.refund_id,
  status,
  refundFen: raw.amount.refund,
  totalFen: raw.amount.total,
  succeededAtMs: raw.success_time ?? null,
});

export const refundAnswer = z
  .object({ ...refundFields, status: refundStatus })
  .transform((raw) => refundOf(raw, raw.status));

/** The same in a notification, where the field is called refund_status. */
export const refundNotification = z
  .object({ ...refundFields, mchid: z.string(), refund_status: refundStatus })
  .transform((raw) => ({ mchid: raw.mchid, refund: refundOf(raw, raw.refund_status) }));
