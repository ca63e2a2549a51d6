import * as z from 'zod/mini';

/** Something a person must decide: a document held twice, money paid twice, late or in a wrong amount, and the like. */
export const CaseKind = z.enum([
  'document-twice',
  'paid-twice',
  'paid-late',
  'amount-mismatch',
  'refund-due',
  'exam-day-changed',
]);
export type CaseKind = z.output<typeof CaseKind>;

/** What each is about, which says whose it is to decide: reviewers' or finance's. */
export const CASE_ABOUT: Readonly<Record<CaseKind, 'people' | 'money'>> = {
  'document-twice': 'people',
  'paid-twice': 'money',
  'paid-late': 'money',
  'amount-mismatch': 'money',
  'refund-due': 'money',
  'exam-day-changed': 'people',
};
