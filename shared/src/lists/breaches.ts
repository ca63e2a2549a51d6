import { BREACH_SOURCES, BREACH_STATES } from '../contract';
import { code, day, instant, named, nullable, personal, text } from './columns';
import { defineList } from './define-list';

/** What a body deals with for how somebody behaved, the latest first; a row's id is the breach's. */
export const breachList = defineList({
  name: 'breach',
  path: '/staff/bodies/:id/breaches',
  within: 'body',
  who: ['exam-officer', 'administrator'],
  columns: {
    name: personal('name', nullable(text())),
    session: named(),
    state: code(BREACH_STATES),
    source: code(BREACH_SOURCES),
    openedAt: instant(),
    statementUntil: nullable(day()),
    appealUntil: nullable(day()),
    banUntil: nullable(day()),
  },
  filters: {
    q: { by: 'words', columns: ['name'] },
    state: { by: 'codes', column: 'state' },
    source: { by: 'codes', column: 'source' },
    session: { by: 'values', column: 'session' },
    openedAt: { by: 'days', column: 'openedAt' },
  },
  order: { by: ['openedAt'], first: '-openedAt' },
});
