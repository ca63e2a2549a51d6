import { type Actor, type Context, refuse } from '../../platform/http';
import { listStaffOf } from '../accounts';
import { type Session, askPublication } from '../sessions';

/**
 * Whether these offerings may be published now. Where two have to say so, the first one's word is noted and nothing else
 * happens. Refuses `publication-by-another` to the one who asked, `deputy-needed` where the body has nobody else.
 */
export async function maySecond(
  ctx: Context & { readonly actor: Actor },
  session: Session,
  offeringCodes: readonly string[],
): Promise<boolean> {
  if (!ctx.ports.config.needsSecondPerson) return true;
  const { accountId } = ctx.actor;
  const asked = session.publications.filter(({ offeringCode }) => offeringCodes.includes(offeringCode));
  if (asked.some(({ askedBy }) => askedBy === accountId)) refuse('publication-by-another');
  if (asked.every(({ askedBy }) => askedBy !== null)) return true;
  const others = (await listStaffOf(ctx.h, session.bodyId)).filter(
    (member) => member.accountId !== accountId && member.state === 'active' && member.roles.some(publishes),
  );
  if (others.length === 0) refuse('deputy-needed');
  const by = { accountId, nowMs: ctx.now.ms };
  for (const { offeringCode } of asked) await askPublication(ctx.h, { sessionId: session.id, code: offeringCode }, by);
  ctx.audit('publication-asked', { sessionId: session.id }, { offerings: offeringCodes.join(',') });
  return false;
}

const publishes = (role: string): boolean => role === 'publisher' || role === 'administrator';
