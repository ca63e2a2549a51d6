import { APPLICATION_STATES, type ContactField } from '../contract';
import { type Column, code, codes, given, instant, named, nullable, personal, sealed, text } from './columns';
import { defineList } from './define-list';

/**
 * Why an application must be looked at by itself: the chosen condition needs a person's judgement, the photo, a grey one where colour is asked, what was
 * mended after a return, a name that looks like a trial, an open case. `clear`: nothing of that.
 */
export const DOUBTS = ['condition', 'photo', 'photo-grey', 'mended', 'trial-name', 'case', 'clear'] as const;
export type Doubt = (typeof DOUBTS)[number];

/** The column that holds each in the list and its export; null: none does. */
const CONTACT_COLUMNS = { employer: null, address: null } as const satisfies Readonly<
  Record<ContactField, Column | null>
>;

/** The applications handed in to a session, oldest submission first; a row's id is the application's. */
export const reviewList = defineList({
  name: 'review',
  path: '/staff/sessions/:id/applications',
  within: 'event',
  who: ['reviewer', 'administrator'],
  columns: {
    name: personal('name', text()),
    offering: named(),
    state: code(APPLICATION_STATES),
    doubts: codes(DOUBTS),
    submittedAt: instant(),
    phone: sealed('phone'),
    documentNumber: sealed('number'),
    ...given(CONTACT_COLUMNS),
    decidedAt: nullable(instant()),
  },
  filters: {
    q: { by: 'words', columns: ['name', 'phone', 'documentNumber'] },
    state: { by: 'codes', column: 'state' },
    doubts: { by: 'codes', column: 'doubts' },
    offering: { by: 'values', column: 'offering' },
    submittedAt: { by: 'days', column: 'submittedAt' },
  },
  order: { by: ['submittedAt', 'name'], first: 'submittedAt' },
  acts: {
    approve: {
      who: ['reviewer'],
      undo: 'reopen',
      aside: { doubts: 'condition,photo,photo-grey,mended,trial-name,case' },
    },
    reopen: { who: ['reviewer'] },
    rejectUnreviewed: { who: ['reviewer'] },
  },
});
