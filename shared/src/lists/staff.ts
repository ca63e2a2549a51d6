import { ROLES } from '../contract';
import { code, codes, flag, instant, text } from './columns';
import { defineList } from './define-list';

export const STAFF_STATES = ['invited', 'active', 'disabled'] as const;

/** Who works for a body; a row's id is the account's. */
export const staffList = defineList({
  name: 'staff',
  path: '/staff/bodies/:id/staff',
  within: 'body',
  who: ['administrator'],
  columns: {
    shownName: text(),
    /** What is typed at signing in. */
    name: text(),
    roles: codes(ROLES),
    state: code(STAFF_STATES),
    secondFactor: flag(),
    since: instant(),
  },
  filters: {
    q: { by: 'words', columns: ['shownName', 'name'] },
    state: { by: 'codes', column: 'state' },
    roles: { by: 'codes', column: 'roles' },
    secondFactor: { by: 'codes', column: 'secondFactor' },
    since: { by: 'days', column: 'since' },
  },
  order: { by: ['shownName', 'name', 'since'], first: 'name' },
  acts: { disable: { undo: 'enable' }, enable: { undo: 'disable' } },
});
