import { pseudonymOf } from '@jikaotong/shared/rules/draw';
import { type Context, refuse } from '../../platform/http';
import { report } from '../participants';
import { hasAttended, liftSeats } from './lift-seats.repository';
import { addStep, dropSeating, findSeating, promisedSeating } from './seating.repository';

const NOTHING = { seated: false, ticketIssuedAt: null } as const;

/** Everybody of a session gets up: new days want new seats and new tickets. Refuses `wrong-state` once somebody came. */
export async function liftSession(ctx: Context, { sessionId }: { readonly sessionId: string }): Promise<void> {
  const { participantIds, tickets } = await liftSeats(ctx.h, { sessionId }, ctx.now.ms);
  // asked once the seats are gone: a door that let somebody in at this moment is known by now
  if (await hasAttended(ctx.h, sessionId)) refuse('wrong-state', { state: 'examined' });
  await report(ctx.h, participantIds, NOTHING);
  await dropSeating(ctx.h, sessionId);
  await promisedSeating(ctx, sessionId);
  ctx.audit('session-seats-lifted', { sessionId }, { candidates: participantIds.length, tickets });
}

/** One participant leaves the seat; the participant's own row knows it already. */
export async function liftParticipant(
  ctx: Context,
  { id: applicationId, participantId }: { readonly id: string; readonly participantId: string },
): Promise<void> {
  const { tickets, sessionIds } = await liftSeats(ctx.h, { participantId }, ctx.now.ms);
  for (const sessionId of sessionIds) await noteLeft(ctx, sessionId, participantId);
  if (tickets > 0) ctx.audit('ticket-revoked', { applicationId });
}

/** The public file goes on without whoever left. */
async function noteLeft(ctx: Context, sessionId: string, participantId: string): Promise<void> {
  const seating = await findSeating(ctx.h, sessionId);
  if (!seating) return;
  const keys = [pseudonymOf(seating, participantId)];
  await addStep(ctx, sessionId, { step: { kind: 'left', keys }, byAccountId: null });
}
