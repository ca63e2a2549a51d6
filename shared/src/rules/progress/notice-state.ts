import { type LocalDate, addDays, addMonths, laterOf, localDate } from '../../kernel';
import type { Notice } from '../../notice';
import type { SessionState } from './session-state';

/**
 * What a visitor is told about a notice, the most useful first: that of its nearest session; without one, how the notice
 * itself stands. `under-way`: a competition that takes no more entries; `not-planned`: sessions may still come.
 */
export const NOTICE_STATES = [
  'applying',
  'upcoming',
  'reviewing',
  'in-publicity',
  'awaiting-exam',
  'awaiting-results',
  'under-way',
  'not-planned',
  'ended',
] as const satisfies readonly (SessionState | 'under-way' | 'not-planned')[];
export type NoticeState = (typeof NOTICE_STATES)[number];

type Timed = Pick<Notice, 'kind' | 'year' | 'offerings' | 'windows' | 'schedule'>;

/** How a notice stands by what it prints, and the day on which that turns or turned; null where no day is printed. */
export function printedStanding(notice: Timed, day: LocalDate): { state: NoticeState; on: LocalDate | null } {
  const last = lastDayOf(notice);
  const { opens, closes } = printedEntry(notice);
  if (opens === null && closes === null) return day > last ? { state: 'ended', on: last } : notPlanned;
  if (opens !== null && day < opens) return { state: 'upcoming', on: opens };
  if (closes === null ? day <= last : day <= closes) return { state: 'applying', on: closes };
  return { state: day > last ? 'ended' : 'under-way', on: closes };
}

const notPlanned = { state: 'not-planned', on: null } as const;

/** The printed days of a competition's entry window; a certification is applied for by session. */
export function printedEntry({ kind, windows }: Pick<Timed, 'kind' | 'windows'>): {
  opens: LocalDate | null;
  closes: LocalDate | null;
} {
  const window = kind === 'competition' ? windows.find((one) => one.kind === 'application') : undefined;
  return {
    opens: window?.opens?.kind === 'on' ? window.opens.day : null,
    closes: window?.closes?.kind === 'on' ? window.closes.day : null,
  };
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
