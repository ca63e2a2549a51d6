import type { BodyOf, breachCases as contract } from '@jikaotong/shared/contract';
import { addDays } from '@jikaotong/shared/kernel';
import type { ConductRule } from '@jikaotong/shared/notice';
import { type Ban, banOf, procedureOf } from '@jikaotong/shared/rules/conduct';
import { newId } from '../../platform/db';
import { type Context, refuse } from '../../platform/http';
import { tellAccount } from '../../platform/outbox';
import { findApplication } from '../applications';
import { findCertificateOf, voidCertificate } from '../certificates';
import { cancelResult, restoreResult } from '../invigilation';
import { releaseBreach, reportBreach } from '../results';
import { lockSession } from '../sessions';
import { type Breach, breachWords } from './breach.record';
import { frameWithConduct } from './body-conduct';
import { changeBan, findBanOf, insertBan } from './ban.repository';
import { dropBannedPaid } from './bar-paid';
import { findBreach, stepFrom } from './breach.repository';
import { printedItem, printedTier } from './printed';
import { stopBanned } from './stop-banned';

/** Tells the person; the window to say something begins with the day after. */
export async function notifyBreach(ctx: Context, breach: Breach): Promise<void> {
  if (breach.item === null) refuse('wrong-state', { state: 'item-needed' });
  const { notice } = await frameOf(ctx, breach);
  const statementUntil = addDays(ctx.now.day, procedureOf(notice).statementDays.value);
  await step(ctx, breach, ['recorded'], { state: 'notified', notifiedOn: ctx.now.day, statementUntil });
  ctx.audit('breach-notified', { applicationId: breach.candidateId }, {});
  await tell(ctx, breach, 'breach-notified', { statementUntil });
}

/** The person says something, once, inside the window. */
export async function takeStatement(ctx: Context, breach: Breach, words: string): Promise<void> {
  if (breach.statement !== null) refuse('wrong-state', { state: 'stated' });
  if (breach.statementUntil !== null && ctx.now.day > breach.statementUntil)
    refuse('too-late', { closedOn: breach.statementUntil });
  const statement = breachWords.seal(ctx.ports.crypto, breach.id, 'statement', words);
  await step(ctx, breach, ['notified'], { statement });
  ctx.audit('breach-stated', { applicationId: breach.candidateId }, {});
}

/** One says what shall follow: after the person was heard, or the window is over; that nothing shall, also before. */
export async function proposeBreach(
  ctx: Context,
  breach: Breach,
  said: BodyOf<typeof contract.proposeBreach> & { readonly byAccountId: string },
): Promise<void> {
  const { drops, severity = null, reason, byAccountId } = said;
  const { notice } = await frameOf(ctx, breach);
  const isTold = breach.notifiedOn !== null;
  if (
    !drops &&
    isTold &&
    breach.statement === null &&
    breach.statementUntil !== null &&
    ctx.now.day <= breach.statementUntil
  )
    refuse('too-early', { opensOn: addDays(breach.statementUntil, 1) });
  if (!drops && severity === null && printedItem(notice, breach.item)?.hasSeverity) refuse('severity-needed');
  const sealed = breachWords.seal(ctx.ports.crypto, breach.id, 'reason', reason);
  await step(ctx, breach, drops ? ['recorded', 'notified'] : ['notified'], {
    state: 'proposed',
    drops,
    severity,
    reason: sealed,
    proposedBy: byAccountId,
  });
  ctx.audit('breach-proposed', { applicationId: breach.candidateId }, { drops });
}

/** Another one agrees, and everything follows at once; or it goes back to be proposed anew. */
export async function confirmBreach(
  ctx: Context,
  breach: Breach,
  { agrees, byAccountId }: { readonly agrees: boolean; readonly byAccountId: string },
): Promise<void> {
  if (breach.state !== 'proposed') refuse('wrong-state', { state: breach.state });
  if (breach.proposedBy === byAccountId) refuse('breach-by-another');
  if (!agrees) {
    const state = breach.notifiedOn === null ? 'recorded' : 'notified';
    const none = { drops: false, proposedBy: null, reason: null, severity: null };
    await step(ctx, breach, ['proposed'], { state, ...none });
    return;
  }
  await lockSession(ctx.h, breach.sessionId);
  const by = { decidedBy: byAccountId, decidedOn: ctx.now.day };
  if (breach.drops) {
    await step(ctx, breach, ['proposed'], { ...by, state: 'dropped' });
    await endUndecided(ctx, breach);
  } else {
    const { notice } = await frameOf(ctx, breach);
    const tier = printedTier(notice, breach.item) ?? refuse('wrong-state', { state: 'not-printed' });
    const ban = await banFor(ctx, breach);
    const appealUntil = addDays(ctx.now.day, procedureOf(notice).appealDays.value);
    await step(ctx, breach, ['proposed'], { ...by, state: 'decided', banUntil: ban?.until ?? null, appealUntil });
    await punish(ctx, breach, { tier, ban, byAccountId });
    await tell(ctx, breach, 'breach-decided', { appealUntil, ...(ban && { banUntil: ban.until }) });
  }
  ctx.audit('breach-decided', { sessionId: breach.sessionId }, { drops: breach.drops });
}

