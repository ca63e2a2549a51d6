import { type Held, held } from '../../platform/held';
import { resultHoldRecord, resultRecord, reviewStepRecord, scoreReviewRecord } from './result.record';

/** Marks, and what was asked and answered about them; the steps go with their review. */
export const heldHere: readonly Held[] = [
  held(resultRecord, {
    kind: 'exam',
    whose: 'participant',
    by: 'participantId',
    ours: ['recordedBy', 'confirmedBy'],
    over: 'row',
  }),
  held(reviewStepRecord, {
    kind: 'exam',
    whose: 'score-review',
    by: 'reviewId',
    ours: ['byAccountId'],
    over: 'row',
  }),
  held(resultHoldRecord, {
    kind: 'exam',
    whose: 'participant',
    by: 'participantId',
    ours: ['liveKey', 'heldBy'],
    over: 'row',
  }),
  held(scoreReviewRecord, { kind: 'exam', whose: 'participant', by: 'participantId', ours: ['liveKey'], over: 'row' }),
];
