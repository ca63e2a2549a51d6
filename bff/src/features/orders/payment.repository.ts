import { In, IsNull } from 'typeorm';
import { type Fen, fen } from '@jikaotong/shared/kernel';
import {
  type AttemptState,
  type RefundState,
  attemptStatesThatAre,
  receiptStatesThatAre,
  refundStatesThatAre,
} from '@jikaotong/shared/rules/fees';
import { type Handle, insert, placeholders, updateWhere } from '../../platform/db';
import type { Return } from './return.record';
import { type Attempt, type Receipt, type Refund, attemptRecord, receiptRecord, refundRecord } from './payment.record';

const PENDING = attemptStatesThatAre('pending');
const MONEY = receiptStatesThatAre('money');

export const insertAttempt = (h: Handle, attempt: Attempt): Promise<void> => insert(h, attemptRecord, attempt);

export const findAttempt = (h: Handle, id: string): Promise<Attempt | null> => h.repo(attemptRecord).findOneBy({ id });

/** By the number that WeChat knows, of this merchant only. */
export const findAttemptByNumber = (h: Handle, merchantId: string, outTradeNo: string): Promise<Attempt | null> =>
  h.repo(attemptRecord).findOneBy({ merchantId, outTradeNo });

/** By their own ids; what is gone is left out. */
export const findAttempts = (h: Handle, ids: readonly string[]): Promise<Attempt[]> =>
  h.repo(attemptRecord).findBy({ id: In([...ids]) });

export const attemptsOf = (h: Handle, orderIds: readonly string[]): Promise<Attempt[]> =>
  h.repo(attemptRecord).find({ where: { orderId: In([...orderIds]) }, order: { createdAt: 'ASC', id: 'ASC' } });

export const pendingAttemptsOf = (h: Handle, orderId: string): Promise<Attempt[]> =>
  h.repo(attemptRecord).find({ where: { orderId, state: In([...PENDING]) }, order: { createdAt: 'ASC', id: 'ASC' } });

/** Notes what WeChat gave to pay with. */
export const notePrepay = (h: Handle, id: string, prepay: string): Promise<number> =>
  updateWhere(h, attemptRecord, { id, state: In([...PENDING]) }, { state: 'prepaid', prepay });

/** Ends an attempt without money; one that succeeded stays. */
export const endAttempt = (h: Handle, id: string, state: Extract<AttemptState, 'closed' | 'failed'>): Promise<number> =>
  updateWhere(h, attemptRecord, { id, state: In([...PENDING]) }, { state });

/** Notes that money came, once: false when that was known. A closed attempt may still bring some. */
export const succeedAttempt = async (
  h: Handle,
  id: string,
  paid: { transactionId: string; paidFen: Fen; nowMs: number },
): Promise<boolean> =>
  (await updateWhere(
    h,
    attemptRecord,
    { id, state: In([...attemptStatesThatAre('unpaid')]) },
    { state: 'succeeded', transactionId: paid.transactionId, paidFen: paid.paidFen, succeededAt: paid.nowMs },
  )) === 1;

export const insertReceipt = (h: Handle, receipt: Receipt): Promise<void> => insert(h, receiptRecord, receipt);

export const receiptsOf = (h: Handle, orderIds: readonly string[]): Promise<Receipt[]> =>
  h.repo(receiptRecord).find({ where: { orderId: In([...orderIds]) }, order: { createdAt: 'ASC', id: 'ASC' } });

export const findReceipt = (h: Handle, id: string): Promise<Receipt | null> => h.repo(receiptRecord).findOneBy({ id });

export const claimedReceiptOf = (h: Handle, orderId: string): Promise<Receipt | null> =>
  h.repo(receiptRecord).findOneBy({ orderId, state: 'claimed' });

/** Changes a receipt that is still claimed; false when it was decided. */
export const changeClaimed = async (
  h: Handle,
  where: { id: string; orderId: string },
  set: Partial<Receipt>,
): Promise<boolean> => (await updateWhere(h, receiptRecord, { ...where, state: 'claimed' }, set)) === 1;

