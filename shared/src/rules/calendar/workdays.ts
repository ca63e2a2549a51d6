import { type LocalDate, type Result, addDays, failed, ok, weekdayOf, yearOf } from '../../kernel';
import type { Calendar, CalendarGap } from './calendar-year';

/** Whether people work that day: announced days off and worked weekends come before the day of the week. */
export function isWorkday(calendar: Calendar, day: LocalDate): Result<boolean, CalendarGap> {
  const year = calendar.find((announced) => announced.year === yearOf(day));
  if (!year) return failed({ code: 'calendar-year-unknown', year: yearOf(day) });
  if (year.workedWeekends.includes(day)) return ok(true);
  return ok(!year.off.includes(day) && weekdayOf(day) <= 5);
}

/** Whether the day is announced as a day off; an ordinary weekend is not. */
export function isDayOff(calendar: Calendar, day: LocalDate): Result<boolean, CalendarGap> {
  const year = calendar.find((announced) => announced.year === yearOf(day));
  return year ? ok(year.off.includes(day)) : failed({ code: 'calendar-year-unknown', year: yearOf(day) });
}

/** The day so many working days later (negative: earlier); the starting day itself is not counted, 0 is that day. */
export function addWorkdays(calendar: Calendar, from: LocalDate, count: number): Result<LocalDate, CalendarGap> {
  const step = count < 0 ? -1 : 1;
  let day = from;
  for (let left = Math.abs(count); left > 0;) {
    day = addDays(day, step);
    const working = isWorkday(calendar, day);
    if (!working.ok) return working;
    if (working.value) left -= 1;
  }
  return ok(day);
}

/** Working days after the first day up to and including the second; 0 when the second is not later. */
export function workdaysBetween(calendar: Calendar, from: LocalDate, to: LocalDate): Result<number, CalendarGap> {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    const working = isWorkday(calendar, day);
    if (!working.ok) return working;
    if (working.value) count += 1;
  }
  return ok(count);
}
