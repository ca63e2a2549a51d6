import { UNIT_STATES, UNIT_TYPES } from '../contract';
import { code, flag, instant, nullable, number, sealed, text } from './columns';
import { defineList } from './define-list';

/** The units registered with a body; found by name, code, and the phone of the contact or of an agent. */
export const unitList = defineList({
  name: 'unit',
  path: '/staff/bodies/:id/units',
  within: 'body',
  who: ['reviewer', 'administrator'],
  columns: {
    name: text(),
    kind: code(UNIT_TYPES),
    code: nullable(text()),
    state: code(UNIT_STATES),
    /** Another live unit holds the same code. */
    contested: flag(),
    agents: number(),
    registeredAt: instant(),
    phone: sealed('phone'),
  },
  filters: {
    q: { by: 'words', columns: ['name', 'code', 'phone'] },
    state: { by: 'codes', column: 'state' },
    kind: { by: 'codes', column: 'kind' },
    contested: { by: 'codes', column: 'contested' },
    registeredAt: { by: 'days', column: 'registeredAt' },
  },
  order: { by: ['registeredAt', 'name'], first: '-registeredAt' },
});
