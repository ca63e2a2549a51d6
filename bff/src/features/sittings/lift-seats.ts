import { type Context, refuse } from '../../platform/http';
import { report } from '../participants';
import { hasAttended, lift } from './change.repository';

const NOTHING = { seated: false, ticketIssuedAt: null } as const;

/** Everybody of a session gets up: new days want new seats and new tickets. Refuses `wrong-state` once somebody came. */
export async function liftSession(c: Context, { sessionId }: { readonly sessionId: string }): Promise<void> {
  if (await hasAttended(c.h, sessionId)) refuse('wrong-state', { state: 'examined' });
  const { applicationIds, tickets } = await lift(c.h, { sessionId }, c.now.ms);
  await report(c.h, { candidateIds: applicationIds }, NOTHING);
  c.audit('session-seats-lifted', { sessionId }, { candidates: applicationIds.length, tickets });
}

/** One candidate leaves her seat; her application knows it already. */
export async function liftCandidate(c: Context, { applicationId }: { readonly applicationId: string }): Promise<void> {
  const { tickets } = await lift(c.h, { applicationId }, c.now.ms);
  if (tickets > 0) c.audit('ticket-revoked', { applicationId });
}
