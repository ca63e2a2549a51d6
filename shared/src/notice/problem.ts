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
  | 'number-not-in-quote'
  | 'day-not-in-quote'
  | 'span-not-in-quote'
  | 'level-not-in-quote'
  | 'value-not-in-quote'
  | 'amount-not-in-quote'
  | 'account-not-in-quote'
  | 'months-not-in-quote'
  | 'months-differ-from-schedule'
  | 'every-subject-later'
  | 'repeated'
  | 'list-unknown'
  | 'field-names-nothing'
  | 'condition-unreachable'
  | 'offering-unknown'
  | 'offering-without-fee'
  | 'fee-sum-differs'
  | 'fee-without-subject'
  | 'subject-without-fee'
  | 'anchor-without-window'
  | 'window-circular'
  | 'hour-not-kept'
  | 'one-counter-only'
  | 'level-name-other'
  | 'subject-name-other'
  | 'entry-judged-on-entry'
  | 'window-closes-before-opens'
  | 'retake-rule-missing'
  | 'stage-without-window'
  | 'weights-differ'
  | 'unit-kind-not-in-quote'
  | 'unit-kind-twice'
  | 'unit-kind-without-unit'
  | 'group-unknown'
  | 'stage-unknown'
  | 'advance-after-last-stage'
  | 'schedule-empty'
  | 'bounds-crossed';
