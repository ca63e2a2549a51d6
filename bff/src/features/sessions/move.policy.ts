import { type LocalDate, addDays, daysBetween } from '@jikaotong/shared/kernel';
import { type DaysAhead, choiceDayFault, dayBehind } from '@jikaotong/shared/rules/calendar';
import type { Refused } from '../../platform/http';
import type { Plan } from './plan.policy';
import type { Session, StoredWindow } from './session';
import { type Places, paperInWords } from './places.repository';

/** The days a move names; what is absent stays as it is. */
export type MovedDays = Pick<Plan, 'examStart' | 'examEnd'> &
  Partial<Pick<Plan, 'applicationOpens' | 'applicationCloses' | 'paymentOpens' | 'paymentCloses'>>;

/** Null while a published session may still be moved or cancelled: not once its results are out. */
export function judgeChangeable(session: Pick<Session, 'state' | 'resultsPublishedOn'>): Refused | null {
  if (session.state !== 'published') return { refused: 'wrong-state', data: { state: session.state } };
  if (session.resultsPublishedOn !== null) return { refused: 'wrong-state', data: { state: 'results-published' } };
  return null;
}

/**
 * Nobody comes to an exam, or pays, on a day that is over when they hear of it: what is moved or published lies
 * ahead.
 */
export function judgeDaysAhead(days: DaysAhead, day: LocalDate): Refused | null {
  const second = dayBehind(days, day);
  if (second === null) return null;
  return {
    refused: 'window-order-wrong',
    data: { first: 'today', second, firstDay: day, secondDay: days[second] ?? null },
  };
}

/** Null for a day until which people can choose, else `choice-day-wrong` with the days between which it must lie. */
export function judgeChoiceUntil(until: LocalDate, day: LocalDate, examStart: LocalDate | null): Refused | null {
  const fault = choiceDayFault(until, day, examStart);
  return fault && { refused: 'choice-day-wrong', data: fault };
}

type Papers = Places['papers'];

/** The same hours and places, as many days later or earlier as the exam begins. */
export function shiftedExamPapers(papers: Papers, from: LocalDate, to: LocalDate): Papers {
  const days = daysBetween(from, to);
  return papers.map((paper) => ({ ...paper, day: addDays(paper.day, days) }));
}

/** Whether anybody would have to sit elsewhere or at another time. */
export const examPapersDiffer = (before: Papers, after: Papers): boolean =>
  before.length !== after.length || inWords(before).join('\n') !== inWords(after).join('\n');

const inWords = (papers: Papers): string[] => papers.map(paperInWords).toSorted();

const ENTERED = [
  { kind: 'application', fields: ['applicationOpens', 'applicationCloses'] },
  { kind: 'payment', fields: ['paymentOpens', 'paymentCloses'] },
] as const;

/**
 * The windows a move leaves: what is over stays over. A window to apply or to pay that has closed keeps its days,
 * unless staff named new ones for it; a notice whose windows hang on the exam would else open it again by itself.
 */
export const windowsAfterMove = (given: {
  readonly before: readonly StoredWindow[];
  readonly computed: readonly StoredWindow[];
  readonly days: MovedDays;
  readonly day: LocalDate;
}): StoredWindow[] =>
  given.computed.map((window) => {
    const entered = ENTERED.find(({ kind }) => kind === window.kind);
    const old = given.before.find(({ kind }) => kind === window.kind);
    if (!entered || !old || old.closes === null || old.closes >= given.day) return window;
    return entered.fields.some((field) => given.days[field] !== undefined) ? window : old;
  });

/** Whether a move would change anything at all. */
export const changesNothing = (
  before: Pick<Session, 'examStart' | 'examEnd' | 'windows'>,
  after: Pick<Session, 'examStart' | 'examEnd' | 'windows'>,
): boolean =>
  before.examStart === after.examStart &&
  before.examEnd === after.examEnd &&
  inDays(before.windows).join(' ') === inDays(after.windows).join(' ');

const inDays = (windows: readonly StoredWindow[]): string[] =>
  windows.map(({ kind, opens, closes }) => `${kind}:${opens ?? ''}:${closes ?? ''}`).toSorted();
