import { type Score, parseScore } from '@jikaotong/shared/kernel';
import type { SubjectCode } from '@jikaotong/shared/notice';
import { spanOf } from '@jikaotong/shared/rules/progress';
import { newId } from '../../platform/db';
import { type Context, refuse, refuseWhen } from '../../platform/http';
import { tellAccount } from '../../platform/outbox';
import type { Application } from '../applications';
import { accountsOf } from '../candidates';
import { findParticipants, report } from '../participants';
import { findSession, lockSession, windowsFor } from '../sessions';
import { sittingsOf, ticketsOf } from '../sittings';
import { examineesOf } from './examinees';
import { reportOutcomes } from './publish-results';
import { noteWhoCame } from './record-scores';
import { judgeAsking } from './result.policy';
import type { ScoreReview } from './result.record';
import { currentOf, insertResults, markersOf } from './result.repository';
import { closeScoreReview, insertScoreReviewStep, openScoreReview, scoreReviewsOf } from './score-review.repository';

/**
 * Asks that marking, adding and recording of a subject be checked again (DOMAIN §6). Refuses `not-published`,
 * `too-early`, `too-late`, `wrong-state` (no reviews here, or a subject not taken), `review-open`.
 */
export async function requestScoreReview(
  ctx: Context,
  row: Application,
  asked: { subject: SubjectCode; reason: string; byAccountId: string },
): Promise<void> {
  const session = await findSession(ctx.h, row.sessionId);
  if (!session) throw new Error(`session ${row.sessionId} is gone`);
  const taken = (await sittingsOf(ctx.h, [row.participantId])).some(({ subject }) => subject === asked.subject);
  const windows = windowsFor(session, row.offeringCode);
  refuseWhen(judgeAsking({ windows }, { published: row.resultsPublishedOn !== null, taken, day: ctx.now.day }));
  const reviewId = await openScoreReview(ctx.h, {
    bodyId: row.bodyId,
    sessionId: row.sessionId,
    participantId: row.participantId,
    subject: asked.subject,
    askedAt: ctx.now.ms,
    dueOn: spanOf(windows, 'review').closes,
  });
  if (reviewId === null) return refuse('review-open');
  await insertScoreReviewStep(ctx.h, ctx.ports.crypto, {
    reviewId,
    code: 'asked',
    reason: asked.reason,
    byAccountId: asked.byAccountId,
    at: ctx.now.ms,
  });
  await report(ctx.h, [row.participantId], { scoreReviewOpen: true });
  ctx.audit('score-review-asked', { reviewId, applicationId: row.id }, { subject: asked.subject });
}

export type ScoreReviewDecision =
  | { readonly outcome: 'unchanged'; readonly reason: string }
  | { readonly outcome: 'corrected'; readonly points: string; readonly reason: string };

/**
 * Decides a score review: "unchanged" changes nothing, a correction adds a mark and judges anew. Refuses `same-marker`
 * to whoever recorded a mark of the subject, `wrong-state` once decided, `invalid-input` for points that are none or
 * the same.
 */
export async function resolveScoreReview(
  ctx: Context,
  review: ScoreReview,
  by: { decision: ScoreReviewDecision; accountId: string },
): Promise<void> {
  const { id: reviewId, participantId, subject, sessionId } = review;
  const { decision, accountId } = by;
  // issuing certificates counts open reviews: it waits here, or we do
  await lockSession(ctx.h, sessionId);
  if (!(await closeScoreReview(ctx.h, reviewId, decision.outcome))) refuse('wrong-state', { state: 'decided' });
  if ((await markersOf(ctx.h, { participantId, subject })).includes(accountId)) refuse('same-marker');
  if (decision.outcome === 'corrected') await correct(ctx, review, { score: pointsIn(decision), accountId });
  const code = `decided-${decision.outcome}` as const;
  await insertScoreReviewStep(ctx.h, ctx.ports.crypto, {
    reviewId,
    code,
    reason: decision.reason,
    byAccountId: accountId,
    at: ctx.now.ms,
  });
  const stillOpen = (await scoreReviewsOf(ctx.h, participantId)).some(({ state }) => state === 'open');
  await report(ctx.h, [participantId], { scoreReviewOpen: stillOpen });
  const [participant] = await findParticipants(ctx.h, [participantId]);
  if (!participant) throw new Error(`participant ${participantId} is gone`);
  const { candidateId } = participant;
  ctx.audit('score-review-decided', { reviewId, applicationId: candidateId }, { outcome: decision.outcome });
  await tellCandidate(ctx, candidateId, decision.outcome);
}

function pointsIn(decision: Extract<ScoreReviewDecision, { outcome: 'corrected' }>): Score {
  const score = parseScore(decision.points);
  return score.ok ? score.value : refuse('invalid-input', { issues: ['body.points'] });
}

async function correct(ctx: Context, review: ScoreReview, to: { score: Score; accountId: string }): Promise<void> {
  const { id: reviewId, participantId, subject, sessionId } = review;
  const before = (await currentOf(ctx.h, [participantId])).find((result) => result.subject === subject);
  if (!before) throw new Error(`score review ${reviewId} without a mark`);
  if (before.score === to.score) refuse('invalid-input', { issues: ['body.points'] });
  const mark = { participantId, subject, score: to.score, special: null, version: before.version + 1 };
  const recorded = { recordedBy: to.accountId, recordedAt: ctx.now.ms, confirmedBy: null, confirmedAt: null };
  await insertResults(ctx.h, [{ id: newId(), sessionId, ...mark, reviewId, ...recorded }]);
  await noteWhoCame(ctx, [mark]);
  const session = await findSession(ctx.h, sessionId);
  if (!session) throw new Error(`session ${sessionId} is gone`);
  const examinees = await examineesOf(ctx.h, await ticketsOf(ctx.h, [participantId]));
  await reportOutcomes(ctx, session, { examinees, current: await currentOf(ctx.h, [participantId]) });
}

async function tellCandidate(
  ctx: Context,
  candidateId: string,
  outcome: ScoreReviewDecision['outcome'],
): Promise<void> {
  const accountId = (await accountsOf(ctx.h, [candidateId])).get(candidateId) ?? null;
  await tellAccount(ctx, { accountId, candidateId, code: 'score-review-decided', data: { outcome } });
}
