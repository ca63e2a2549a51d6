import { localDate } from '@jikaotong/shared/kernel';
import { describe, expect, it } from 'vitest';
import { monthStart, otherMonth, weeksOf } from './month';

describe('the weeks of a month', () => {
  it.each([
    ['2026-11-01', 6, 6, '2026-11-30'],
    ['2026-06-01', 5, 0, '2026-06-30'],
    ['2027-02-01', 4, 0, '2027-02-28'],
    ['2028-02-01', 5, 1, '2028-02-29'],
  ])('%s has %i rows, begins after %i empty days and ends on %s', (text, rows, empty, last) => {
    const weeks = weeksOf(localDate(text));
    expect(weeks).toHaveLength(rows);
    expect(weeks.every((week) => week.length === 7)).toBe(true);
    expect(weeks[0]?.findIndex((day) => day !== null)).toBe(empty);
    const days = weeks.flat().filter((day) => day !== null);
    expect([days[0], days[days.length - 1]]).toEqual([text, last]);
  });

  it('finds months before and after over the turn of the year', () => {
    expect(monthStart(localDate('2026-12-31'))).toBe('2026-12-01');
    expect(otherMonth(localDate('2026-12-01'), 1)).toBe('2027-01-01');
    expect(otherMonth(localDate('2026-01-01'), -1)).toBe('2025-12-01');
  });
});
