import type { DutyCode } from '@jikaotong/shared/contract';
import { type LocalDate, addDays } from '@jikaotong/shared/kernel';
import { type KnownWindow, mendingClosesOn, spanOf } from '@jikaotong/shared/rules/progress';

/** How far the work on a session has come. */
export type Progress = {
  readonly windowsConfirmed: boolean;
  readonly submitted: number;
  readonly claimed: number;
  /** Approved, not paid, and nothing said of a transfer. */
  readonly owing: number;
  readonly paid: number;
  readonly seated: number;
  readonly ticketed: number;
  /** Tickets that nobody has looked at. */
  readonly unopened: number;
  readonly scored: number;
  /** Seats of which two facts say differently whether somebody came. */
  readonly differing: number;
  /** And whose marks nobody is checking again. */
  readonly passedWithoutCertificate: number;
  /** That hold and print what was put right since. */
  readonly certificatesToReplace: number;
  /** That their holders want by courier and that nobody has sent. */
  readonly certificatesToSend: number;
  /** That hold, and that nobody has seen in the official look-up, with the day the first of them was issued. */
  readonly certificatesToRegister: { readonly waiting: number; readonly since: LocalDate | null };
  /** That hold no more, and that the official look-up shows still. */
  readonly certificatesToWithdraw: number;
  /** Of every offering. */
  readonly resultsPublished: boolean;
  /** Of one offering at the least. */
  readonly publicityOver: boolean;
  readonly openCases: number;
  readonly openScoreReviews: number;
  /** Objections to the public list that are not over. */
  readonly openObjections: number;
  /** Seats that are taken on this very day. */
  readonly sittingsToday: number;
  /** Subjects announced later: their day, null until then, and how many have no seat for them. */
  readonly later: readonly { readonly day: LocalDate | null; readonly waiting: number }[];
};

/** `overdue`: its day is over. A null day: nothing sets one. */
export type Duty = {
  readonly code: DutyCode;
  readonly dueOn: LocalDate | null;
  readonly overdue: boolean;
  /** How many wait for it, where they are counted. */
  readonly waiting?: number;
};

/** What staff of a session should do now, what is due first before the rest (N14); the codes are those of words/roles. */
export function dutiesOf(done: Progress, windows: readonly KnownWindow[], day: LocalDate): readonly Duty[] {
  const closes = (kind: KnownWindow['kind']) => spanOf(windows, kind).closes;
  const isOver = (last: LocalDate | null) => last === null || day > last;
  const paymentOver = isOver(closes('payment'));
  const reviewBy = mendingClosesOn({ windows });
  const isReviewOver = reviewBy !== null && day > reviewBy;
  const ticketDay = spanOf(windows, 'ticket').opens;
  const examStart = spanOf(windows, 'exam').opens;
  const examEnd = closes('exam');
  const examOn = examEnd !== null && day >= examEnd;
  const toSeat = done.later
    .filter(({ day: on, waiting }) => on !== null && day <= on && waiting > 0)
    .toSorted((a, b) => (a.day ?? LATEST).localeCompare(b.day ?? LATEST));
  const unseated = done.paid > done.seated || (done.seated > 0 && toSeat.length > 0);
  const all: readonly Open[] = [
    ['confirm-windows', !done.windowsConfirmed, null],
    ['exam-day', done.sittingsToday > 0, day],
    ['review-applications', isReviewOver ? 0 : done.submitted, reviewBy],
    ['settle-unreviewed', isReviewOver ? done.submitted : 0, reviewBy],
    ['resolve-cases', done.openCases, null],
    ['confirm-transfers', done.claimed, closes('payment')],
    ['collect-fees', done.owing, closes('payment')],
    ['announce-subject', done.later.some(({ day: on, waiting }) => on === null && waiting > 0) && paymentOver, null],
    ['seat-session', unseated && paymentOver, done.paid > done.seated ? ticketDay : (toSeat[0]?.day ?? null)],
    ['issue-tickets', done.paid > done.ticketed && done.paid === done.seated && paymentOver, ticketDay],
    ['unopened-tickets', isCallingTime(examStart, day) ? done.unopened : 0, examStart && addDays(examStart, -1)],
    ['import-scores', done.ticketed > done.scored && examOn, closes('results')],
    // what comes after the results is late by itself, and keeps nothing back
    ['settle-attendance', isOver(examEnd) ? done.differing : 0, done.resultsPublished ? null : closes('results')],
    ['publish-results', isMarked(done) && !done.resultsPublished && isOver(examEnd), closes('results')],
    ['decide-score-reviews', done.openScoreReviews, closes('publicity')],
    ['decide-objections', done.openObjections, closes('publicity')],
    ['issue-certificates', done.publicityOver ? done.passedWithoutCertificate : 0, null],
    ['replace-certificates', done.certificatesToReplace, null],
    ['send-certificates', done.certificatesToSend, null],
    ['register-certificates', done.certificatesToRegister.waiting, registerBy(done)],
    ['withdraw-certificates', done.certificatesToWithdraw, null],
  ];
  return all
    .filter(([, open]) => open !== false && open !== 0)
    .map(([code, open, dueOn]) => {
      const overdue = dueOn !== null && day > dueOn;
      return { code, dueOn, overdue, ...(typeof open === 'number' && { waiting: open }) };
    })
    .toSorted(byDueDay);
}

/** No notice says when the official look-up has to show a certificate: a month is assumed, so that none is forgotten. */
const REGISTER_WITHIN_DAYS = 30;
const registerBy = ({ certificatesToRegister: { since } }: Progress): LocalDate | null =>
  since && addDays(since, REGISTER_WITHIN_DAYS);

/** What is due first before the rest, so that what is overdue stands at the top; without a day last. */
export const byDueDay = (a: Pick<Duty, 'dueOn'>, b: Pick<Duty, 'dueOn'>): number =>
  (a.dueOn ?? LATEST).localeCompare(b.dueOn ?? LATEST);

/** `open`: whether there is anything to do, or how many wait. */
type Open = readonly [code: DutyCode, open: boolean | number, dueOn: LocalDate | null];
const LATEST = '9999';
const isMarked = ({ ticketed, scored }: Progress): boolean => ticketed > 0 && ticketed === scored;

/** From two days before the exam until its eve, whoever has not looked at the ticket is called. */
const isCallingTime = (examStart: LocalDate | null, day: LocalDate): boolean =>
  examStart !== null && day >= addDays(examStart, -2) && day < examStart;
