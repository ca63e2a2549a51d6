import type { Context } from '../../platform/http';
import { tellAccount } from '../../platform/outbox';
import { accountsOf } from '../candidates';
import type { Session } from '../sessions';
import { planLaterReminder } from './reminder.job';
import type { Sitting } from './sitting.record';

type Told = {
  readonly sittings: readonly Sitting[];
  /** Those who hold a ticket already; the others read it on theirs. */
  readonly ticketed: readonly { readonly id: string; readonly candidateId: string }[];
};

/**
 * Tells whoever holds a ticket of a seat that came to it, in a subject whose time was announced later: once, for a seat
 * is given once. The morning before its day they are reminded of it.
 */
export async function tellAnnounced(ctx: Context, session: Session, { sittings, ticketed }: Told): Promise<void> {
  const candidateOf = new Map(ticketed.map(({ id, candidateId }) => [id, candidateId]));
  const accounts = await accountsOf(ctx.h, [...candidateOf.values()]);
  for (const { participantId, subject, day, startsAt, siteName, address, roomName } of sittings) {
    const candidateId = candidateOf.get(participantId);
    if (candidateId === undefined) continue;
    const accountId = accounts.get(candidateId) ?? null;
    const data = { subject, examOn: day, startsAt, siteName, address, roomName };
    await tellAccount(ctx, { accountId, candidateId, code: 'subject-announced', data });
  }
  for (const laterDay of new Set(sittings.map(({ day }) => day).filter((day) => day > session.examEnd)))
    await planLaterReminder(ctx, session, laterDay);
}
