import * as z from 'zod/mini';
import { CASE_STATES, PAY_METHODS, REFUND_STATES, casesAbout, prose } from '../contract';
import { code, fen, flag, instant, named, nullable, personal, sealed, text } from './columns';
import { defineList } from './define-list';

const columns = {
  /** Whose enrolment it is about; of an order of several, the first one's. */
  name: personal('name', nullable(text())),
  /** The session or competition. */
  session: nullable(named()),
  openedAt: instant(),
  state: code(CASE_STATES),
  phone: sealed('phone'),
};
const closing = {
  resolvedAt: nullable(instant()),
  resolution: nullable(text()),
};
const filters = {
  state: { by: 'codes', column: 'state' },
  kind: { by: 'codes', column: 'kind' },
  session: { by: 'values', column: 'session' },
  openedAt: { by: 'days', column: 'openedAt' },
} as const;
const order = { by: ['openedAt'], first: 'openedAt' } as const;

/** What reviewers must decide: cases about people, the longest open first; a row's id is the case's. */
export const peopleCaseList = defineList({
  name: 'peopleCase',
  path: '/staff/bodies/:id/cases/people',
  within: 'body',
  who: ['reviewer', 'administrator'],
  columns: { kind: code(casesAbout('people')), ...columns, documentNumber: sealed('number'), ...closing },
  filters: { q: { by: 'words', columns: ['name', 'phone', 'documentNumber'] }, ...filters },
  order,
});

/** What finance must decide: cases about money. */
export const moneyCaseList = defineList({
  name: 'moneyCase',
  path: '/staff/bodies/:id/cases/money',
  within: 'body',
  who: ['finance', 'administrator'],
  columns: {
    kind: code(casesAbout('money')),
    ...columns,
    amountFen: nullable(fen()),
    /** How the money stands that goes back; empty: none is to. */
    refund: nullable(code(REFUND_STATES)),
    /** The way its money came, by which it goes back. */
    method: nullable(code(PAY_METHODS)),
    /** Waits for a second person to say the same. */
    asked: flag(),
    ...closing,
  },
  filters: {
    q: { by: 'words', columns: ['name', 'phone'] },
    ...filters,
    refund: { by: 'codes', column: 'refund' },
    method: { by: 'codes', column: 'method' },
  },
  order,
  // what is not about money going back is looked at by itself
  acts: { refund: { needs: z.strictObject({ note: prose(400) }), aside: { state: 'resolved' } } },
});
