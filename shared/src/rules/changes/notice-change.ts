import type { Clause } from '../../kernel';
import type { NodePath } from '../../notice';

/** What a candidate cares about, in the order it is told. */
export const CHANGE_GROUPS = [
  'offerings',
  'conditions',
  'documents',
  'fees',
  'windows',
  'identity',
  'exam',
  'results',
  'contest',
  'contacts',
  'other',
] as const;
export type ChangeGroup = (typeof CHANGE_GROUPS)[number];

/** The smallest part of a notice that is told of by itself. */
export const CHANGE_UNITS = [
  'offering',
  'subject',
  'condition',
  'entrant-group',
  'route',
  'occupation-list',
  'major-list',
  'reference-day',
  'document',
  'route-documents',
  'fee-line',
  'fee-total',
  'fee-year',
  'retake-material',
  'payee',
  'payment-method',
  'refund',
  'invoice',
  'review-before-payment',
  'window',
  'schedule',
  'identity-origin',
  'identity-rule',
  'photo',
  'ticket',
  'exam-note',
  'conduct',
  'results',
  'retake',
  'certificate',
  'contest',
  'stage',
  'award',
  'application-method',
  'counter',
  'contact',
  'link',
  'place',
  'organiser',
  'attachment',
  'reference',
  'note',
  'head',
] as const;
export type ChangeUnit = (typeof CHANGE_UNITS)[number];

/** What names a unit: codes and printed words, for sentences. */
export type ChangeData = Readonly<Record<string, string | number | null>>;

/** One side of a change: its value in short where it has one (fen for fees), and where it comes from. */
export type ChangeSide = { readonly text: string | number | null; readonly source: Clause | null };

/** A single value that differs inside a unit; null where it is absent. */
export type ChangedLeaf = {
  readonly path: NodePath;
  readonly before: string | number | boolean | null;
  readonly after: string | number | boolean | null;
};

/** One thing that differs between two versions of a notice. */
export type NoticeChange = {
  readonly group: ChangeGroup;
  readonly unit: ChangeUnit;
  readonly what: 'added' | 'removed' | 'changed';
  /** The offerings it is about; null: all of them. */
  readonly offerings: readonly string[] | null;
  /** Where it stands, in the new version unless it was removed. */
  readonly path: NodePath;
  readonly data: ChangeData;
  readonly before: ChangeSide | null;
  readonly after: ChangeSide | null;
  /** Nothing is decided differently: only the printed words, the clause or our reading of them differ. */
  readonly wordsOnly: boolean;
  /** Of a changed unit every value that differs; empty where the whole unit came or went. */
  readonly leaves: readonly ChangedLeaf[];
};
