import { In } from 'typeorm';
import { type Handle, insert, isDuplicate, newId, updateWhere } from '../../platform/db';
import { type ScoreReviewStep, type ScoreReview, reviewStepRecord, scoreReviewRecord } from './result.record';

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

export const insertScoreReviewStep = (h: Handle, step: Omit<ScoreReviewStep, 'id'>): Promise<void> =>
  insert(h, reviewStepRecord, { id: newId(), ...step });

/** The steps of these reviews, first ones first. */
export const scoreReviewStepsOf = async (h: Handle, reviewIds: readonly string[]): Promise<ScoreReviewStep[]> =>
  reviewIds.length === 0
    ? []
    : h.repo(reviewStepRecord).find({ where: { reviewId: In([...reviewIds]) }, order: { id: 'ASC' } });
