import type { NoticeChange, ChangeUnit } from './notice-change';

/** How somebody stands to a notice: not handed in yet, handed in, or entered in a competition. */
export type Standing = 'draft' | 'submitted' | 'entry';

/** What a change of the notice means to one person. */
export type Concern = {
  /** Holds for the candidate from now on. */
  readonly holds: readonly NoticeChange[];
  /** Changed for others; for the candidate it stays as it was at the handing in. */
  readonly stays: readonly NoticeChange[];
};

/**
 * Judged when an application is handed in or an entry made, and frozen from then on. Everything else follows the
 * session (or, in a competition, the running version): contacts, ticket, publicity, rules of the day, where to pay.
 */
const FROZEN: ReadonlySet<ChangeUnit> = new Set<ChangeUnit>([
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
  'retake-material',
  'identity-origin',
  'photo',
]);

/**
 * Nobody is told: printed rules of days (a session's windows are stored and change by a dated act), and plain heads.
 */
const SILENT: ReadonlySet<ChangeUnit> = new Set<ChangeUnit>([
  'window',
  'schedule',
  'fee-year',
  'organiser',
  'attachment',
  'reference',
  'note',
  'head',
]);

/** Of the printed days, those of a competition hold for its entrants at once: there is no session that stores them. */
const PRINTED_DAYS: ReadonlySet<ChangeUnit> = new Set<ChangeUnit>(['window', 'schedule']);

/** What the changes mean to somebody with this offering; words that decide nothing are left out. */
export function concernOf(
  changes: readonly NoticeChange[],
  { offeringCode, standing }: { readonly offeringCode: string; readonly standing: Standing },
): Concern {
  const theirs = changes.filter(
    ({ offerings, unit, wordsOnly }) =>
      !wordsOnly &&
      (offerings === null || offerings.includes(offeringCode)) &&
      (!SILENT.has(unit) || (standing === 'entry' && PRINTED_DAYS.has(unit))),
  );
  const stays = standing === 'draft' ? [] : theirs.filter(({ unit }) => FROZEN.has(unit));
  return { holds: theirs.filter((change) => !stays.includes(change)), stays };
}
