import type { NodePath } from './walk';

/** What is wrong with a notice that its schema accepts; `data` names the offending values. */
export type NoticeProblem = {
  readonly path: NodePath;
  readonly code: NoticeProblemCode;
  readonly data: Readonly<Record<string, string | number>>;
};
export type NoticeProblemCode =
  | 'clause-unknown'
  | 'quote-not-in-clause'
  | 'name-not-in-clause'
  | 'amount-not-in-quote'
  | 'account-not-in-quote'
  | 'months-not-in-quote'
  | 'repeated'
  | 'list-unknown'
  | 'offering-unknown'
  | 'offering-without-fee'
  | 'fee-sum-differs'
  | 'fee-without-subject'
  | 'subject-without-fee'
  | 'anchor-without-window'
  | 'schedule-empty'
  | 'bounds-crossed';
