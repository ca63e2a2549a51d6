import type { Fen } from '@jikaotong/shared/kernel';
import type { Context } from '../../platform/http';
import { sharesNow } from './order-lines.repository';
import type { Order } from './order.record';
import { lockOrderOfCandidate } from './order.repository';

/** An order that this transaction holds, with what each candidate in it came to. */
export type Held = { readonly order: Order; readonly shares: ReadonlyMap<string, Fen> };

/** The order that a candidate is in, held until the transaction ends; null where there is none (any more). */
export async function holdOrderOf(ctx: Pick<Context, 'h'>, candidateId: string): Promise<Held | null> {
  const order = await lockOrderOfCandidate(ctx.h, candidateId);
  if (!order) return null;
  const shares = await sharesNow(ctx.h, order.id);
  return shares.has(candidateId) ? { order, shares } : null;
}
