import { isDuplicate } from '../../platform/db';
import { type Context, refuse } from '../../platform/http';
import { reinstateApplication } from '../applications';
import type { Case } from '../cases';
import { moneyReceipt, returnsOfCases } from './follow-session.repository';
import { frameOfOrder, isTooLateFor } from './frame-of-order';
import { candidatesIn, standingLinesOf, takeOpenKey } from './order-lines.repository';
import type { Order } from './order.record';
import { findAnyOrder, settleIfLapsed } from './order.repository';
import { dropReturn } from './payment.repository';
import { goOnSettled } from './settle';

/**
 * Undoes that an order lapsed, for all its candidates or for none, and settles it by this money; false when it has not
 * lapsed, or comes to another sum. Refuses as `reinstateApplication`, and `wrong-state` (`owes-already`) where one of
 * them owes for the same event anew.
 */
export async function reinstateOrder(
  ctx: Context,
  { id, totalFen }: Pick<Order, 'id' | 'totalFen'>,
  settledBy: string,
): Promise<boolean> {
  if (!(await settleIfLapsed(ctx.h, id, { settledBy, totalFen, nowMs: ctx.now.ms }))) return false;
  const lines = await standingLinesOf(ctx.h, id);
  for (const candidateId of candidatesIn(lines)) {
    const eventId = lines.find((line) => line.candidateId === candidateId)?.eventId ?? '';
    await takeOpenKey(ctx.h, { orderId: id, candidateId }, eventId).catch((error: unknown) => {
      if (!isDuplicate(error, 'uq_pay_order_line_open')) throw error;
      refuse('wrong-state', { state: 'owes-already' });
    });
    await reinstateApplication(ctx, candidateId);
  }
  ctx.audit('order-reinstated', { orderId: id });
  await goOnSettled(ctx, id);
  return true;
}

/**
 * A person has decided that money which came late counts all the same. Refuses `wrong-state` for a case of another kind, an
 * order that did not lapse, an exam that is over or was called off, and as `reinstateOrder`.
 */
export async function reinstateByCase(ctx: Context, found: Case): Promise<void> {
  const order = found.orderId === null ? null : await findAnyOrder(ctx.h, found.orderId);
  if (found.kind !== 'paid-late' || !order) return refuse('wrong-state', { state: found.kind });
  if (isTooLateFor(await frameOfOrder(ctx.h, order), ctx.now.day)) refuse('wrong-state', { state: 'event-over' });
  if (order.totalFen !== found.amountFen || !(await reinstateOrder(ctx, order, await moneyOf(ctx, found))))
    refuse('wrong-state', { state: order.state });
}

/** The attempt or receipt that a case is about; of a receipt, nothing is to go back by hand any more. */
async function moneyOf(ctx: Context, { id, attemptId }: Case): Promise<string> {
  if (attemptId !== null) return attemptId;
  const [due] = await returnsOfCases(ctx.h, [id]);
  const receipt = due && (await moneyReceipt(ctx.h, due.receiptId));
  if (!due || !receipt || !(await dropReturn(ctx.h, due))) return refuse('wrong-state', { state: 'no-payment' });
  ctx.audit(
    'return-ended',
    { returnId: due.id, orderId: due.orderId, caseId: id },
    { fen: due.amountFen, state: 'kept' },
  );
  return receipt.id;
}
