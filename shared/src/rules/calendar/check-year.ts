import { type LocalDate, weekdayOf, yearOf } from '../../kernel';

export type CalendarYearFault = {
  /** `no-days`: nothing is off. */
  readonly reason: 'no-days' | 'other-year' | 'worked-weekday' | 'off-and-worked';
  /** The first day that is wrong. */
  readonly day: LocalDate | null;
};

/** What cannot be right in the days of a year as somebody typed them in; null when they may be what was announced. */
export function checkCalendarYear({
  year,
  off,
  workedWeekends,
}: {
  readonly year: number;
  readonly off: readonly LocalDate[];
  readonly workedWeekends: readonly LocalDate[];
}): CalendarYearFault | null {
  if (off.length === 0) return { reason: 'no-days', day: null };
  const foreign = [...off, ...workedWeekends].find((day) => yearOf(day) !== year);
  if (foreign) return { reason: 'other-year', day: foreign };
  for (const day of workedWeekends) {
    const reason = workedDayFault(day, off);
    if (reason) return { reason, day };
  }
  return null;
}

/** Why a day cannot be a weekend day that is worked; null when it can. */
export function workedDayFault(day: LocalDate, off: readonly LocalDate[]): 'worked-weekday' | 'off-and-worked' | null {
  if (weekdayOf(day) <= 5) return 'worked-weekday';
  return off.includes(day) ? 'off-and-worked' : null;
}
