import { type LocalDate, addDays, addMonths, laterOf, localDate } from '../../kernel';
import type { Notice } from '../../notice';
import type { SessionState } from './session-state';

/**
 * What a visitor is told about a notice, the most useful first: that of its nearest session; without one, how the notice
 * itself stands. `under-way`: its last printed entry period is over, but not what it announces; `not-planned`: sessions may still come.
 */
export const NOTICE_STATES = [
  'applying',
  'upcoming',
  'reviewing',
  'in-publicity',
  'exam-days',
  'awaiting-exam',
  'awaiting-results',
  'under-way',
  'not-planned',
  'ended',
] as const satisfies readonly (SessionState | 'under-way' | 'not-planned')[];
export type NoticeState = (typeof NOTICE_STATES)[number];

type Timed = Pick<Notice, 'kind' | 'year' | 'offerings' | 'windows' | 'schedule'>;

/**
 * How a notice, or one offering of it, stands by what it prints, and the day on which its entry opens, closes or closed; null
 * where no such day is printed: a notice ends with its year or last month, which no notice names as a day.
 */
export function printedStanding(
  notice: Timed,
  day: LocalDate,
  offeringCode?: string,
): { state: NoticeState; on: LocalDate | null } {
  const last = lastDayOf(notice);
  const { opens, closes } = printedEntry(notice, day, offeringCode);
  if (opens === null && closes === null) return { state: day > last ? 'ended' : 'not-planned', on: null };
  if (opens !== null && day < opens) return { state: 'upcoming', on: opens };
  if (closes === null ? day <= last : day <= closes) return { state: 'applying', on: closes };
  return { state: day > last ? 'ended' : 'under-way', on: closes };
}

type PrintedEntry = { readonly opens: LocalDate | null; readonly closes: LocalDate | null };

/**
 * The printed days of the entry period that counts on a day: of a competition its window, of a certification the row of its
 * table that runs, else the next to open, else the last that closed.
 */
export function printedEntry(
  { kind, windows, schedule }: Pick<Timed, 'kind' | 'windows' | 'schedule'>,
  day: LocalDate,
  offeringCode?: string,
): PrintedEntry {
  if (kind === 'competition') {
    const window = windows.find((one) => one.kind === 'application');
    return {
      opens: window?.opens?.kind === 'on' ? window.opens.day : null,
      closes: window?.closes?.kind === 'on' ? window.closes.day : null,
    };
  }
  const periods = schedule.flatMap(({ application, offerings }) =>
    application && (offeringCode === undefined || offerings.includes(offeringCode)) ? [application] : [],
  );
  const sooner = (a: (typeof periods)[number], b: (typeof periods)[number]) => (b.closes < a.closes ? b : a);
  const ahead = periods.filter(({ closes }) => closes >= day);
  const [first, ...others] = ahead;
  if (first) return others.reduce(sooner, first);
  const [past, ...earlier] = periods;
  return past ? earlier.reduce((a, b) => (b.closes > a.closes ? b : a), past) : { opens: null, closes: null };
}

/** The printed exam months of an offering after that of a day, as `YYYY-MM`, in the printed order. */
export function comingMonths(
  { year, offerings, schedule }: Pick<Timed, 'year' | 'offerings' | 'schedule'>,
  day: LocalDate,
  offeringCode: string,
): readonly string[] {
  const rows = schedule.filter((row) => row.offerings.includes(offeringCode)).map(({ month }) => month);
  const listed = offerings.find(({ code }) => code === offeringCode)?.months ?? [];
  const months = rows.length > 0 ? rows : listed.map((month) => `${year}-${String(month).padStart(2, '0')}`);
  return months.filter((month) => month > day.slice(0, 7));
}

/** The last day on which something of a notice may still be held: the end of its last printed month, else of its year. */
function lastDayOf({ kind, year, offerings, schedule }: Timed): LocalDate {
  const endOf = (month: string) => addDays(addMonths(localDate(`${month}-01`), 1), -1);
  const yearEnd = endOf(`${year}-12`);
  if (kind === 'competition') return yearEnd;
  const months = offerings.flatMap((offering) => offering.months ?? [12]);
  const printed =
    schedule.length > 0
      ? schedule.map(({ month }) => month)
      : [`${year}-${String(Math.max(...months)).padStart(2, '0')}`];
  const [first = yearEnd, ...others] = printed.map(endOf);
  return others.reduce(laterOf, first);
}
