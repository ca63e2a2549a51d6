import { type LocalDate } from '../../kernel';
import { type HeldKind, RETENTION } from './retention';

/**
 * The kinds whose period a body may set for itself, and what each of them takes along: photo and scans go together, and
 * who somebody is stays as long as the application and the marks.
 */
export const PERIOD_KINDS = ['draft', 'papers', 'application', 'entry', 'exam'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

/** A body's own period of a kind from a day on; `own` null: the usual one again. */
export type BodyPeriod = {
  readonly kind: PeriodKind;
  readonly own: OwnPeriod | null;
  readonly from: LocalDate;
};

/** Months after the end, and the body's own words for it: the rule that prints the period. */
export type OwnPeriod = { readonly months: number; readonly words: string };
export type OwnPeriods = { readonly [K in PeriodKind]?: OwnPeriod };

/** The least and the most that a body may set, in months, and why. */
export type PeriodBounds = { readonly leastMonths: number; readonly mostMonths: number; readonly why: string };

/**
 * `assumed` as the periods themselves are: no notice and no law prints bounds in months. No kind may outlast what it stands
 * in: scans the application, the application the marks, or the day that people read would not be the day it goes.
 */
export const PERIOD_BOUNDS: Readonly<Record<PeriodKind, PeriodBounds>> = {
  draft: { leastMonths: 1, mostMonths: 24, why: '没有提交的内容，保存应当尽量短' },
  papers: { leastMonths: 1, mostMonths: 36, why: '照片、扫描件属敏感个人信息，不得长于报名内容' },
  application: { leastMonths: 36, mostMonths: 60, why: '申报档案不少于三年，不得长于成绩' },
  entry: { leastMonths: 36, mostMonths: 60, why: '与申报档案同样保存' },
  exam: { leastMonths: 60, mostMonths: 360, why: '电子成绩记录不少于五年' },
};

/** A body that changes a period says so on its pages for so long before it bites. */
export const PERIOD_NOTICE_DAYS = 30;

/** The kind whose setting decides about a kind; null: no body sets it. */
export function periodKindOf(kind: HeldKind): PeriodKind | null {
  if (kind === 'photo') return 'papers';
  return PERIOD_KINDS.find((one) => one === kind) ?? null;
}

/** What holds on a day: of each kind the newest that has begun. */
export function ownPeriodsOn(periods: readonly BodyPeriod[], day: LocalDate): OwnPeriods {
  const begun = periods.filter(({ from }) => from <= day).toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const newest = Object.fromEntries(begun.map(({ kind, own }) => [kind, own]));
  return Object.fromEntries(Object.entries(newest).filter(([, own]) => own !== null));
}

/** What is said already and does not hold yet on a day: at most one of each kind. */
export const announcedAfter = (periods: readonly BodyPeriod[], day: LocalDate): readonly BodyPeriod[] =>
  periods.filter(({ from }) => from > day);

/** How many months after the end a kind is kept under a body's own periods; null where its period does not count from it. */
export function monthsKept(kind: HeldKind, own: OwnPeriods): number | null {
  const { keep } = RETENTION[kind];
  if (keep.from !== 'ended') return null;
  const by = periodKindOf(kind);
  return (by && own[by]?.months) ?? keep.months;
}
