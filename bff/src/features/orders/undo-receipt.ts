import { dayAt } from '@jikaotong/shared/kernel';
import { type Actor, type Context, type Refused, refuse, refuseWhen } from '../../platform/http';
import { findParticipants, noteOrder } from '../participants';
import { orderUnsettled, tellPayer } from './order-events';
import { participantIdsOf, standingLinesOf } from './order-lines.repository';
import type { Order } from './order.record';
import { findAnyOrder, unsettleIf } from './order.repository';
import { type Receipt, receiptWords } from './payment.record';
import { askUndo, endReceipt } from './payment.repository';
import { lapse } from './receipt';
import { refuseAlone } from './second-person';

type Asking = Context & { readonly actor: Actor };

/**
 * Undoes what was booked by hand by mistake, of an order that is locked; where two have to say so, the first one's word is
 * noted and nothing else happens. Tells whether it is undone. Refuses `wrong-state`, `receipt-stands`, `undo-by-another`
 * and `deputy-needed`.
 */
export async function undoReceipt(ctx: Asking, order: Order, receipt: Receipt, reason: string): Promise<boolean> {
  refuseWhen(refuseUndoing(receipt, order, ctx.now.day));
  const { accountId } = ctx.actor;
  if (ctx.ports.config.needsSecondPerson) {
    if (receipt.undoAskedBy === accountId) refuse('undo-by-another');
    if (receipt.undoAskedBy === null) {
      await refuseAlone(ctx, order.bodyId);
      await askFirst(ctx, receipt, reason);
      ctx.audit('receipt-undo-asked', { orderId: order.id, receiptId: receipt.id });
      return false;
    }
  } else await askFirst(ctx, receipt, reason);
  await undo(ctx, order, receipt, reason);
  return true;
}

async function askFirst(ctx: Asking, { id }: Receipt, reason: string): Promise<void> {
  const undoReason = receiptWords.seal(ctx.ports.crypto, id, 'undoReason', reason);
  if (!(await askUndo(ctx.h, id, { undoAskedBy: ctx.actor.accountId, undoReason })))
    refuse('wrong-state', { state: 'undone' });
}

/** Opens the order again as if the money had not been booked; one whose time is over lapses. */
export async function undo(ctx: Context, { id }: Pick<Order, 'id'>, receipt: Receipt, reason: string): Promise<void> {
  if (!(await endReceipt(ctx.h, receipt)) || !(await unsettleIf(ctx.h, id, receipt.id)))
    refuse('wrong-state', { state: 'undone' });
  const participantIds = await participantIdsOf(ctx.h, [id]);
  // the fee of somebody who was stopped is kept: opened again, it could never be settled
  if ((await findParticipants(ctx.h, participantIds)).some(({ state }) => state === 'rejected'))
    refuse('receipt-stands', { because: 'stopped' });
  const sessionIds = [...new Set((await standingLinesOf(ctx.h, id)).map(({ eventId }) => eventId))];
  await ctx.emit(orderUnsettled({ orderId: id, sessionIds, participantIds }));
  await noteOrder(ctx.h, participantIds, { orderState: 'open', transferClaimed: false, paidAt: null });
  ctx.audit('receipt-undone', { orderId: id, receiptId: receipt.id }, { fen: receipt.amountFen });
  const order = await findAnyOrder(ctx.h, id);
  if (!order) throw new Error(`order ${id} is gone`);
  await tellPayer(ctx, order, 'payment-undone', { reason });
  if (order.payBy !== null && ctx.now.day > order.payBy) await lapse(ctx, order);
}

/** Why a receipt cannot be undone on this day, or null. */
export function refuseUndoing(
  receipt: Pick<Receipt, 'id' | 'state' | 'voucherFileId' | 'decidedAt' | 'returnFen'>,
  order: Pick<Order, 'state' | 'settledBy'>,
  today: Context['now']['day'],
): Refused | null {
  if (receipt.state !== 'confirmed') return { refused: 'wrong-state', data: { state: receipt.state } };
  const stands = (because: string): Refused => ({ refused: 'receipt-stands', data: { because } });
  if (receipt.voucherFileId !== null) return stands('voucher');
  if (receipt.decidedAt === null || dayAt(receipt.decidedAt) !== today) return stands('another-day');
  if (receipt.returnFen > 0 || order.state !== 'settled' || order.settledBy !== receipt.id) return stands('given-back');
  return null;
}
