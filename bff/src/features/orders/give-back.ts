import type { Fen } from '@jikaotong/shared/kernel';
import { fen } from '@jikaotong/shared/kernel';
import { caseWord } from '@jikaotong/shared/words';
import { newId } from '../../platform/db';
import { type Context, refuse } from '../../platform/http';
import { type Case, findCaseByKey, openCase } from '../cases';
import { endReturn, insertReturn, moneyReceipt, paidAttemptsOf, returnsOfCases } from './follow-session.repository';
import type { Attempt, Receipt } from './payment.record';
import { changeClaimed, claimedReceiptOf, insertRefund, reserveRefund, reserveReturn } from './payment.repository';
import { tellPayer } from './order-events';
import { soleCandidateOf } from './order-lines.repository';
import type { Order } from './order.record';
import { findAnyOrder } from './order.repository';
import { NO_ACCOUNT, returnWords } from './return.record';
import { receiptWords, refundWords } from './payment.record';

/** What goes back: the lines of one candidate while others stay, or with null all that is left of an ended order. */
export type Part = { readonly candidateId: string; readonly fen: Fen } | null;
type Back = { readonly reason: string; readonly part: Part };

/**
 * Asks for what an order brought to go back the way it came, and returns what was settled of it; nothing the second time,
 * and never more than came. Finance gets a case for each sum: WeChat's goes back by the refund, a transfer, cheque or
 * cash by hand; a transfer that is claimed but not seen yet waits there as well. Money of a case of its own (late, twice)
 * is owed by that one.
 */
export async function giveBack(ctx: Context, order: Order, { reason, part }: Back): Promise<Fen> {
  const settledFen = part?.fen ?? order.totalFen;
  const attempts = await paidAttemptsOf(ctx.h, order.id);
  const settledBy = attempts.find(({ id }) => id === order.settledBy);
  if (settledBy) return (await requestRefund(ctx, order, settledBy, { reason, part })) ? settledFen : fen(0);
  if (order.settledBy === null) {
    const claimed = await claimedReceiptOf(ctx.h, order.id);
    const { amountFen } = claimed ?? { amountFen: fen(0) };
    if (claimed) await requestReturn(ctx, order, claimed, { kind: 'refund-due', reason, part: null, amountFen });
    return fen(0);
  }
  const receipt = await moneyReceipt(ctx.h, order.settledBy);
  const due = { kind: 'refund-due', reason, part, amountFen: settledFen } as const;
  return receipt && (await requestReturn(ctx, order, receipt, due)) ? settledFen : fen(0);
}

async function requestRefund(ctx: Context, order: Order, attempt: Attempt, { reason, part }: Back): Promise<boolean> {
  const amountFen = part?.fen ?? order.totalFen;
  if (!(await reserveRefund(ctx.h, attempt.id, amountFen))) return false;
  const due = { kind: 'refund-due', by: attempt.id, attemptId: attempt.id, part, amountFen } as const;
  const found = await dueCase(ctx, order, due);
  const id = newId();
  await insertRefund(ctx.h, {
    id,
    orderId: order.id,
    attemptId: attempt.id,
    caseId: found.id,
    outRefundNo: id.replaceAll('-', ''),
    amountFen,
    state: 'requested',
    reason: refundWords.seal(ctx.ports.crypto, id, 'reason', reason),
    requestedAt: ctx.now.ms,
    requestedBy: order.accountId,
    endedAt: null,
  });
  ctx.audit('refund-requested', { refundId: id, orderId: order.id, caseId: found.id }, { fen: amountFen });
  return true;
}

/** The order was paid another way while this transfer is claimed: finance finds out whether it came, and gives it back. */
export async function returnClaimedTwice(ctx: Context, order: Order, claim: Receipt): Promise<void> {
  const { amountFen } = claim;
  await requestReturn(ctx, order, claim, { kind: 'paid-twice', reason: caseWord('paid-twice'), part: null, amountFen });
}

/** This money arrived after the last day: its order is over, and finance gives it back. */
export async function returnLate(ctx: Context, order: Order, receipt: Receipt): Promise<void> {
  const { amountFen } = receipt;
  await requestReturn(ctx, order, receipt, { kind: 'paid-late', reason: caseWord('paid-late'), part: null, amountFen });
}

type DueKind = 'refund-due' | 'paid-twice' | 'paid-late';

