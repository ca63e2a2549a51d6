import type { Handle } from '../../platform/db';
import { refuse } from '../../platform/http';
import { soleCandidateOf } from './order-lines.repository';

/** What an order for one candidate counts for: nobody owes twice for the same event. */
export const openKeyOf = (candidateId: string, eventId: string): string => `${candidateId}:${eventId}`;

/** One candidate cannot yet leave an order of several by itself: refuses `wrong-state`. */
export async function refuseShared(h: Handle, orderId: string): Promise<void> {
  if ((await soleCandidateOf(h, orderId)) === null) refuse('wrong-state', { state: 'order-of-several' });
}