/** Ends a receipt that was booked by mistake, of which nothing went back; false when it does not stand as it was. */
export const endReceipt = async (h: Handle, { id, orderId }: Pick<Receipt, 'id' | 'orderId'>): Promise<boolean> =>
  (await updateWhere(h, receiptRecord, { id, orderId, state: 'confirmed', returnFen: fen(0) }, { state: 'undone' })) ===
  1;

/** Notes who wants a receipt undone, once; false when somebody has asked, or it does not stand. */
export const askUndo = async (
  h: Handle,
  id: string,
  by: Pick<Receipt, 'undoAskedBy' | 'undoReason'>,
): Promise<boolean> =>
  (await updateWhere(h, receiptRecord, { id, state: 'confirmed', undoAskedBy: IsNull() }, by)) === 1;

export const insertRefund = (h: Handle, refund: Refund): Promise<void> => insert(h, refundRecord, refund);

export const refundsOf = (h: Handle, orderIds: readonly string[]): Promise<Refund[]> =>
  h.repo(refundRecord).find({ where: { orderId: In([...orderIds]) }, order: { requestedAt: 'ASC', id: 'ASC' } });

export const findRefund = (h: Handle, id: string): Promise<Refund | null> => h.repo(refundRecord).findOneBy({ id });

export const findRefundByNumber = (h: Handle, outRefundNo: string): Promise<Refund | null> =>
  h.repo(refundRecord).findOneBy({ outRefundNo });

export const refundsOfCases = (h: Handle, caseIds: readonly string[]): Promise<Refund[]> =>
  h.repo(refundRecord).findBy({ caseId: In([...caseIds]) });

/**
 * Sets a sum of an attempt aside to go back; false, and nothing is, where no more is left of what came. Two who ask at
 * once never get more than was paid.
 */
export const reserveRefund = async (h: Handle, attemptId: string, amountFen: Fen): Promise<boolean> =>
  (await h.run(
    `UPDATE pay_attempt SET refund_fen = refund_fen + ? WHERE id = ? AND state = 'succeeded' AND refund_fen + ? <= paid_fen`,
    [amountFen, attemptId, amountFen],
  )) === 1;

/** The same of a receipt that stands, for what goes back by hand. */
export const reserveReturn = async (h: Handle, receiptId: string, amountFen: Fen): Promise<boolean> =>
  (await h.run(
    `UPDATE pay_receipt SET return_fen = return_fen + ?
     WHERE id = ? AND state IN (${placeholders(MONEY)}) AND return_fen + ? <= amount_fen`,
    [amountFen, receiptId, ...MONEY, amountFen],
  )) === 1;

/** Nothing goes back after all: what was set aside of the receipt is there again. False when it went back, or was dropped. */
export async function dropReturn(
  h: Handle,
  { id, receiptId, amountFen }: Pick<Return, 'id' | 'receiptId' | 'amountFen'>,
): Promise<boolean> {
  if ((await h.run(`DELETE FROM pay_return WHERE id = ? AND state = 'requested'`, [id])) !== 1) return false;
  const freed = 'UPDATE pay_receipt SET return_fen = return_fen - ? WHERE id = ? AND return_fen >= ?';
  return (await h.run(freed, [amountFen, receiptId, amountFen])) === 1;
}

/** Decides on a refund that is asked for, or anew on one that failed; false when it is under way or done. */
export const reviveRefund = async (
  h: Handle,
  id: string,
  set: Pick<Refund, 'requestedAt' | 'requestedBy'>,
): Promise<boolean> =>
  (await updateWhere(
    h,
    refundRecord,
    { id, state: In([...refundStatesThatAre('decidable')]) },
    { ...set, state: 'approved', endedAt: null },
  )) === 1;

/** Moves a refund that has not ended. */
export const moveRefund = (
  h: Handle,
  id: string,
  state: Exclude<RefundState, 'requested'>,
  endedAt: number | null,
): Promise<number> =>
  updateWhere(h, refundRecord, { id, state: In([...refundStatesThatAre('unended')]) }, { state, endedAt });
