import { CERTIFICATE_STATES } from '../contract';
import { code, day, named, personal, sealed, text } from './columns';
import { defineList } from './define-list';

/** The certificates of a session by their numbers. */
export const certificateList = defineList({
  name: 'certificate',
  path: '/staff/sessions/:id/certificates',
  within: 'event',
  who: ['publisher', 'administrator'],
  columns: {
    // 22 characters that differ in the last ones
    number: { ...text(), letters: 15 },
    name: personal('name', text()),
    documentNumber: sealed('number'),
    offering: named(),
    issuedOn: day(),
    state: code(CERTIFICATE_STATES),
  },
  filters: {
    q: { by: 'words', columns: ['name', 'number', 'documentNumber'] },
    offering: { by: 'values', column: 'offering' },
    state: { by: 'codes', column: 'state' },
    issuedOn: { by: 'days', column: 'issuedOn' },
  },
  order: { by: ['number'], first: 'number' },
});
