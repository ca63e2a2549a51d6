import { describe, expect, it } from 'vitest';
import { localDate } from '../../kernel';
import { ANNOUNCED_YEARS, checkCalendarYear } from './index';

const days = (...texts: string[]) => texts.map(localDate);
const fault = (off: string[], worked: string[]) =>
  checkCalendarYear({ year: 2027, off: days(...off), workedWeekends: days(...worked) });

describe('the days of a calendar year', () => {
  it('may be what was announced', () => {
    expect(ANNOUNCED_YEARS.map(checkCalendarYear)).toEqual(ANNOUNCED_YEARS.map(() => null));
    expect(fault(['2027-01-01', '2027-12-31'], [])).toBeNull();
  });

  it('lie in the year, from its first to its last day', () => {
    expect(fault(['2026-12-31'], [])).toEqual({ reason: 'other-year', day: '2026-12-31' });
    expect(fault(['2027-01-01', '2028-01-01'], [])).toEqual({ reason: 'other-year', day: '2028-01-01' });
    expect(fault(['2027-01-01'], ['2028-01-02'])).toEqual({ reason: 'other-year', day: '2028-01-02' });
  });

  it('work on Saturdays and Sundays only', () => {
    expect(fault(['2027-01-01'], ['2027-02-05'])).toEqual({ reason: 'worked-weekday', day: '2027-02-05' });
    expect(fault(['2027-01-01'], ['2027-02-06', '2027-02-07'])).toBeNull();
    expect(fault(['2027-01-01'], ['2027-02-08'])).toEqual({ reason: 'worked-weekday', day: '2027-02-08' });
  });

  it('are not off and worked at once, and some are off', () => {
    expect(fault(['2027-01-02'], ['2027-01-02'])).toEqual({ reason: 'off-and-worked', day: '2027-01-02' });
    expect(fault([], ['2027-01-02'])).toEqual({ reason: 'no-days', day: null });
  });
});
