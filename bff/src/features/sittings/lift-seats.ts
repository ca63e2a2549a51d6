import { type Context, refuse } from '../../platform/http';
import { report } from '../participants';
import { hasAttended, liftSeats } from './lift-seats.repository';

const NOTHING = { seated: false, ticketIssuedAt: null } as const;

/** Everybody of a session gets up: new days want new seats and new tickets. Refuses `wrong-state` once somebody came. */
export async function liftSession(c: Context, { sessionId }: { readonly sessionId: string }): Promise<void> {
  if (await hasAttended(c.h, sessionId)) refuse('wrong-state', { state: 'examined' });
  const { participantIds, tickets } = await liftSeats(c.h, { sessionId }, c.now.ms);
  await report(c.h, participantIds, NOTHING);
  c.audit('session-seats-lifted', { sessionId }, { candidates: participantIds.length, tickets });
}

/** One participant leaves the seat; the participant's own row knows it already. */
export async function liftParticipant(
  c: Context,
  { id: applicationId, participantId }: { readonly id: string; readonly participantId: string },
): Promise<void> {
  const { tickets } = await liftSeats(c.h, { participantId }, c.now.ms);
  if (tickets > 0) c.audit('ticket-revoked', { applicationId });
}
