import { OBJECTION_STATES, OBJECTION_SUBJECTS } from '../contract';
import { code, day, instant, nullable, personal, text } from './columns';
import { defineList } from './define-list';

/** What anybody objects to in the public list of a session, the longest waiting first; a row's id is the objection's. */
export const objectionList = defineList({
  name: 'objection',
  path: '/staff/sessions/:id/objections',
  within: 'event',
  who: ['publisher', 'score-officer', 'administrator'],
  columns: {
    filedAt: instant(),
    state: code(OBJECTION_STATES),
    subject: code(OBJECTION_SUBJECTS),
    ticketNumber: text(),
    /** Whose line it is. */
    name: personal('name', nullable(text())),
    dueOn: nullable(day()),
    decidedAt: nullable(instant()),
    settledAt: nullable(instant()),
  },
  filters: {
    q: { by: 'words', columns: ['ticketNumber', 'name'] },
    state: { by: 'codes', column: 'state' },
    subject: { by: 'codes', column: 'subject' },
    filedAt: { by: 'days', column: 'filedAt' },
  },
  order: { by: ['filedAt'], first: 'filedAt' },
});
