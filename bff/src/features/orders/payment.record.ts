import type { OrderView } from '@jikaotong/shared/contract';
import type { AttemptMethod, AttemptState, ReceiptState, RefundState } from '@jikaotong/shared/rules/fees';
import { wordsIn } from '../../platform/crypto';
import {
  type Row,
  day,
  fenAmount,
  id,
  instant,
  nullable,
  record,
  ref,
  sealedText,
  text,
  word,
} from '../../platform/db';

export type ReceiptMethod = OrderView['receipts'][number]['method'];

/** One try to pay through WeChat; `expiresAt` is wall time, as WeChat counts. */
export const attemptRecord = record(
  'pay_attempt',
  {
    id: id(),
    orderId: ref(),
    merchantId: ref(),
    /** Whose account began it: WeChat takes the money of nobody else for it. A unit's order has several who may; null: from before this was noted. */
    begunBy: nullable(ref()),
    outTradeNo: text(32),
    mchid: text(32),
    appid: text(32),
    method: word<AttemptMethod>(),
    amountFen: fenAmount(),
    state: word<AttemptState>(),
    /** prepay_id of jsapi, the cashier's address of h5. */
    prepay: nullable(text(600)),
    expiresAt: instant(),
    createdAt: instant(),
    /** What WeChat says was paid; other than `amountFen` it is a case. */
    paidFen: nullable(fenAmount()),
    /** What was asked to go back of it, in however many refunds: never more than came. */
    refundFen: fenAmount(),
    transactionId: nullable(text(64)),
    succeededAt: nullable(instant()),
  },
  {
    unique: { uq_pay_attempt_number: ['outTradeNo'] },
    index: { ix_pay_attempt_order: ['orderId', 'createdAt'] },
    foreign: { fk_pay_attempt: { column: 'orderId', references: 'pay_order', onDelete: 'RESTRICT' } },
  },
);
export type Attempt = Row<typeof attemptRecord>;

/** Money outside WeChat (B26 三（三）): a transfer the candidate claims, or a cheque or cash taken at the counter. */
export const receiptRecord = record(
  'pay_receipt',
  {
    id: id(),
    orderId: ref(),
    method: word<ReceiptMethod>(),
    state: word<ReceiptState>(),
    amountFen: fenAmount(),
    paidOn: day(),
    /** Of the transfer: a bank's number, or whose account it came from. */
    reference: nullable(sealedText(60)),
    voucherFileId: nullable(ref()),
    /** What was asked to go back of it by hand: never more than came. */
    returnFen: fenAmount(),
    reason: nullable(sealedText(200)),
    createdAt: instant(),
    decidedAt: nullable(instant()),
    decidedBy: nullable(ref()),
    /** Who wants what was booked by mistake undone, and why; set once, and a second person agrees where two have to. */
    undoAskedBy: nullable(ref()),
    undoReason: nullable(sealedText(200)),
  },
  {
    index: { ix_pay_receipt_order: ['orderId', 'createdAt'], ix_pay_receipt_file: ['voucherFileId'] },
    foreign: { fk_pay_receipt: { column: 'orderId', references: 'pay_order', onDelete: 'RESTRICT' } },
  },
);
export type Receipt = Row<typeof receiptRecord>;

/** Money of an attempt, or a part of it, going back the way it came; a retry keeps its `outRefundNo`. */
export const refundRecord = record(
  'pay_refund',
  {
    id: id(),
    orderId: ref(),
    attemptId: ref(),
    caseId: ref(),
    outRefundNo: text(32),
    amountFen: fenAmount(),
    state: word<RefundState>(),
    /** Null: erased when its time was over. */
    reason: nullable(sealedText(400)),
    requestedAt: instant(),
    /** Null: nobody, such as of a walk-in without an account. */
    requestedBy: nullable(ref()),
    endedAt: nullable(instant()),
  },
  {
    unique: { uq_pay_refund_number: ['outRefundNo'], uq_pay_refund_case: ['caseId'] },
    index: { ix_pay_refund_order: ['orderId', 'requestedAt'], ix_pay_refund_attempt: ['attemptId'] },
    foreign: { fk_pay_refund: { column: 'attemptId', references: 'pay_attempt', onDelete: 'RESTRICT' } },
  },
);
export type Refund = Row<typeof refundRecord>;

/** What people write about a receipt and a refund. */
export const receiptWords = wordsIn<'reference' | 'reason' | 'undoReason'>('pay_receipt');
export const refundWords = wordsIn<'reason'>('pay_refund');
