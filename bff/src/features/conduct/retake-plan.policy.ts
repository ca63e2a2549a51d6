import { type LocalDate, addDays, addMonths, localDate, monthOf, yearOf } from '@jikaotong/shared/kernel';

/**
 * The months that a notice of this year prints for an offering, from the present one through the last day of the passes,
 * without those that a session stands for: `2027-03`.
 */
export const monthsAhead = (given: {
  readonly year: number;
  readonly months: readonly number[];
  readonly planned: readonly string[];
  readonly day: LocalDate;
  readonly until: LocalDate;
}): string[] =>
  given.months
    .toSorted((a, b) => a - b)
    .map((month) => `${given.year}-${String(month).padStart(2, '0')}`)
    .filter((month) => month >= monthIn(given.day) && month <= monthIn(given.until) && !given.planned.includes(month));

/** The years through the last day of the passes of which the body has announced nothing yet. */
export function yearsUnannounced(given: {
  readonly announced: readonly number[];
  readonly day: LocalDate;
  readonly until: LocalDate;
}): number[] {
  const years: number[] = [];
  for (let year = yearOf(given.day); year <= yearOf(given.until); year += 1)
    if (!given.announced.includes(year)) years.push(year);
  return years;
}

/** The last day of a month such as `2027-03`. */
export const lastDayOf = (month: string | undefined): LocalDate | null =>
  month === undefined ? null : addDays(addMonths(localDate(`${month}-01`), 1), -1);

const monthIn = (day: LocalDate): string => `${yearOf(day)}-${String(monthOf(day)).padStart(2, '0')}`;
