import { type Fen, type LocalDate, fen } from '@jikaotong/shared/kernel';
import { newId } from '../../platform/db';
import { type Context, refuse, refuseWhen } from '../../platform/http';
import { lapseApplication } from '../applications';
import { attachFile } from '../candidates';
import { noteOrder, report } from '../participants';
import { frameOfOrder } from './frame-of-order';
import type { Receipt, ReceiptMethod } from './payment.record';
import { changeClaimed, claimedReceiptOf, findReceipt, insertReceipt } from './payment.repository';
import { tellPayer } from './order-events';
import { candidatesOf, participantIdsOf } from './order-lines.repository';
import { returnLate } from './give-back';
import { cameLate, methodsOf, refuseTaking } from './order.policy';
import type { Order } from './order.record';
import { endIfOpen, followClaim } from './order.repository';
import { settleOrder } from './settle';

/** Keeps the voucher of a transfer for finance; a second one takes the place of the first while that waits. */
export async function putClaim(
  ctx: Context,
  order: Order,
  claim: Pick<Receipt, 'paidOn' | 'reference'> & { voucherFileId: string },
): Promise<void> {
  const waiting = await claimedReceiptOf(ctx.h, order.id);
  if (!waiting || !(await changeClaimed(ctx.h, { id: waiting.id, orderId: order.id }, claim)))
    await insertReceipt(ctx.h, {
      ...newReceipt(ctx, order, { method: 'transfer', ...claim }),
      state: 'claimed',
    });
  await followClaim(ctx.h, order.id);
  for (const candidateId of await candidatesOf(ctx.h, order.id))
    await attachFile(ctx.h, candidateId, claim.voucherFileId);
  await report(ctx.h, await participantIdsOf(ctx.h, [order.id]), { orderState: 'open', transferClaimed: true });
  ctx.audit('transfer-claimed', { orderId: order.id }, { fen: order.totalFen });
}

/**
 * Takes money that finance has seen: a claimed transfer, or a transfer, cheque or cash entered by hand. What arrived after
 * the last day, where the notice counts when it arrives, or is entered when the exam is over, settles nothing and goes back
 * by a case. Refuses
 * `already-paid`, `order-closed`, `amount-mismatch`, `payment-method-unavailable`.
 */
export async function takeReceipt(
  ctx: Context,
  order: Order,
  seen: {
    receiptId: string | null;
    method: ReceiptMethod;
    amountFen: Fen;
    paidOn: LocalDate;
    reference: string | null;
    byAccountId: string;
  },
): Promise<void> {
  refuseWhen(refuseTaking(order));
  if (seen.amountFen !== order.totalFen) refuse('amount-mismatch', { totalFen: order.totalFen });
  if (seen.paidOn > ctx.now.day) refuse('invalid-input', { issues: ['body.paidOn'] });
  const { payment, lastDay } = await frameOfOrder(ctx.h, order);
  if (!methodsOf(payment, []).includes(seen.method)) refuse('payment-method-unavailable');
  const { paidOn, reference, method } = seen;
  const confirmed = { state: 'confirmed', decidedAt: ctx.now.ms, decidedBy: seen.byAccountId } as const;
  // a claim that waits is this money, also when finance enters it without pointing at the claim
  const claim =
    seen.receiptId ?? (method === 'transfer' ? ((await claimedReceiptOf(ctx.h, order.id))?.id ?? null) : null);
  const receiptId = claim ?? newId();
  if (claim === null)
    await insertReceipt(ctx.h, {
      ...newReceipt(ctx, order, { method, paidOn, reference }),
      id: receiptId,
      ...confirmed,
    });
  else if (
    !(await changeClaimed(
      ctx.h,
      { id: claim, orderId: order.id },
      { ...confirmed, paidOn, ...(reference && { reference }) },
    ))
  )
    refuse('not-found');
  const isOver = lastDay !== null && ctx.now.day > lastDay;
  if (isOver || cameLate(order, { method, day: paidOn }, payment)) {
    const receipt = await findReceipt(ctx.h, receiptId);
    if (!receipt || !(await lapse(ctx, order))) return refuse('order-closed');
    await returnLate(ctx, order, receipt);
    ctx.audit('receipt-taken', { orderId: order.id, receiptId }, { method, fen: seen.amountFen });
    return;
  }
  // the receipt goes with the refusal: WeChat settled it, or somebody left it, in this very moment
  if (!(await settleOrder(ctx, order, receiptId))) refuse('already-paid');
  ctx.audit('receipt-taken', { orderId: order.id, receiptId }, { method, fen: seen.amountFen });
}

/** Finance did not find the transfer; an order whose time is over lapses with it. */
export async function refuseClaim(
  ctx: Context,
  order: Order,
  receiptId: string,
  by: { accountId: string; reason: string },
) {
  const decided = { state: 'refused', reason: by.reason, decidedAt: ctx.now.ms, decidedBy: by.accountId } as const;
  if (!(await changeClaimed(ctx.h, { id: receiptId, orderId: order.id }, decided)))
    refuse('wrong-state', { state: (await findReceipt(ctx.h, receiptId))?.state ?? 'gone' });
  ctx.audit('transfer-refused', { orderId: order.id, receiptId });
  // paid another way: there is nothing to hand in again
  if (order.state !== 'settled') await tellPayer(ctx, order, 'transfer-refused', { reason: by.reason });
  if (order.state !== 'open') return;
  await followClaim(ctx.h, order.id);
  await report(ctx.h, await participantIdsOf(ctx.h, [order.id]), { orderState: 'open', transferClaimed: false });
  if (order.payBy !== null && ctx.now.day > order.payBy) await lapse(ctx, order);
}

/**
 * Ends an open order that was not paid in time for all its candidates, and the applications among them; false when it
 * is not open any more. An entry does not end by that: it stays as it was decided, and may owe again.
 */
export async function lapse(ctx: Context, order: Order): Promise<boolean> {
  if (!(await endIfOpen(ctx.h, order.id, 'lapsed', ctx.now.ms))) return false;
  ctx.audit('order-lapsed', { orderId: order.id });
  await noteOrder(ctx.h, await participantIdsOf(ctx.h, [order.id]), { orderState: 'lapsed' });
  for (const candidateId of await candidatesOf(ctx.h, order.id)) await lapseApplication(ctx, candidateId);
  return true;
}

const newReceipt = (
  ctx: Context,
  order: Order,
  given: Pick<Receipt, 'method' | 'paidOn' | 'reference'> & { voucherFileId?: string },
): Receipt => ({
  id: newId(),
  orderId: order.id,
  state: 'claimed',
  amountFen: order.totalFen,
  reason: null,
  createdAt: ctx.now.ms,
  decidedAt: null,
  decidedBy: null,
  voucherFileId: null,
  returnFen: fen(0),
  ...given,
});
