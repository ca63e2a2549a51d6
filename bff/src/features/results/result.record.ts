import type { ScoreReviewState } from '@jikaotong/shared/contract';
import type { SubjectCode } from '@jikaotong/shared/notice';
import type { SpecialMark } from '@jikaotong/shared/rules/results';
import { wordsIn } from '../../platform/crypto';
import {
  type Row,
  day,
  id,
  instant,
  int,
  nullable,
  record,
  ref,
  score,
  sealedText,
  text,
  word,
} from '../../platform/db';

/**
 * A mark of one subject, with who recorded it and when; without points and word: absent. Never changed but for who confirmed
 * it: a correction is a further version, and the highest one counts.
 */
export const resultRecord = record(
  'result',
  {
    id: id(),
    sessionId: ref(),
    participantId: ref(),
    subject: word<SubjectCode>(),
    version: int(),
    score: nullable(score()),
    /** A word in the place of points. */
    special: nullable(word<SpecialMark>()),
    /** The score review that corrected it; null for an import. */
    reviewId: nullable(ref()),
    recordedBy: ref(),
    recordedAt: instant(),
    /** A second person who found the same, by looking or by keying it in again. */
    confirmedBy: nullable(ref()),
    confirmedAt: nullable(instant()),
  },
  {
    unique: { uq_result_version: ['participantId', 'subject', 'version'] },
    index: { ix_result_session: ['sessionId', 'version'] },
    foreign: {
      fk_result_participant: { column: 'participantId', references: 'participant', onDelete: 'RESTRICT' },
    },
  },
);
export type StoredResult = Row<typeof resultRecord>;

/** A request to check a mark again; `liveKey` (participant:subject) keeps a subject from having two open ones. */
export const scoreReviewRecord = record(
  'score_review',
  {
    id: id(),
    bodyId: ref(),
    sessionId: ref(),
    participantId: ref(),
    subject: word<SubjectCode>(),
    state: word<ScoreReviewState>(),
    liveKey: nullable(text(60)),
    askedAt: instant(),
    /** The day by which it is to be decided; null: asked before there was one. */
    dueOn: nullable(day()),
  },
  {
    unique: { uq_score_review_live: ['liveKey'] },
    index: {
      ix_score_review_session: ['sessionId', 'state'],
      ix_score_review_asked: ['sessionId', 'askedAt', 'id'],
      ix_score_review_participant: ['participantId'],
    },
    foreign: {
      fk_score_review_participant: { column: 'participantId', references: 'participant', onDelete: 'RESTRICT' },
    },
  },
);
export type ScoreReview = Row<typeof scoreReviewRecord>;

/** What happened to a score review, step by step; never changed. */
export const reviewStepRecord = record(
  'score_review_step',
  {
    id: id(),
    reviewId: ref(),
    code: word<'asked' | 'decided-unchanged' | 'decided-corrected'>(),
    reason: sealedText(400),
    byAccountId: ref(),
    at: instant(),
  },
  {
    index: { ix_score_review_step: ['reviewId', 'id'] },
    foreign: { fk_score_review_step: { column: 'reviewId', references: 'score_review', onDelete: 'CASCADE' } },
  },
);
export type ScoreReviewStep = Row<typeof reviewStepRecord>;

/** Why it was asked, and what was decided. */
export const stepWords = wordsIn<'reason'>('score_review_step');

/**
 * Somebody's result is held while something is looked into: 待处理 for this person alone. `liveKey` is the participant and
 * the cause while it holds, so that each cause ends its own. `later`: a case found after publication, for which the certificate waits.
 */
export const resultHoldRecord = record(
  'result_hold',
  {
    id: id(),
    bodyId: ref(),
    sessionId: ref(),
    participantId: ref(),
    cause: word<'mark' | 'door' | 'breach' | 'later'>(),
    liveKey: nullable(text(120)),
    heldAt: instant(),
    heldBy: ref(),
    releasedAt: nullable(instant()),
  },
  {
    unique: { uq_result_hold_live: ['liveKey'] },
    index: { ix_result_hold_session: ['sessionId', 'releasedAt'], ix_result_hold_of: ['participantId'] },
    foreign: {
      fk_result_hold_participant: { column: 'participantId', references: 'participant', onDelete: 'RESTRICT' },
    },
  },
);
export type ResultHold = Row<typeof resultHoldRecord>;
