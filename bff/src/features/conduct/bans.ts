import { type Context, refuse } from '../../platform/http';
import { tellAccount } from '../../platform/outbox';
import { type ApplicationEvent, findApplication } from '../applications';
import { dropBannedPaid } from './bar-paid';
import { type StoredBan, banWords } from './breach.record';
import { bansOn, changeBan, peopleOf, peopleOfDocument } from './ban.repository';
import { findBreach } from './breach.repository';

type Asked = { readonly candidateId: string; readonly bodyId: string };

/** The longest ban of this body that keeps away whoever an application or entry is of; null: none does. */
export async function banOfCandidate(
  ctx: Pick<Context, 'h' | 'now'>,
  { candidateId, bodyId }: Asked,
): Promise<StoredBan | null> {
  const personIds = await peopleOf(ctx.h, candidateId);
  return (await bansOn(ctx.h, { bodyId, personIds, day: ctx.now.day }))[0] ?? null;
}

const refuseBy = ({ untilDay, source, breachId }: StoredBan) =>
  refuse('banned', { until: untilDay, source, ...(breachId && { breachId }) });

/**
 * Nobody whom a ban of this body keeps away applies, by whatever account or counter: asked when an application is begun,
 * handed in and approved, and at each the person is known better. Refuses `banned` with its day and clause.
 */
export async function refuseBanned(
  ctx: Context,
  { applicationId }: Pick<ApplicationEvent, 'applicationId'>,
): Promise<void> {
  const row = await findApplication(ctx.h, applicationId);
  const ban = row && (await banOfCandidate(ctx, { candidateId: row.id, bodyId: row.bodyId }));
  if (ban) refuseBy(ban);
}

/** The same of what is handed in; of a unit's row that nobody has claimed its agent learns no more than that it is looked into. */
export async function refuseBannedHandIn(ctx: Context, event: Pick<ApplicationEvent, 'applicationId'>): Promise<void> {
  const row = await findApplication(ctx.h, event.applicationId);
  const ban = row && (await banOfCandidate(ctx, { candidateId: row.id, bodyId: row.bodyId }));
  if (!ban) return;
  if (row.unitId !== null && row.accountId === null && !row.atCounter) refuse('checked-by-body');
  refuseBy(ban);
}

/** Nor does anybody enter a competition of this body: asked when an entry is made, changed and accepted. */
export async function refuseBannedEntry(
  ctx: Context,
  { entryId, bodyId }: { readonly entryId: string; readonly bodyId: string },
): Promise<void> {
  const ban = await banOfCandidate(ctx, { candidateId: entryId, bodyId });
  if (ban) refuseBy(ban);
}

/** And an agent who names somebody banned learns no more than that the body looks into it. */
export async function refuseBannedDocument(
  ctx: Context,
  { bodyId, documentIndex }: { readonly bodyId: string; readonly documentIndex: string },
): Promise<void> {
  const personIds = await peopleOfDocument(ctx.h, documentIndex);
  if ((await bansOn(ctx.h, { bodyId, personIds, day: ctx.now.day })).length > 0) refuse('checked-by-body');
}

type By = { readonly byAccountId: string };

/** One says that a ban shall end before its day. Refuses `wrong-state` where it is over, lifted, or said already. */
export async function proposeLifting(
  ctx: Context,
  ban: StoredBan,
  { reason, byAccountId }: By & { readonly reason: string },
): Promise<void> {
  if (ban.untilDay < ctx.now.day) refuse('wrong-state', { state: 'ban-over' });
  const sealed = banWords.seal(ctx.ports.crypto, ban.id, 'reason', reason);
  const set = { reason: sealed, liftProposedBy: byAccountId, liftProposedAt: ctx.now.ms };
  if (!(await changeBan(ctx.h, { id: ban.id }, { proposedBy: null }, set)))
    refuse('wrong-state', { state: ban.liftedAt === null ? 'decided' : 'lifted' });
  ctx.audit('ban-lift-proposed', { bodyId: ban.bodyId }, {});
}

/** Another agrees, and it ends; or not, and it goes on. Refuses `breach-by-another`, `wrong-state` where nobody says so. */
export async function confirmLifting(
  ctx: Context,
  ban: StoredBan,
  { agrees, byAccountId }: By & { readonly agrees: boolean },
): Promise<void> {
  const { id, bodyId, liftProposedBy: proposedBy, breachId } = ban;
  if (ban.liftedAt !== null || proposedBy === null) refuse('wrong-state', { state: 'decided' });
  if (proposedBy === byAccountId) refuse('breach-by-another');
  const set = agrees
    ? { liftedAt: ctx.now.ms, liftedBy: byAccountId, liveKey: null }
    : { liftProposedBy: null, liftProposedAt: null, reason: null };
  if (!(await changeBan(ctx.h, { id }, { proposedBy }, set))) refuse('wrong-state', { state: 'decided' });
  if (!agrees) return;
  ctx.audit('ban-lifted', { bodyId }, {});
  await dropBannedPaid(ctx, ban, byAccountId);
  const breach = breachId === null ? null : await findBreach(ctx.h, breachId);
  const row = breach && (await findApplication(ctx.h, breach.candidateId));
  if (row) await tellAccount(ctx, { accountId: row.accountId, candidateId: row.id, code: 'ban-lifted', data: {} });
}
