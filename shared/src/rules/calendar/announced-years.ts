import { type LocalDate, addDays, localDate } from '../../kernel';
import type { Calendar, CalendarYear } from './calendar-year';

/** The years the State Council had announced when this was written (last checked: 2026); staff add later ones. */
export const ANNOUNCED_YEARS: Calendar = [
  announced(2024, {
    off: ['01-01', '02-10…02-17', '04-04…04-06', '05-01…05-05', '06-10', '09-15…09-17', '10-01…10-07'],
    worked: ['02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12'],
  }),
  announced(2025, {
    off: ['01-01', '01-28…02-04', '04-04…04-06', '05-01…05-05', '05-31…06-02', '10-01…10-08'],
    worked: ['01-26', '02-08', '04-27', '09-28', '10-11'],
  }),
  announced(2026, {
    off: ['01-01…01-03', '02-15…02-23', '04-04…04-06', '05-01…05-05', '06-19…06-21', '09-25…09-27', '10-01…10-07'],
    worked: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
  }),
];

function announced(year: number, days: { off: readonly string[]; worked: readonly string[] }): CalendarYear {
  const dayOf = (monthAndDay: string) => localDate(`${year}-${monthAndDay}`);
  return {
    year,
    off: days.off.flatMap((span) => {
      const [first = '', last = first] = span.split('…');
      return everyDay(dayOf(first), dayOf(last));
    }),
    workedWeekends: days.worked.map(dayOf),
    source: `国务院办公厅关于${year}年部分节假日安排的通知`,
  };
}

function everyDay(first: LocalDate, last: LocalDate): LocalDate[] {
  const days: LocalDate[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}
