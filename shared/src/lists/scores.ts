import type { SubjectName } from '../contract';
import { code, flag, mark, named, nullable, personal, text } from './columns';
import { defineList } from './define-list';

export const SCORE_OUTCOMES = ['passed', 'failed', 'absent'] as const;

/** A mark a subject; null: a subject that this candidate does not take. */
const MARKS = {
  theory: nullable(mark()),
  skill: nullable(mark()),
  review: nullable(mark()),
} as const satisfies Readonly<Record<(typeof SubjectName.options)[number], unknown>>;

/** The marks of a session: one row for everybody who holds a ticket. */
export const scoreList = defineList({
  name: 'score',
  path: '/staff/sessions/:id/scores',
  within: 'event',
  who: ['score-officer', 'publisher', 'administrator'],
  columns: {
    ticketNumber: text(),
    name: personal('name', text()),
    offering: named(),
    ...MARKS,
    complete: flag(),
    /** What the marks mean together, from publication on. */
    outcome: nullable(code(SCORE_OUTCOMES)),
    /** Who recorded the latest of them. */
    recordedBy: nullable(text()),
  },
  filters: {
    q: { by: 'words', columns: ['name', 'ticketNumber'] },
    offering: { by: 'values', column: 'offering' },
    complete: { by: 'codes', column: 'complete' },
    theory: { by: 'codes', column: 'theory' },
    skill: { by: 'codes', column: 'skill' },
    review: { by: 'codes', column: 'review' },
    outcome: { by: 'codes', column: 'outcome' },
  },
  order: { by: ['ticketNumber'], first: 'ticketNumber' },
});
