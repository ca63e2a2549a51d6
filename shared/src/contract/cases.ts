import * as z from 'zod/mini';

/** Something a person must decide: a document held twice, money paid twice, late or in a wrong amount, and the like. */
export const CaseKind = z.enum([
  'document-twice',
  'paid-twice',
  'paid-late',
  'amount-mismatch',
  'refund-due',
  'exam-day-changed',
  'not-printable',
  'correction-asked',
  'banned-paid',
  'passed-over',
]);
export type CaseKind = z.output<typeof CaseKind>;
export const CASE_STATES = ['open', 'resolved'] as const;

/** What each is about, which says whose it is to decide: reviewers' or finance's. */
export const CASE_ABOUT: Readonly<Record<CaseKind, 'people' | 'money'>> = {
  'document-twice': 'people',
  'paid-twice': 'money',
  'paid-late': 'money',
  'amount-mismatch': 'money',
  'refund-due': 'money',
  'exam-day-changed': 'people',
  'not-printable': 'people',
  'correction-asked': 'people',
  'banned-paid': 'people',
  'passed-over': 'people',
};

/** The kinds that are about people, or about money. */
export const casesAbout = (what: 'people' | 'money'): CaseKind[] =>
  CaseKind.options.filter((kind) => CASE_ABOUT[kind] === what);
