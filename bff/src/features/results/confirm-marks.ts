import type { Handle } from '../../platform/db';
import { type Context, refuse } from '../../platform/http';
import { participantsOfEvent } from '../participants';
import type { Session } from '../sessions';
import { publishLate } from './publish-results';
import type { StoredResult } from './result.record';
import { confirmMark, currentIn } from './result.repository';
import { isUnconfirmed } from './unchecked';

/** The marks of an offering that count and that no second person has confirmed. */
export async function unconfirmedIn(h: Handle, session: Session, offeringCode: string): Promise<StoredResult[]> {
  const there = new Set(await participantsOfEvent(h, session.id, offeringCode));
  return (await currentIn(h, session.id)).filter((mark) => isUnconfirmed(mark) && there.has(mark.participantId));
}

/** Confirms what others recorded, and publishes who waited for nothing else. Refuses `offering-unknown`, and `same-marker` where all of it is one's own. */
export async function confirmOffering(
  ctx: Context,
  session: Session,
  { offering, reason, accountId }: { readonly offering: string; readonly reason: string; readonly accountId: string },
): Promise<void> {
  if (!session.offeringCodes.includes(offering)) refuse('offering-unknown');
  const open = await unconfirmedIn(ctx.h, session, offering);
  const others = open.filter(({ recordedBy }) => recordedBy !== accountId);
  if (open.length > 0 && others.length === 0) refuse('same-marker');
  for (const { id } of others) await confirmMark(ctx.h, id, { accountId, nowMs: ctx.now.ms });
  await publishLate(ctx, session.id, [...new Set(others.map(({ participantId }) => participantId))]);
  ctx.audit('marks-confirmed', { sessionId: session.id }, { offering, marks: others.length, how: reason });
}
