import { localDate } from '@jikaotong/shared/kernel';
import { ANNOUNCED_YEARS } from '@jikaotong/shared/rules/calendar';
import { describe, expect, it } from 'vitest';
import { BLANK_SPAN, daysOf, spanFault, spansOf, workedFault } from './year-draft';

const span = (from: string | null, to: string | null = null) => ({ from, to });

describe('days off in a row', () => {
  it('become days and back, over the end of a month', () => {
    expect(daysOf(2027, [span('2027-01-30', '2027-02-01')])).toEqual(['2027-01-30', '2027-01-31', '2027-02-01']);
    expect(daysOf(2027, [span('2027-01-01')])).toEqual(['2027-01-01']);
    for (const { year, off } of ANNOUNCED_YEARS) expect(daysOf(year, spansOf(off))).toEqual(off);
    expect(spansOf(ANNOUNCED_YEARS[2]?.off ?? [])).toHaveLength(7);
    expect(spansOf([localDate('2027-01-01'), localDate('2027-01-03')])).toHaveLength(2);
  });

  it.each([
    [BLANK_SPAN, 'unanswered', null],
    [span(null, '2027-01-03'), 'unanswered', null],
    [span('2026-12-31', '2028-01-01'), 'other-year', 'other-year'],
    [span('2026-12-31', '2027-01-03'), 'other-year', null],
    [span('2027-12-31', '2028-01-01'), null, 'other-year'],
    [span('2027-01-02', '2027-01-01'), null, 'backwards'],
    [span('2027-01-02', '2027-01-02'), null, null],
    [span('2027-01-01', '2027-03-01'), null, null],
    [span('2027-01-01', '2027-03-02'), null, 'too-long'],
    [span('2027-01-01', '2027-12-31'), null, 'too-long'],
  ])('as %j are wrong where they are: %s, %s', (given, from, to) => {
    expect(spanFault(2027, given)).toEqual({ from, to });
    expect(daysOf(2027, [given, span('2027-05-01')]).includes(localDate('2027-05-01'))).toBe(true);
    expect(daysOf(2027, [given]).length > 0).toBe(from === null && to === null);
  });

  it.each([
    [null, 'unanswered'],
    ['2028-01-01', 'other-year'],
    ['2027-02-12', 'worked-weekday'],
    ['2027-02-13', null],
    ['2027-02-14', null],
    ['2027-02-15', 'worked-weekday'],
    ['2027-02-06', 'off-and-worked'],
  ])('beside the worked day %s: %s', (day, from) => {
    const off = daysOf(2027, [span('2027-02-05', '2027-02-11'), span('2027-03-02', '2027-03-01')]);
    expect(workedFault(2027, span(day), off)).toEqual({ from, to: null });
  });
});
