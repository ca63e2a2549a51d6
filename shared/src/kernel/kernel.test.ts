import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  addYears,
  isLocalDate,
  dayAt,
  daysBetween,
  fen,
  instantAt,
  localDate,
  parseLocalDate,
  parseScore,
  sumFen,
  timeAt,
  timeOfDay,
  weekdayOf,
} from './index';

const day = localDate;

describe('days', () => {
  it.each(['2026-02-30', '2026-2-3', '2026-13-01', '', '2026-00-10', '２０２６-01-01'])('refuses %s', (text) => {
    expect(parseLocalDate(text).ok).toBe(false);
  });

  it('reads 29 February in a leap year only', () => {
    expect(parseLocalDate('2024-02-29').ok).toBe(true);
    expect(parseLocalDate('2026-02-29').ok).toBe(false);
  });

  it('puts an anniversary of 29 February on 1 March', () => {
    expect(addYears(day('2024-02-29'), 1)).toBe('2025-03-01');
    expect(addYears(day('2024-02-29'), 4)).toBe('2028-02-29');
  });

  it('moves by months across years in both directions', () => {
    expect(addMonths(day('2026-01-31'), 1)).toBe('2026-03-01');
    expect(addMonths(day('2026-01-15'), -1)).toBe('2025-12-15');
    expect(addMonths(day('2026-11-30'), 14)).toBe('2028-01-30');
  });

  it('counts days and weekdays', () => {
    expect(addDays(day('2026-12-31'), 1)).toBe('2027-01-01');
    expect(daysBetween(day('2026-12-31'), day('2026-12-01'))).toBe(-30);
    expect(weekdayOf(day('2026-12-12'))).toBe(6);
    expect(weekdayOf(day('2026-12-13'))).toBe(7);
  });

  it('knows the Beijing day of an instant, whatever the zone of the machine', () => {
    expect(dayAt(Date.UTC(2026, 10, 22, 15, 59))).toBe('2026-11-22');
    expect(dayAt(Date.UTC(2026, 10, 22, 16, 0))).toBe('2026-11-23');
    expect(instantAt(day('2026-11-23'), timeOfDay('09:00'))).toBe(Date.UTC(2026, 10, 23, 1, 0));
    expect(instantAt(day('2026-11-23'), timeOfDay('24:00'))).toBe(instantAt(day('2026-11-24'), timeOfDay('00:00')));
    expect(timeAt(Date.UTC(2026, 10, 23, 1, 0))).toBe('09:00');
  });
});

describe('money and marks', () => {
  it('keeps money whole', () => {
    expect(sumFen([fen(6500), fen(15500), fen(6000)])).toBe(28000);
    expect(() => fen(0.5)).toThrow('not an amount');
    expect(() => fen(-1)).toThrow('not an amount');
  });

  it.each([
    ['60', 6000],
    ['59.99', 5999],
    ['86.5', 8650],
    ['100.00', 10000],
  ])('reads %s points', (text, value) => {
    expect(parseScore(text)).toEqual({ ok: true, value });
  });

  it.each(['100.01', '-1', '60.005', '', '六十', '1e2'])('refuses %s points', (text) => {
    expect(parseScore(text).ok).toBe(false);
  });
});

describe('the ends of the calendar', () => {
  it.each([
    addYears(localDate('9999-12-30'), 3),
    addDays(localDate('9999-12-31'), 1),
    addMonths(localDate('9999-12-01'), 2),
    addYears(localDate('1000-01-02'), -1),
  ])('%s is a day that can be written', (day) => {
    expect(isLocalDate(day)).toBe(true);
  });
});