async function requestReturn(
  ctx: Context,
  order: Order,
  receipt: Receipt,
  { kind, reason, part, amountFen }: Back & { readonly kind: DueKind; readonly amountFen: Fen },
): Promise<boolean> {
  if (!(await reserveReturn(ctx.h, receipt.id, amountFen))) return false;
  const found = await dueCase(ctx, order, { kind, by: receipt.id, part, amountFen });
  const id = newId();
  await insertReturn(ctx.h, {
    id,
    orderId: order.id,
    receiptId: receipt.id,
    caseId: found.id,
    amountFen,
    state: 'requested',
    reason: returnWords.seal(ctx.ports.crypto, id, 'reason', reason),
    requestedAt: ctx.now.ms,
    endedAt: null,
    endedBy: null,
    ...NO_ACCOUNT,
  });
  ctx.audit('return-requested', { returnId: id, orderId: order.id, caseId: found.id }, { fen: amountFen });
  // whoever said nothing to a cancelled session opens no order by themselves
  await tellPayer(ctx, order, 'refund-account-asked', { totalFen: amountFen }, found.candidateId);
  return true;
}

async function dueCase(
  ctx: Context,
  { id: orderId, bodyId }: Order,
  {
    kind,
    by,
    attemptId,
    part,
    amountFen,
  }: { kind: DueKind; by: string; attemptId?: string; part: Part; amountFen: Fen },
): Promise<Case> {
  const caseKey = part === null ? `${kind}:${by}` : `${kind}:${by}:${part.candidateId}`;
  const candidateId = part?.candidateId ?? (await soleCandidateOf(ctx.h, orderId));
  const cause = { caseKey, bodyId, kind, candidateId, orderId, amountFen };
  await openCase(ctx.h, { ...cause, ...(attemptId === undefined ? {} : { attemptId }) }, ctx.now.ms);
  const found = await findCaseByKey(ctx.h, caseKey);
  if (!found) throw new Error(`the case ${caseKey} is gone`);
  return found;
}

/**
 * Finance has dealt with a sum that goes back by hand. `note` says that there was nothing to give back, which only a
 * transfer nobody saw arrive can turn out to be; refuses `wrong-state` for money that was confirmed.
 */
export async function settleDue(
  ctx: Context,
  found: Case,
  by: { readonly action: 'note' | 'refund'; readonly accountId: string; readonly note: string },
): Promise<void> {
  const [due] = await returnsOfCases(ctx.h, [found.id]);
  if (!due) return refuse('wrong-state', { state: 'no-payment' });
  const receipt = await moneyReceipt(ctx.h, due.receiptId);
  // null: finance has refused the claim by itself meanwhile
  if (by.action === 'note' && receipt?.state === 'confirmed') refuse('wrong-state', { state: 'refund-due' });
  const reason = returnWords.seal(ctx.ports.crypto, due.id, 'reason', by.note);
  const ended = { reason, endedAt: ctx.now.ms, endedBy: by.accountId };
  const state = by.action === 'refund' ? ('succeeded' as const) : ('failed' as const);
  if (!(await endReturn(ctx.h, due.id, { ...ended, state }))) refuse('wrong-state', { state: 'resolved' });
  const decided = { decidedAt: ctx.now.ms, decidedBy: by.accountId };
  const where = { id: due.receiptId, orderId: due.orderId };
  if (by.action === 'refund') await changeClaimed(ctx.h, where, { ...decided, state: 'confirmed' });
  else {
    const refusal = receiptWords.seal(ctx.ports.crypto, due.receiptId, 'reason', by.note);
    await changeClaimed(ctx.h, where, { ...decided, state: 'refused', reason: refusal });
  }
  ctx.audit(
    'return-ended',
    { returnId: due.id, orderId: due.orderId, caseId: found.id },
    { fen: due.amountFen, state },
  );
  const order = await findAnyOrder(ctx.h, due.orderId);
  if (order && state === 'succeeded')
    await tellPayer(ctx, order, 'refund-succeeded', { totalFen: due.amountFen, byHand: 1 }, found.candidateId);
  // whoever has paid another way has nothing to hand in again
  if (order && state === 'failed' && order.state !== 'settled')
    await tellPayer(ctx, order, 'transfer-refused', { reason: by.note });
}
