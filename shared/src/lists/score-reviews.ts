import { SCORE_REVIEW_STATES, SubjectName } from '../contract';
import { code, instant, mark, nullable, personal, text } from './columns';
import { defineList } from './define-list';

/** The marks of a session that candidates ask to have checked again, the longest waiting first. */
export const scoreReviewList = defineList({
  name: 'scoreReview',
  path: '/staff/sessions/:id/score-reviews',
  within: 'event',
  who: ['score-officer', 'publisher', 'administrator'],
  columns: {
    askedAt: instant(),
    state: code(SCORE_REVIEW_STATES),
    name: personal('name', text()),
    ticketNumber: nullable(text()),
    subject: code(SubjectName.options),
    /** As it stands now. */
    points: nullable(mark()),
    /** In the candidate's words. */
    reason: text(),
    decidedAt: nullable(instant()),
    /** The decision's reason, which the candidate reads. */
    answer: nullable(text()),
  },
  filters: {
    q: { by: 'words', columns: ['name', 'ticketNumber'] },
    state: { by: 'codes', column: 'state' },
    subject: { by: 'codes', column: 'subject' },
    askedAt: { by: 'days', column: 'askedAt' },
  },
  order: { by: ['askedAt'], first: 'askedAt' },
});
