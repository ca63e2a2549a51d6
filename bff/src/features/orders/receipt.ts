import { fen } from '@jikaotong/shared/kernel';
import { newId } from '../../platform/db';
import { type Context, refuse, refuseWhen } from '../../platform/http';
import { lapseApplication } from '../applications';
import { attachFile } from '../candidates';
import { noteOrder, report } from '../participants';
import { frameOfOrder, isTooLateFor } from './frame-of-order';
import { type Receipt, receiptWords } from './payment.record';
import { changeClaimed, claimedReceiptOf, findReceipt, insertReceipt } from './payment.repository';
import { tellPayer } from './order-events';
import { candidatesOf, participantIdsOf } from './order-lines.repository';
import { returnLate } from './give-back';
import { cameLate, methodsOf, refuseReceivedOn, refuseReceiving } from './order.policy';
import type { Order } from './order.record';
import { endIfOpen, followClaim } from './order.repository';
import { reinstateOrder } from './reinstate';
import { settleOrder } from './settle';

/** Keeps the voucher of a transfer for finance; a second one takes the place of the first while that waits. */
export async function putClaim(
  ctx: Context,
  order: Order,
  claim: Pick<Receipt, 'paidOn'> & { voucherFileId: string; reference: string | null },
): Promise<void> {
  const waiting = await claimedReceiptOf(ctx.h, order.id);
  const setIn = (id: string) => ({
    ...claim,
    reference: receiptWords.sealIf(ctx.ports.crypto, id, 'reference', claim.reference),
  });
  if (!waiting || !(await changeClaimed(ctx.h, { id: waiting.id, orderId: order.id }, setIn(waiting.id))))
    await insertReceipt(ctx.h, newReceipt(ctx, order, { method: 'transfer', ...claim }));
  await followClaim(ctx.h, order.id);
  for (const candidateId of await candidatesOf(ctx.h, order.id))
    await attachFile(ctx.h, candidateId, claim.voucherFileId);
  await report(ctx.h, await participantIdsOf(ctx.h, [order.id]), { orderState: 'open', transferClaimed: true });
  ctx.audit('transfer-claimed', { orderId: order.id }, { fen: order.totalFen });
}

/**
 * Takes money that finance has seen, by the day it was received: a claimed transfer, or a transfer, cheque or cash entered
 * by hand. In time it settles, and where the order lapsed meanwhile that is undone for the reason given. What came after
 * the last day, or is entered when the exam is over or called off, settles nothing and is a case. Refuses `already-paid`,
 * `order-closed`, `amount-mismatch`, `payment-method-unavailable`, `received-day-wrong`, `reinstating-reason-needed`, and
 * as `reinstateOrder`.
 */
export async function takeReceipt(ctx: Context, order: Order, seen: Seen): Promise<void> {
  refuseWhen(refuseReceiving(order));
  if (seen.amountFen !== order.totalFen) refuse('amount-mismatch', { totalFen: order.totalFen });
  refuseWhen(refuseReceivedOn(order, seen.paidOn, ctx.now.day));
  const frame = await frameOfOrder(ctx.h, order);
  if (!methodsOf(frame.payment, []).includes(seen.method)) refuse('payment-method-unavailable');
  // a claim that waits is this money, also when finance enters it without pointing at the claim
  const claim =
    seen.receiptId ?? (seen.method === 'transfer' ? ((await claimedReceiptOf(ctx.h, order.id))?.id ?? null) : null);
  const came = { method: seen.method, day: seen.paidOn, claimed: claim !== null };
  const isLate = isTooLateFor(frame, ctx.now.day) || cameLate(order, came, frame.payment);
  if (order.state === 'lapsed' && !isLate && seen.reason === null) refuse('reinstating-reason-needed');
  const receiptId = await confirmReceipt(ctx, order, seen, claim);
  if (isLate) await lapseFor(ctx, order, receiptId);
  else if (order.state === 'lapsed') {
    if (!(await reinstateOrder(ctx, order, receiptId))) refuse('changed-meanwhile');
    // the receipt goes with the refusal: WeChat settled it, or somebody left it, in this very moment
  } else if (!(await settleOrder(ctx, order, receiptId))) refuse('already-paid');
  ctx.audit('receipt-taken', { orderId: order.id, receiptId }, { method: seen.method, fen: seen.amountFen });
}

/** What finance has seen; `paidOn` is the day it was received. */
type Seen = Pick<Receipt, 'method' | 'amountFen' | 'paidOn'> & {
  readonly reference: string | null;
  readonly reason: string | null;
  readonly receiptId: string | null;
  readonly byAccountId: string;
};

async function confirmReceipt(ctx: Context, order: Order, seen: Seen, claim: string | null): Promise<string> {
  const { paidOn, reference, method, reason } = seen;
  const { crypto } = ctx.ports;
  const confirmedIn = (id: string) => ({
    state: 'confirmed' as const,
    decidedAt: ctx.now.ms,
    decidedBy: seen.byAccountId,
    reason: receiptWords.sealIf(crypto, id, 'reason', reason),
  });
  if (claim === null) {
    const fresh = newReceipt(ctx, order, { method, paidOn, reference });
    const receipt = { ...fresh, ...confirmedIn(fresh.id) };
    await insertReceipt(ctx.h, receipt);
    return receipt.id;
  }
  const said = reference ? { reference: receiptWords.sealIf(crypto, claim, 'reference', reference) } : {};
  const set = { ...confirmedIn(claim), paidOn, ...said };
  if (!(await changeClaimed(ctx.h, { id: claim, orderId: order.id }, set))) refuse('not-found');
  return claim;
}

/** Money that counts for nothing any more: the order ends where it has not yet, and a person decides. */
async function lapseFor(ctx: Context, order: Order, receiptId: string): Promise<void> {
  const receipt = await findReceipt(ctx.h, receiptId);
  if (!receipt || (order.state === 'open' && !(await lapse(ctx, order)))) return refuse('order-closed');
  await returnLate(ctx, order, receipt);
}

/** Finance did not find the transfer; an order whose time is over lapses with it. */
export async function refuseClaim(
  ctx: Context,
  order: Order,
  receiptId: string,
  by: { accountId: string; reason: string },
) {
  const reason = receiptWords.sealIf(ctx.ports.crypto, receiptId, 'reason', by.reason);
  const decided = { state: 'refused', reason, decidedAt: ctx.now.ms, decidedBy: by.accountId } as const;
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

function newReceipt(
  ctx: Context,
  order: Order,
  given: Pick<Receipt, 'method' | 'paidOn'> & { reference: string | null; voucherFileId?: string },
): Receipt {
  const id = newId();
  return {
    id,
    orderId: order.id,
    state: 'claimed',
    amountFen: order.totalFen,
    reason: null,
    createdAt: ctx.now.ms,
    decidedAt: null,
    decidedBy: null,
    undoAskedBy: null,
    undoReason: null,
    voucherFileId: null,
    returnFen: fen(0),
    ...given,
    reference: receiptWords.sealIf(ctx.ports.crypto, id, 'reference', given.reference),
  };
}
