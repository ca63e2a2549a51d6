import { type Fen, fen } from '@jikaotong/shared/kernel';
import { type Context, refuse } from '../../platform/http';
import { enqueue } from '../../platform/jobs';
import type { ApplicationEvent } from '../applications';
import { noteOrder } from '../participants';
import { unsettle } from './follow-session.repository';
import { giveBack } from './give-back';
import { type Held, holdOrderOf } from './hold-order';
import { CLOSE_JOB } from './job-kinds';
import { claimedReceiptOf } from './payment.repository';
import { endLines, participantIdsOf } from './order-lines.repository';
import type { Order } from './order.record';
import { endIfOpen, findAnyOrder, lessen } from './order.repository';

/**
 * The candidate stepped back: nothing is owed any more. Refuses `already-paid` when the money was faster, and as
 * `leaveOpen`.
 */
export async function cancelOrder(
  ctx: Context,
  { applicationId }: Pick<ApplicationEvent, 'applicationId'>,
): Promise<void> {
  const held = await holdOrderOf(ctx, applicationId);
  if (!held) return;
  const { order, shares } = held;
  if (shares.size > 1) {
    if (order.state !== 'open') refuse('already-paid', { of: 'leaving' });
    await leaveOpen(ctx, held, applicationId);
    return;
  }
  if (!(await endIfOpen(ctx.h, order.id, 'cancelled', ctx.now.ms))) refuse('already-paid', { of: 'leaving' });
  await enqueue(ctx.h, { kind: CLOSE_JOB, key: order.id, dueMs: ctx.now.ms, payload: { orderId: order.id } });
  ctx.audit('order-cancelled', { orderId: order.id, applicationId });
}

/**
 * What a candidate paid goes back, as far as it was paid, and what is open is owed no more; of an order of several these
 * lines alone. Tells what was settled of it; null where nothing stands any more. Refuses as `leaveOpen`.
 */
export async function giveBackOf(ctx: Context, candidateId: string, reason: string): Promise<Fen | null> {
  const held = await holdOrderOf(ctx, candidateId);
  if (!held) return null;
  const { order, shares } = held;
  if (shares.size === 1) return giveBackAll(ctx, order, reason);
  if (order.state === 'open') {
    await leaveOpen(ctx, held, candidateId);
    return fen(0);
  }
  const left = await leaveLines(ctx, held, candidateId);
  // ended before anything was paid: at most a transfer is claimed for all of them, which goes back once
  return giveBack(ctx, order, { reason, part: order.state === 'settled' ? { candidateId, fen: left } : null });
}

/**
 * Takes one candidate out of an order that is not paid while others stay in; what could be paid at the old sum is closed.
 * Refuses `wrong-state` (`transfer-claimed`) while finance looks for a transfer of that sum.
 */
export async function leaveOpen(ctx: Context, held: Held, candidateId: string): Promise<void> {
  const { id } = held.order;
  if (await claimedReceiptOf(ctx.h, id)) refuse('wrong-state', { state: 'transfer-claimed' });
  await leaveLines(ctx, held, candidateId);
  await closeLater(ctx, id, candidateId);
}

/** Ends the lines of one candidate among several, lowers the order by them, and tells what they came to. */
export async function leaveLines(ctx: Context, { order, shares }: Held, candidateId: string): Promise<Fen> {
  const left = shares.get(candidateId) ?? fen(0);
  const ids = await participantIdsOf(ctx.h, [order.id], candidateId);
  // the order is held: nobody else ends its lines or its state
  const isLeft =
    (await endLines(ctx.h, { orderId: order.id, candidateId }, ctx.now.ms)) && (await lessen(ctx.h, order, left));
  if (!isLeft) throw new Error(`order ${order.id} changed while it was held`);
  await noteOrder(ctx.h, ids, { orderState: 'cancelled', transferClaimed: false });
  ctx.audit('order-left', { orderId: order.id, applicationId: candidateId }, { fen: left });
  return left;
}

async function giveBackAll(ctx: Context, { id }: Order, reason: string): Promise<Fen | null> {
  if (await endIfOpen(ctx.h, id, 'cancelled', ctx.now.ms)) await closeLater(ctx, id, ctx.now.ms);
  else await unsettle(ctx.h, id, ctx.now.ms);
  // read again: the money may have come between the first look and this act
  const order = await findAnyOrder(ctx.h, id);
  if (order?.state !== 'cancelled') return null;
  await noteOrder(ctx.h, await participantIdsOf(ctx.h, [id]), { orderState: 'cancelled', transferClaimed: false });
  return giveBack(ctx, order, { reason, part: null });
}

/** Under a key of its own: the order may be closed again, elsewhere or for somebody else. */
const closeLater = (ctx: Context, orderId: string, cause: string | number): Promise<boolean> =>
  enqueue(ctx.h, { kind: CLOSE_JOB, key: `${orderId}:${cause}`, dueMs: ctx.now.ms, payload: { orderId } });
