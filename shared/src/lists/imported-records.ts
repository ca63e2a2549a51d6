import { IMPORTED_KINDS, IMPORTED_STAFF, IMPORTED_STATES } from '../contract';
import { code, data, day, nullable, personal, text } from './columns';
import { defineList } from './define-list';

/** What a body brought in from before, the latest first; a row's id is the record's. */
export const importedList = defineList({
  name: 'imported',
  path: '/staff/bodies/:id/imported',
  within: 'body',
  who: IMPORTED_STAFF,
  columns: {
    kind: code(IMPORTED_KINDS),
    name: personal('name', text()),
    state: code(IMPORTED_STATES),
    /** What it says, and what it would say once another person has seen it. */
    content: { ...data(), letters: 24 },
    pending: nullable({ ...data(), letters: 24 }),
    source: text(),
    importedOn: day(),
    importedBy: nullable(text()),
    confirmedBy: nullable(text()),
  },
  filters: {
    q: { by: 'words', columns: ['name', 'source'] },
    kind: { by: 'codes', column: 'kind' },
    state: { by: 'codes', column: 'state' },
    importedOn: { by: 'days', column: 'importedOn' },
  },
  order: { by: ['importedOn'], first: '-importedOn' },
  acts: { confirm: {}, drop: {} },
});
