import { type LocalDate, type Result, addDays, ok } from '../../kernel';
import type { Counter } from '../../notice';
import { type Calendar, type CalendarGap, lastCounterDay } from '../calendar';

/** The days from `from` to `to`, both included, on which a counter really opens, at most `most` of them. */
export function openDays(input: {
  counter: Counter;
  from: LocalDate;
  to: LocalDate;
  most: number;
  calendar: Calendar;
}): Result<readonly LocalDate[], CalendarGap> {
  const { counter, from, to, most, calendar } = input;
  const days: LocalDate[] = [];
  for (let day = from; day <= to && days.length < most; day = addDays(day, 1)) {
    const open = lastCounterDay({ counter, opens: day, closes: day, calendar });
    if (!open.ok) return open;
    if (open.value !== null) days.push(day);
  }
  return ok(days);
}
