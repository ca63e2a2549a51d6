import { type Context, refuse } from '../../platform/http';
import { type ApplicationEvent, findApplication } from '../applications';
import { type StoredBan, banWords } from './breach.record';
import { bansOn, liftWhere, peopleOf } from './breach.repository';

/**
 * Nobody whom a ban of this body keeps away applies, by whatever account or counter: asked when an application is begun,
 * handed in and approved, and at each the person is known better. Refuses `banned` with its day and clause.
 */
export async function refuseBanned(
  ctx: Context,
  { applicationId }: Pick<ApplicationEvent, 'applicationId'>,
): Promise<void> {
  const row = await findApplication(ctx.h, applicationId);
  if (!row) return;
  const personIds = await peopleOf(ctx.h, row.id);
  const [ban] = await bansOn(ctx.h, { bodyId: row.bodyId, personIds, day: ctx.now.day });
  if (ban)
    refuse('banned', { until: ban.untilDay, source: ban.source, ...(ban.breachId && { breachId: ban.breachId }) });
}

/** Ends a ban before its day. Refuses `wrong-state` where it does not stand any more. */
export async function liftBan(
  ctx: Context,
  ban: StoredBan,
  { reason, byAccountId }: { readonly reason: string; readonly byAccountId: string },
): Promise<void> {
  const sealed = banWords.seal(ctx.ports.crypto, ban.id, 'reason', reason);
  const by = { liftedAt: ctx.now.ms, liftedBy: byAccountId, reason: sealed };
  if (!(await liftWhere(ctx.h, { id: ban.id }, by))) refuse('wrong-state', { state: 'lifted' });
  ctx.audit('ban-lifted', { bodyId: ban.bodyId }, {});
}
