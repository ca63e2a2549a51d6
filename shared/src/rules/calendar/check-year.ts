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
  const weekday = workedWeekends.find((day) => weekdayOf(day) <= 5);
  if (weekday) return { reason: 'worked-weekday', day: weekday };
  const both = workedWeekends.find((day) => off.includes(day));
  return both ? { reason: 'off-and-worked', day: both } : null;
}
