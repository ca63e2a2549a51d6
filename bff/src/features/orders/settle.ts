import type { Fen } from '@jikaotong/shared/kernel';
import type { Context } from '../../platform/http';
import { enqueue } from '../../platform/jobs';
import { report } from '../participants';
import { openCase } from '../cases';
import { returnClaimedTwice } from './give-back';
import { CLOSE_JOB } from './job-kinds';
import type { Attempt } from './payment.record';
import { claimedReceiptOf, succeedAttempt } from './payment.repository';
import { tellSettled } from './order-events';
import { participantIdsOf, soleCandidateOf, standingLinesOf } from './order-lines.repository';
import type { Order } from './order.record';
import { findAnyOrder, settleIfOpen } from './order.repository';

/** What a payment turned out to be; everything but the first is a case for staff or nothing new. */
export type Settlement = 'settled' | 'known' | 'paid-twice' | 'paid-late' | 'amount-mismatch';

/**
 * WeChat says that this attempt brought money, by notification or by answer; however often and at once it is told, an
 * order settles once: the attempt succeeds by one conditional update, the order settles by another.
 */
export async function settleAttempt(
  ctx: Context,
  attempt: Attempt,
  paid: { transactionId: string; paidFen: Fen },
): Promise<Settlement> {
  const { id: attemptId, orderId } = attempt;
  if (!(await succeedAttempt(ctx.h, attemptId, { ...paid, nowMs: ctx.now.ms }))) return 'known';
  const settlement = await judge(ctx, attempt, paid.paidFen);
  ctx.audit('payment-received', { orderId, attemptId }, { fen: paid.paidFen, settlement });
  return settlement;
}

async function judge(ctx: Context, attempt: Attempt, paidFen: Fen): Promise<Settlement> {
  if (paidFen !== attempt.amountFen) return caseFor(ctx, attempt, paidFen, 'amount-mismatch');
  if (await settleOrder(ctx, { id: attempt.orderId, totalFen: paidFen }, attempt.id)) return 'settled';
  const order = await findAnyOrder(ctx.h, attempt.orderId);
  // open still: somebody left it while this was paid, and it comes to less now
  if (order?.state === 'open') return caseFor(ctx, attempt, paidFen, 'amount-mismatch');
  return caseFor(ctx, attempt, paidFen, order?.state === 'settled' ? 'paid-twice' : 'paid-late');
}

/**
 * Settles an open order by an attempt or a receipt of that sum, lets its candidates go on and tells it; false when it
 * was not open, or comes to another sum. A transfer that is claimed beside it becomes a case.
 */
export async function settleOrder(
  ctx: Context,
  { id: orderId, totalFen }: Pick<Order, 'id' | 'totalFen'>,
  settledBy: string,
): Promise<boolean> {
  if (!(await settleIfOpen(ctx.h, orderId, { settledBy, totalFen, nowMs: ctx.now.ms }))) return false;
  await goOnSettled(ctx, orderId);
  return true;
}

/** What follows once an order is settled: its candidates go on, other ways to pay are closed, and it is told. */
export async function goOnSettled(ctx: Context, orderId: string): Promise<void> {
  const order = await findAnyOrder(ctx.h, orderId);
  if (!order) throw new Error(`order ${orderId} is gone`);
  const paid = { orderState: 'settled', transferClaimed: false, paidAt: ctx.now.ms } as const;
  const lines = await standingLinesOf(ctx.h, orderId);
  const owed = new Set(lines.map(({ candidateId, eventId }) => `${candidateId}:${eventId}`));
  // no order settles but of approved participants
  if (owed.size === 0 || (await report(ctx.h, await participantIdsOf(ctx.h, [orderId]), paid)) !== owed.size)
    throw new Error(`order ${orderId} was paid for somebody who is not approved`);
  // a claim is taken under the order's lock, so one that waits is seen here
  const claim = await claimedReceiptOf(ctx.h, orderId);
  if (claim) await returnClaimedTwice(ctx, order, claim);
  // the payer may have another cashier open: nobody shall pay twice
  await enqueue(ctx.h, {
    kind: CLOSE_JOB,
    key: `${orderId}:${order.settledBy}`,
    dueMs: ctx.now.ms,
    payload: { orderId },
  });
  await tellSettled(ctx, order);
}

async function caseFor<K extends 'paid-twice' | 'paid-late' | 'amount-mismatch'>(
  ctx: Context,
  attempt: Attempt,
  amountFen: Fen,
  kind: K,
): Promise<K> {
  const order = await findAnyOrder(ctx.h, attempt.orderId);
  if (!order) throw new Error(`order ${attempt.orderId} is gone`);
  const { id: orderId, bodyId } = order;
  const candidateId = await soleCandidateOf(ctx.h, orderId);
  const cause = { bodyId, kind, candidateId, orderId, attemptId: attempt.id, amountFen };
  await openCase(ctx.h, { caseKey: `${kind}:${attempt.id}`, ...cause }, ctx.now.ms);
  return kind;
}
