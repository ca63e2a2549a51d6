import { TELL_TEMPLATES, TOLD_DELIVERIES } from '../contract';
import { code, instant, named, personal, text } from './columns';
import { defineList } from './define-list';

/** What staff told candidates of a session whom they chose, and how it came to each; latest first. */
export const toldList = defineList({
  name: 'told',
  path: '/staff/sessions/:id/told',
  within: 'event',
  who: ['reviewer', 'finance', 'exam-officer', 'score-officer', 'administrator'],
  columns: {
    name: personal('name', text()),
    offering: named(),
    template: { ...code(TELL_TEMPLATES), letters: 9.5 },
    delivery: code(TOLD_DELIVERIES),
    at: instant(),
    by: text(),
  },
  filters: {
    q: { by: 'words', columns: ['name'] },
    template: { by: 'codes', column: 'template' },
    delivery: { by: 'codes', column: 'delivery' },
    offering: { by: 'values', column: 'offering' },
    at: { by: 'days', column: 'at' },
  },
  order: { by: ['at'], first: '-at' },
});
