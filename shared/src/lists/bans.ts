import { BAN_STATES } from '../contract';
import { code, day, flag, personal, text } from './columns';
import { defineList } from './define-list';

/** Whom a body keeps away and until when, the longest first; a row's id is the ban's. */
export const banList = defineList({
  name: 'ban',
  path: '/staff/bodies/:id/bans',
  within: 'body',
  who: ['exam-officer', 'administrator'],
  columns: {
    name: personal('name', text()),
    fromDay: day(),
    untilDay: day(),
    state: code(BAN_STATES),
    /** Decided here, and not brought from before. */
    ofCase: flag(),
  },
  filters: {
    q: { by: 'words', columns: ['name'] },
    state: { by: 'codes', column: 'state' },
    untilDay: { by: 'days', column: 'untilDay' },
  },
  order: { by: ['untilDay'], first: '-untilDay' },
});
