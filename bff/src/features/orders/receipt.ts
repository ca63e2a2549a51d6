import { type Fen, type LocalDate, fen } from '@jikaotong/shared/kernel';
import { newId } from '../../platform/db';
import { type Context, refuse, refuseWhen } from '../../platform/http';
import { lapseApplication } from '../applications';
import { attachFile } from '../candidates';
import { noteOrder, report } from '../participants';
import { frameOfOrder } from './frame-of-order';
import type { Receipt, ReceiptMethod } from './money.record';
import { changeClaimed, claimedReceiptOf, findReceipt, insertReceipt } from './money.repository';
import { tellPayer } from './order-events';
import { candidatesOf, participantIdsOf } from './order-lines.repository';
import { methodsOf, refuseTaking } from './order.policy';
import type { Order } from './order.record';
import { endIfOpen } from './order.repository';
import { settleOrder } from './settle';

/** Keeps the voucher of a transfer for finance; a second one takes the place of the first while that waits. */
export async function putClaim(
  c: Context,
  order: Order,
  claim: Pick<Receipt, 'paidOn' | 'reference'> & { voucherFileId: string },
): Promise<void> {
  const waiting = await claimedReceiptOf(c.h, order.id);
  if (!waiting || !(await changeClaimed(c.h, { id: waiting.id, orderId: order.id }, claim)))
    await insertReceipt(c.h, {
      ...newReceipt(c, order, { method: 'transfer', ...claim }),
      state: 'claimed',
    });
  for (const candidateId of await candidatesOf(c.h, order.id)) await attachFile(c.h, candidateId, claim.voucherFileId);
  await report(c.h, await participantIdsOf(c.h, [order.id]), { orderState: 'open', transferClaimed: true });
  c.audit('transfer-claimed', { orderId: order.id }, { fen: order.totalFen });
}

/**
 * Takes money that finance has seen: a claimed transfer, or a transfer, cheque or cash entered by hand. Refuses
 * `already-paid`, `order-closed`, `amount-mismatch`, `payment-method-unavailable`.
 */
export async function takeReceipt(
  c: Context,
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
  if (seen.paidOn > c.now.day) refuse('invalid-input', { issues: ['body.paidOn'] });
  const { payment } = await frameOfOrder(c.h, order);
  if (!methodsOf(payment, false).includes(seen.method)) refuse('payment-method-unavailable');
  const { paidOn, reference, method } = seen;
  const confirmed = { state: 'confirmed', decidedAt: c.now.ms, decidedBy: seen.byAccountId } as const;
  // a claim that waits is this money, also when finance enters it without pointing at the claim
  const claim =
    seen.receiptId ?? (method === 'transfer' ? ((await claimedReceiptOf(c.h, order.id))?.id ?? null) : null);
  const receiptId = claim ?? newId();
  if (claim === null)
    await insertReceipt(c.h, { ...newReceipt(c, order, { method, paidOn, reference }), id: receiptId, ...confirmed });
  else if (
    !(await changeClaimed(
      c.h,
      { id: claim, orderId: order.id },
      { ...confirmed, paidOn, ...(reference && { reference }) },
    ))
  )
    refuse('not-found');
  // the receipt goes with the refusal: WeChat settled it, or somebody left it, in this very moment
  if (!(await settleOrder(c, order, receiptId))) refuse('already-paid');
  c.audit('receipt-taken', { orderId: order.id, receiptId }, { method, fen: seen.amountFen });
}

/** Finance did not find the transfer; an order whose time is over lapses with it. */
export async function refuseClaim(
  c: Context,
  order: Order,
  receiptId: string,
  by: { accountId: string; reason: string },
) {
  const decided = { state: 'refused', reason: by.reason, decidedAt: c.now.ms, decidedBy: by.accountId } as const;
  if (!(await changeClaimed(c.h, { id: receiptId, orderId: order.id }, decided)))
    refuse('wrong-state', { state: (await findReceipt(c.h, receiptId))?.state ?? 'gone' });
  c.audit('transfer-refused', { orderId: order.id, receiptId });
  // paid another way: there is nothing to hand in again
  if (order.state !== 'settled') await tellPayer(c, order, 'transfer-refused', { reason: by.reason });
  if (order.state !== 'open') return;
  await report(c.h, await participantIdsOf(c.h, [order.id]), { orderState: 'open', transferClaimed: false });
  if (order.payBy !== null && c.now.day > order.payBy) await lapse(c, order);
}

/**
 * Ends an open order that was not paid in time for all its candidates, and the applications among them; false when it
 * is not open any more.
 */
export async function lapse(c: Context, order: Order): Promise<boolean> {
  if (!(await endIfOpen(c.h, order.id, 'lapsed', c.now.ms))) return false;
  c.audit('order-lapsed', { orderId: order.id });
  await noteOrder(c.h, await participantIdsOf(c.h, [order.id]), { orderState: 'lapsed' });
  for (const candidateId of await candidatesOf(c.h, order.id)) await lapseApplication(c, candidateId);
  return true;
}

const newReceipt = (
  c: Context,
  order: Order,
  given: Pick<Receipt, 'method' | 'paidOn' | 'reference'> & { voucherFileId?: string },
): Receipt => ({
  id: newId(),
  orderId: order.id,
  state: 'claimed',
  amountFen: order.totalFen,
  reason: null,
  createdAt: c.now.ms,
  decidedAt: null,
  decidedBy: null,
  voucherFileId: null,
  returnFen: fen(0),
  ...given,
});
