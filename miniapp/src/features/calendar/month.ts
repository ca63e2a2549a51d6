import { type LocalDate, addDays, addMonths, dayOfMonth, localDate, weekdayOf } from '@jikaotong/shared/kernel';

/** The first day of the month a day lies in. */
export const monthStart = (day: LocalDate): LocalDate => localDate(`${day.slice(0, 7)}-01`);

/** The first day of another month, so many months later. */
export const otherMonth = (first: LocalDate, months: number): LocalDate => addMonths(first, months);

/** The weeks of the month that begins on `first`, from Monday on; null where a day belongs to another month. */
export function weeksOf(first: LocalDate): readonly (readonly (LocalDate | null)[])[] {
  const length = dayOfMonth(addDays(addMonths(first, 1), -1));
  const before = weekdayOf(first) - 1;
  const weeks = Math.ceil((before + length) / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (__, weekday) => {
      const place = week * 7 + weekday - before;
      return place < 0 || place >= length ? null : addDays(first, place);
    }),
  );
}
