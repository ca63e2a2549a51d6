import type { Fen } from '@jikaotong/shared/kernel';
import type { MessageCode } from '@jikaotong/shared/contract';
import { type Context, defineEvent } from '../../platform/http';
import { tellAccount } from '../../platform/outbox';
import { candidatesOf } from './order-lines.repository';
import type { Order } from './order.record';

/** Told once for each candidate, when the money is there. */
export const orderSettled = defineEvent<{
  readonly orderId: string;
  readonly applicationId: string;
  readonly accountId: string;
  readonly bodyId: string;
  readonly sessionId: string;
  readonly totalFen: Fen;
}>('orderSettled');

/** Tells the rest of the house, and the candidate, that an order is settled. */
export async function tellSettled(c: Context, order: Order): Promise<void> {
  const { id: orderId, accountId, bodyId, sessionId, totalFen } = order;
  for (const applicationId of await candidatesOf(c.h, orderId))
    await c.emit(orderSettled({ orderId, applicationId, accountId, bodyId, sessionId, totalFen }));
  await tellCandidate(c, order, 'payment-settled', { totalFen });
}

/** Tells whoever pays something about the money, once for each candidate. */
export async function tellCandidate(
  c: Context,
  { id, accountId }: Pick<Order, 'id' | 'accountId'>,
  code: Extract<MessageCode, 'payment-settled' | 'payment-reminder' | 'transfer-refused' | 'refund-succeeded'>,
  data: Readonly<Record<string, string | number | null>>,
): Promise<void> {
  for (const candidateId of await candidatesOf(c.h, id)) await tellAccount(c, { accountId, candidateId, code, data });
}
