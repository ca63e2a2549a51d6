import { type Context, refuse } from '../../platform/http';
import { lockExamDay } from '../sessions';
import { sittingsOf, ticketsOf } from './sitting.repository';

/** Money cannot be undone by which somebody was seated: the seats of a session are given under its lock. */
export async function refuseSeated(
  ctx: Pick<Context, 'h'>,
  {
    sessionIds,
    participantIds,
  }: { readonly sessionIds: readonly string[]; readonly participantIds: readonly string[] },
): Promise<void> {
  for (const sessionId of sessionIds.toSorted()) await lockExamDay(ctx.h, sessionId);
  const sittings = (await sittingsOf(ctx.h, participantIds)).filter(({ state }) => state !== 'void');
  if (sittings.length > 0 || (await ticketsOf(ctx.h, participantIds)).length > 0)
    refuse('receipt-stands', { because: 'seated' });
}