/** The person appeals, once, inside the window; what was decided goes on meanwhile. */
export async function takeAppeal(ctx: Context, breach: Breach, words: string): Promise<void> {
  if (breach.appealUntil !== null && ctx.now.day > breach.appealUntil)
    refuse('too-late', { closedOn: breach.appealUntil });
  const appeal = breachWords.seal(ctx.ports.crypto, breach.id, 'appeal', words);
  await step(ctx, breach, ['decided'], { state: 'appealed', appeal });
  ctx.audit('breach-appealed', { applicationId: breach.candidateId }, {});
}

/** Somebody else decides the appeal: it stands, or all that followed is taken back. */
export async function decideAppeal(
  ctx: Context,
  breach: Breach,
  said: { readonly stands: boolean; readonly reason: string; readonly byAccountId: string },
): Promise<void> {
  const { stands, reason, byAccountId } = said;
  if ([breach.proposedBy, breach.decidedBy].includes(byAccountId)) refuse('breach-by-another');
  await lockSession(ctx.h, breach.sessionId);
  const appealReason = breachWords.seal(ctx.ports.crypto, breach.id, 'appealReason', reason);
  await step(ctx, breach, ['appealed'], { state: stands ? 'final' : 'dropped', appealReason, appealBy: byAccountId });
  if (!stands) {
    await restoreResult(ctx.h, breach.id);
    const ban = await findBanOf(ctx.h, breach.id);
    await changeBan(ctx.h, { breachId: breach.id }, null, {
      liftedAt: ctx.now.ms,
      liftedBy: byAccountId,
      liveKey: null,
    });
    if (ban) await dropBannedPaid(ctx, ban, byAccountId);
    await reportBreach(ctx, breach);
  }
  ctx.audit('breach-appeal-decided', { applicationId: breach.candidateId }, { stands });
  await tell(ctx, breach, 'breach-appeal-decided', {});
}

/** What the notice lets follow, decided today. */
export async function banFor(ctx: Pick<Context, 'h' | 'now'>, breach: Breach): Promise<Ban | null> {
  const { notice, examEnd } = await frameOf(ctx, breach);
  const tier = printedTier(notice, breach.item);
  const severity = breach.severity ?? 'light';
  const given = { severity, examOn: examEnd, decidedOn: ctx.now.day, procedure: procedureOf(notice) };
  return tier ? banOf(tier, given) : null;
}

/** Nothing follows of a case: its hold ends, and whoever was told of it hears so. */
export async function endUndecided(ctx: Context, breach: Breach): Promise<void> {
  await releaseBreach(ctx, { participantId: breach.participantId, breachId: breach.id });
  await reportBreach(ctx, breach);
  if (breach.notifiedOn !== null) await tell(ctx, breach, 'breach-dropped', {});
}

type Tier = ConductRule['tiers'][number];

/** The results are cancelled, the ban begins, and a certificate that came of them is void. */
async function punish(
  ctx: Context,
  breach: Breach,
  { tier, ban, byAccountId }: { readonly tier: Tier; readonly ban: Ban | null; readonly byAccountId: string },
): Promise<void> {
  const { id: breachId, participantId, personId, bodyId } = breach;
  const subject = tier.cancels === 'this-subject' ? breach.subject : null;
  await cancelResult(ctx.h, { breachId, participantId, subject, at: ctx.now.ms });
  await releaseBreach(ctx, { participantId, breachId });
  if (ban && personId !== null) {
    const row = {
      id: newId(),
      bodyId,
      personId,
      breachId,
      liveKey: breachId,
      fromDay: ban.from,
      untilDay: ban.until,
      source: tier.source,
      reason: null,
      createdAt: ctx.now.ms,
      liftedAt: null,
      liftedBy: null,
      liftProposedBy: null,
      liftProposedAt: null,
    };
    await insertBan(ctx.h, row);
    ctx.audit('ban-begun', { bodyId }, { until: ban.until });
    await stopBanned(ctx, row, { except: breach.candidateId, accountId: byAccountId });
  }
  await reportBreach(ctx, breach);
  const certificate = await findCertificateOf(ctx.h, breach.candidateId);
  if (certificate?.state === 'issued')
    await voidCertificate(ctx, { certificate, reason: '违纪违规处理决定：成绩无效', accountId: byAccountId });
}

async function frameOf({ h }: Pick<Context, 'h'>, breach: Breach) {
  const row = await findApplication(h, breach.candidateId);
  if (!row) throw new Error(`application ${breach.candidateId} of a breach is gone`);
  return frameWithConduct(h, row, breach.conductId);
}

/** Goes one step on; refuses `wrong-state` with where it stands. */
export async function step(
  ctx: Pick<Context, 'h'>,
  breach: Breach,
  from: readonly Breach['state'][],
  set: Parameters<typeof stepFrom>[2],
): Promise<void> {
  const isThere = from.includes(breach.state) && (await stepFrom(ctx.h, breach, set));
  if (!isThere) refuse('wrong-state', { state: (await findBreach(ctx.h, breach.id))?.state ?? breach.state });
}

async function tell(
  ctx: Context,
  { candidateId }: Breach,
  code: 'breach-notified' | 'breach-dropped' | 'breach-decided' | 'breach-appeal-decided',
  data: Parameters<typeof tellAccount>[1]['data'],
): Promise<void> {
  const row = await findApplication(ctx.h, candidateId);
  await tellAccount(ctx, { accountId: row?.accountId ?? null, candidateId, code, data });
}
