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
