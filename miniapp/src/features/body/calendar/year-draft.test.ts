import { localDate } from '@jikaotong/shared/kernel';
import { ANNOUNCED_YEARS } from '@jikaotong/shared/rules/calendar';
import { describe, expect, it } from 'vitest';
import { BLANK_SPAN, daysOf, spansOf } from './year-draft';

describe('days off in a row', () => {
  it('become days and back, over the end of a month', () => {
    expect(daysOf([{ from: '2027-01-30', to: '2027-02-01' }])).toEqual(['2027-01-30', '2027-01-31', '2027-02-01']);
    expect(daysOf([{ from: '2027-01-01', to: null }])).toEqual(['2027-01-01']);
    for (const { off } of ANNOUNCED_YEARS) expect(daysOf(spansOf(off))).toEqual(off);
    expect(spansOf(ANNOUNCED_YEARS[2]?.off ?? [])).toHaveLength(7);
    expect(spansOf([localDate('2027-01-01'), localDate('2027-01-03')])).toHaveLength(2);
  });

  it('are none while one is unanswered, runs backwards or takes a year', () => {
    expect(daysOf([BLANK_SPAN])).toBeNull();
    expect(daysOf([{ from: '2027-01-02', to: '2027-01-01' }])).toBeNull();
    expect(daysOf([{ from: '2027-01-01', to: '2027-12-31' }])).toBeNull();
    expect(daysOf([{ from: '2027-01-01', to: '2027-03-01' }])).toHaveLength(60);
    expect(daysOf([{ from: '2027-01-01', to: '2027-03-02' }])).toBeNull();
  });
});
