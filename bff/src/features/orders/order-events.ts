import type { Fen } from '@jikaotong/shared/kernel';
import type { MessageCode } from '@jikaotong/shared/contract';
import { type Context, defineEvent } from '../../platform/http';
import { tellAccount } from '../../platform/outbox';
import { agentsOf, findUnit } from '../units';
import { candidatesOf, standingLinesOf } from './order-lines.repository';
import type { Order } from './order.record';

/** Told once for each candidate and event, when the money is there. */
export const orderSettled = defineEvent<{
  readonly orderId: string;
  readonly applicationId: string;
  readonly accountId: string | null;
  readonly bodyId: string;
  readonly sessionId: string;
  readonly totalFen: Fen;
}>('orderSettled');

/** What was booked by mistake is undone: who hears of it refuses where the money already had its effect. */
export const orderUnsettled = defineEvent<{
  readonly orderId: string;
  readonly sessionIds: readonly string[];
  readonly participantIds: readonly string[];
}>('orderUnsettled');

/** Tells the rest of the house, and whoever paid, that an order is settled. */
export async function tellSettled(ctx: Context, order: Order): Promise<void> {
  const { id: orderId, accountId, bodyId, totalFen } = order;
  const paid = new Map((await standingLinesOf(ctx.h, orderId)).map((line) => [line.candidateId, line.eventId]));
  for (const [applicationId, sessionId] of paid)
    await ctx.emit(orderSettled({ orderId, applicationId, accountId, bodyId, sessionId, totalFen }));
  await tellPayer(ctx, order, 'payment-settled', { totalFen });
}

/** Tells whoever pays something about the money, once for each candidate or of one alone; every agent of a unit that pays. */
export async function tellPayer(
  ctx: Context,
  { id, accountId, unitId, bodyId }: Pick<Order, 'id' | 'accountId' | 'unitId' | 'bodyId'>,
  code: Extract<
    MessageCode,
    | 'payment-settled'
    | 'payment-undone'
    | 'payment-reminder'
    | 'transfer-refused'
    | 'refund-account-asked'
    | 'refund-succeeded'
  >,
  data: Readonly<Record<string, string | number | null>>,
  about: string | null = null,
): Promise<void> {
  if (unitId !== null) {
    const unit = await findUnit(ctx.h, unitId);
    for (const agent of await agentsOf(ctx.h, unitId))
      await tellAccount(ctx, {
        accountId: agent.accountId,
        bodyId,
        code,
        data: { ...data, unitId, unitName: unit?.name ?? '' },
      });
    return;
  }
  for (const candidateId of about === null ? await candidatesOf(ctx.h, id) : [about])
    await tellAccount(ctx, { accountId, candidateId, code, data });
}
