import { type HeldKind, RETENTION, whyLive } from '@jikaotong/shared/rules/retention';
import { eraseHeld } from '../../platform/held';
import { type Context, refuse } from '../../platform/http';
import { deleteCandidate, unlinkCandidate } from '../candidates';
import { releaseClaims } from '../imported-records';
import { LIVE, changeIf } from '../participants';
import { forgetUnnamed } from '../persons';
import { HELD } from './held-records';
import { eraseFilesOf, eraseScans, removeFiles } from './scans.repository';
import { exportsOf, forgetExports } from './data-export.repository';
import { type Standing, standingsOf } from './standing.repository';
import { forgetMessagesOf } from './traces.repository';
import { candidateIdsOf, idsOfEnrolments } from './whose.repository';

/** Deletes one's own draft, or what may go of an enrolment that is over. Refuses `not-found`, `enrolment-live`. */
export async function eraseOwnEnrolment(ctx: Context, accountId: string, candidateId: string): Promise<void> {
  const [standing] = await standingsOf(ctx.h, [candidateId]);
  if (standing?.candidate.accountId !== accountId) return refuse('not-found');
  await eraseOnRequest(ctx, standing);
}

/** Closes an account with all that hangs on it. Refuses `enrolment-live` for the first that is not over. */
export async function closeOwnAccount(ctx: Context, accountId: string): Promise<void> {
  for (const standing of await standingsOf(ctx.h, await candidateIdsOf(ctx.h, accountId)))
    await eraseOnRequest(ctx, standing);
  const fileIds = (await exportsOf(ctx.h, accountId)).flatMap(({ fileId }) => fileId ?? []);
  await removeFiles(ctx.h, fileIds, ctx.now.ms);
  await forgetExports(ctx.h, accountId);
  await eraseFilesOf(ctx.h, accountId, ctx.now.ms);
  await releaseClaims(ctx.h, accountId);
  const ofAccount = HELD.filter(({ whose, kind }) => whose === 'account' && kind !== 'papers' && goesAtOnce(kind));
  for (const held of ofAccount) await eraseHeld(ctx.h, held, [accountId]);
  ctx.audit('account-closed', { accountId });
}

const goesAtOnce = (kind: HeldKind): boolean => RETENTION[kind].onRequest === 'at-once';

async function eraseOnRequest(ctx: Context, standing: Standing): Promise<void> {
  const { candidate, facts } = standing;
  const reason = whyLive(facts, ctx.now.day);
  if (reason) refuse('enrolment-live', { id: candidate.id, kind: candidate.kind, reason });
  await (facts.isDraft ? eraseDraft(ctx, standing) : unlink(ctx, standing));
  ctx.audit('enrolment-erased', { candidateId: candidate.id }, { what: facts.isDraft ? 'draft' : 'scans' });
}

/** A draft was nobody else's business: nothing is left of it. */
export async function eraseDraft(ctx: Context, { candidate, participants }: Standing): Promise<void> {
  for (const { id, version } of participants)
    // handed in at this very moment it is no draft any more
    if (!(await changeIf(ctx.h, { id, version, states: ['draft'] }, { state: 'withdrawn' })))
      refuse('changed-meanwhile');
  await eraseScans(ctx.h, [candidate.id], ctx.now.ms);
  await forgetMessagesOf(ctx.h, [candidate.id]);
  await deleteCandidate(ctx.h, candidate.id);
}

/** What is kept for others is the account's no more; the rest goes now. */
async function unlink(ctx: Context, { candidate, participants, facts }: Standing): Promise<void> {
  for (const { id, version, state } of participants)
    if (facts.isLive && LIVE.includes(state) && !(await changeIf(ctx.h, { id, version, states: [state] }, {})))
      refuse('changed-meanwhile');
  await eraseScans(ctx.h, [candidate.id], ctx.now.ms);
  await forgetMessagesOf(ctx.h, [candidate.id]);
  await unlinkCandidate(ctx.h, candidate.id);
}

/** The time of these enrolments is over: what is left says that there was somebody, and keeps what has longer periods. */
export async function eraseRecords(ctx: Context, candidateIds: readonly string[]): Promise<void> {
  const ids = await idsOfEnrolments(ctx.h, candidateIds);
  await eraseScans(ctx.h, candidateIds, ctx.now.ms);
  await forgetMessagesOf(ctx.h, candidateIds);
  for (const held of HELD) {
    const { whose, kind } = held;
    if (whose === 'account' || whose === 'person' || !(RETENTION[kind].keep.from === 'ended')) continue;
    await eraseHeld(ctx.h, held, ids[whose]);
  }
  for (const personId of ids.person) await forgetUnnamed(ctx.h, personId);
  for (const candidateId of candidateIds) ctx.audit('enrolment-erased', { candidateId }, { what: 'record' });
}
