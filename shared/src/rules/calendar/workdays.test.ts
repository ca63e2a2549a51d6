import { describe, expect, it } from 'vitest';
import { type LocalDate, addDays, failed, localDate, ok } from '../../kernel';
import { ANNOUNCED_YEARS } from './announced-years';
import { addWorkdays, isWorkday, workdaysBetween } from './workdays';

const day = localDate;
const calendar = ANNOUNCED_YEARS;
const unknown = (year: number) => failed({ code: 'calendar-year-unknown', year });

describe('announced years', () => {
  it.each([
    [2024, 28, 8],
    [2025, 28, 5],
    [2026, 33, 6],
  ])('%i has %i days off and %i worked weekends', (year, off, worked) => {
    const announced = calendar.find((candidate) => candidate.year === year);
    expect(announced?.off).toHaveLength(off);
    expect(announced?.workedWeekends).toHaveLength(worked);
  });

  it.each([
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('%i has %i working days', (year, working) => {
    const before: LocalDate = day(`${year}-01-01`);
    const first = isWorkday(calendar, before);
    const rest = workdaysBetween(calendar, before, day(`${year}-12-31`));
    expect(first).toEqual(ok(false));
    expect(rest).toEqual(ok(working));
  });
});

describe('isWorkday', () => {
  it.each([
    ['2026-09-18', true],
    ['2026-09-19', false],
    ['2026-09-20', true],
    ['2026-09-25', false],
    ['2026-10-08', true],
    ['2026-10-10', true],
    ['2026-10-11', false],
  ])('%s: %s', (text, working) => expect(isWorkday(calendar, day(text))).toEqual(ok(working)));

  it('never guesses a year nobody announced', () => {
    expect(isWorkday(calendar, day('2027-01-04'))).toEqual(unknown(2027));
    expect(isWorkday(calendar, day('2023-12-29'))).toEqual(unknown(2023));
    expect(isWorkday(calendar, day('2026-12-31'))).toEqual(ok(true));
  });
});

describe('addWorkdays', () => {
  it.each([
    ['2026-03-01', -5, '2026-02-24'],
    ['2026-05-10', -5, '2026-04-30'],
    ['2026-05-10', 5, '2026-05-15'],
    ['2026-05-15', 7, '2026-05-26'],
    ['2026-09-26', -5, '2026-09-20'],
    ['2026-09-26', 5, '2026-10-09'],
    ['2026-10-11', -5, '2026-09-29'],
    ['2026-05-01', 0, '2026-05-01'],
    ['2026-12-25', 4, '2026-12-31'],
  ])('%s %i → %s', (from, count, to) => expect(addWorkdays(calendar, day(from), count)).toEqual(ok(day(to))));

  it('stops at the first day of a year nobody announced', () => {
    expect(addWorkdays(calendar, day('2026-12-26'), 5)).toEqual(unknown(2027));
    expect(addWorkdays(calendar, day('2024-01-02'), -1)).toEqual(unknown(2023));
  });

  it('goes back the way it came', () => {
    const days = Array.from({ length: 300 }, (_, index) => addDays(day('2026-01-04'), index));
    const startingOnWorkdays = days.filter((from) => {
      const answer = isWorkday(calendar, from);
      return answer.ok && answer.value;
    });
    const returned = startingOnWorkdays.map((from) => {
      const there = addWorkdays(calendar, from, 7);
      return there.ok ? addWorkdays(calendar, there.value, -7) : there;
    });
    expect(returned).toEqual(startingOnWorkdays.map(ok));
  });
});
