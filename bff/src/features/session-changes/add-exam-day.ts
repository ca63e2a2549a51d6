import type { LocalDate } from '@jikaotong/shared/kernel';
import type { Context } from '../../platform/http';
import { tellAccount } from '../../platform/outbox';
import { findApplications } from '../applications';
import { livingIn } from '../participants';
import { type Session, extendSession, sessionWindowsChanged } from '../sessions';
import { planLaterReminder } from '../sittings';

/**
 * Adds a later exam day to a locked, published session, for whom the others have no place. Everybody who has handed in hears that
 * their own day stays and by when results come now. Refuses as `extendSession`.
 */
export async function addExamDay(
  ctx: Context,
  session: Session,
  { day, revision, reason }: { readonly day: LocalDate; readonly revision: string; readonly reason: string },
): Promise<void> {
  const { resultsBy } = await extendSession(ctx.h, session, { day, revision, today: ctx.now.day });
  ctx.audit('exam-day-added', { sessionId: session.id }, { day, before: session.examEnd });
  await planLaterReminder(ctx, session, day);
  await ctx.emit(sessionWindowsChanged({ sessionId: session.id }));
  const data = { sessionName: session.name, examOn: day, resultsBy, reason };
  for (const { id: candidateId, accountId } of await findApplications(ctx.h, await livingIn(ctx.h, session.id)))
    await tellAccount(ctx, { accountId, candidateId, code: 'exam-day-added', data });
}
