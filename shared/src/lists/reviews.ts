import { APPLICATION_STATES, type ContactField, DOUBTS, ReturnNeeds, VERDICTS } from '../contract';
import { type Column, code, codes, given, instant, named, nullable, offering, personal, sealed, text } from './columns';
import { defineList } from './define-list';

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
    offering: offering(),
    state: code(APPLICATION_STATES),
    doubts: codes(DOUBTS),
    /** What the rules said of the chosen condition and all others when it was handed in. */
    verdict: nullable(code(VERDICTS)),
    submittedAt: instant(),
    phone: sealed('phone'),
    documentNumber: sealed('number'),
    ...given(CONTACT_COLUMNS),
    decidedAt: nullable(instant()),
    /** The day on which it was handed in first; by it the queue is counted day by day. */
    day: nullable(named()),
    /** Whose roster it came in by; empty: by itself. */
    unit: nullable(named()),
  },
  filters: {
    q: { by: 'words', columns: ['name', 'phone', 'documentNumber'] },
    state: { by: 'codes', column: 'state' },
    doubts: { by: 'codes', column: 'doubts' },
    verdict: { by: 'codes', column: 'verdict' },
    offering: { by: 'values', column: 'offering' },
    day: { by: 'values', column: 'day' },
    unit: { by: 'values', column: 'unit' },
    submittedAt: { by: 'days', column: 'submittedAt' },
  },
  order: { by: ['submittedAt', 'name'], first: 'submittedAt' },
  acts: {
    approve: {
      who: ['reviewer'],
      undo: 'reopen',
      aside: {
        doubts: 'condition,photo,photo-grey,mended,trial-name,certificate,code-expired,papers,form,twin,case,portrait',
      },
    },
    return: {
      who: ['reviewer'],
      needs: ReturnNeeds,
      undo: 'recall',
    },
    reopen: { who: ['reviewer'] },
    /** Takes a return back while the candidate has not begun to mend. */
    recall: { who: ['reviewer'] },
    rejectUnreviewed: { who: ['reviewer'] },
  },
});
