import { type Context, refuse } from '../../platform/http';
import { report } from '../participants';
import { hasAttended, liftSeats } from './lift-seats.repository';

const NOTHING = { seated: false, ticketIssuedAt: null } as const;

/** Everybody of a session gets up: new days want new seats and new tickets. Refuses `wrong-state` once somebody came. */
export async function liftSession(ctx: Context, { sessionId }: { readonly sessionId: string }): Promise<void> {
  if (await hasAttended(ctx.h, sessionId)) refuse('wrong-state', { state: 'examined' });
  const { participantIds, tickets } = await liftSeats(ctx.h, { sessionId }, ctx.now.ms);
  await report(ctx.h, participantIds, NOTHING);
  ctx.audit('session-seats-lifted', { sessionId }, { candidates: participantIds.length, tickets });
}

/** One participant leaves the seat; the participant's own row knows it already. */
export async function liftParticipant(
  ctx: Context,
  { id: applicationId, participantId }: { readonly id: string; readonly participantId: string },
): Promise<void> {
  const { tickets } = await liftSeats(ctx.h, { participantId }, ctx.now.ms);
  if (tickets > 0) ctx.audit('ticket-revoked', { applicationId });
}
