import { In } from 'typeorm';
import type { Crypto } from '../../platform/crypto';
import { type Handle, insert, isDuplicate, newId, updateWhere } from '../../platform/db';
import {
  type ScoreReviewStep,
  type ScoreReview,
  reviewStepRecord,
  scoreReviewRecord,
  stepWords,
} from './result.record';

/** Opens a score review; false when the subject has an open one. */
export async function openScoreReview(
  h: Handle,
  review: Omit<ScoreReview, 'id' | 'state' | 'liveKey'>,
): Promise<string | null> {
  const id = newId();
  const liveKey = `${review.participantId}:${review.subject}`;
  try {
    await insert(h, scoreReviewRecord, { id, ...review, state: 'open', liveKey });
    return id;
  } catch (error) {
    if (isDuplicate(error, 'uq_score_review_live')) return null;
    throw error;
  }
}

/** Ends a score review that is open; false when somebody else decided it. */
export const closeScoreReview = async (h: Handle, id: string, state: 'unchanged' | 'corrected'): Promise<boolean> =>
  (await updateWhere(h, scoreReviewRecord, { id, state: 'open' }, { state, liveKey: null })) === 1;

/** A score review of one of these bodies. */
export const findScoreReviewFor = (h: Handle, bodyIds: readonly string[], id: string): Promise<ScoreReview | null> =>
  h.repo(scoreReviewRecord).findOneBy({ id, bodyId: In([...bodyIds]) });

export const scoreReviewsOf = (h: Handle, participantId: string): Promise<ScoreReview[]> =>
  h.repo(scoreReviewRecord).find({ where: { participantId }, order: { id: 'ASC' } });

export const countOpenScoreReviews = (h: Handle, sessionId: string): Promise<number> =>
  h.repo(scoreReviewRecord).countBy({ sessionId, state: 'open' });

/** A step in the clear. */
export type OpenStep = Omit<ScoreReviewStep, 'reason'> & { readonly reason: string };

export function insertScoreReviewStep(h: Handle, crypto: Crypto, step: Omit<OpenStep, 'id'>): Promise<void> {
  const id = newId();
  return insert(h, reviewStepRecord, { id, ...step, reason: stepWords.seal(crypto, id, 'reason', step.reason) });
}

/** The steps of these reviews, first ones first. */
export async function scoreReviewStepsOf(h: Handle, crypto: Crypto, reviewIds: readonly string[]): Promise<OpenStep[]> {
  if (reviewIds.length === 0) return [];
  const rows = await h.repo(reviewStepRecord).find({ where: { reviewId: In([...reviewIds]) }, order: { id: 'ASC' } });
  return rows.map((row) => ({ ...row, reason: stepWords.open(crypto, row, 'reason') }));
}
