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
 * `frozen`: judged when an application is handed in or an entry made, and stays as it was then. `follows`: the session (or,
 * in a competition, the running version): contacts, ticket, publicity, rules of the day, where to pay. `printed-days`: hold
 * for a competition's entrants at once; a session's windows are stored and change by a dated act, so nobody else is told.
 * `silent`: nobody is told, plain heads.
 */
type Reach = 'frozen' | 'follows' | 'printed-days' | 'silent';

const REACH: Readonly<Record<ChangeUnit, Reach>> = {
  offering: 'frozen',
  subject: 'frozen',
  condition: 'frozen',
  'entrant-group': 'frozen',
  route: 'frozen',
  'occupation-list': 'frozen',
  'major-list': 'frozen',
  'reference-day': 'frozen',
  document: 'frozen',
  'route-documents': 'frozen',
  'fee-line': 'frozen',
  'fee-total': 'frozen',
  'fee-year': 'silent',
  'retake-material': 'frozen',
  payee: 'follows',
  'payment-method': 'follows',
  refund: 'follows',
  invoice: 'follows',
  'review-before-payment': 'follows',
  window: 'printed-days',
  schedule: 'printed-days',
  'identity-origin': 'frozen',
  'identity-rule': 'follows',
  photo: 'frozen',
  ticket: 'follows',
  'exam-note': 'follows',
  conduct: 'follows',
  results: 'follows',
  retake: 'follows',
  certificate: 'follows',
  contest: 'follows',
  stage: 'follows',
  award: 'follows',
  'application-method': 'follows',
  counter: 'follows',
  contact: 'follows',
  link: 'follows',
  place: 'follows',
  organiser: 'silent',
  attachment: 'silent',
  reference: 'silent',
  note: 'silent',
  head: 'silent',
};

/** What the changes mean to somebody with this offering; words that decide nothing are left out. */
export function concernOf(
  changes: readonly NoticeChange[],
  { offeringCode, standing }: { readonly offeringCode: string; readonly standing: Standing },
): Concern {
  const theirs = changes.filter(
    ({ offerings, unit, wordsOnly }) =>
      !wordsOnly &&
      (offerings === null || offerings.includes(offeringCode)) &&
      REACH[unit] !== 'silent' &&
      (REACH[unit] !== 'printed-days' || standing === 'entry'),
  );
  const stays = standing === 'draft' ? [] : theirs.filter(({ unit }) => REACH[unit] === 'frozen');
  return { holds: theirs.filter((change) => !stays.includes(change)), stays };
}
