import { describe, expect, it } from 'vitest';
import { localDate } from '../../kernel';
import { type Span, daysCounted, mergedSpans, reachedOn } from './spans';

const span = (from: string, to: string | null): Span => ({
  from: localDate(from),
  to: to === null ? null : localDate(to),
});
const on = localDate;

describe('merged spans', () => {
  it('counts a day that two jobs share once', () => {
    const merged = mergedSpans([span('2015-01-01', '2016-01-01'), span('2015-07-01', '2016-07-01')]);
    expect(merged).toEqual([span('2015-01-01', '2016-07-01')]);
    expect(daysCounted(merged, on('2026-01-01'))).toBe(547);
  });

  it('joins spans that touch and keeps a gap of one day', () => {
    expect(mergedSpans([span('2015-01-01', '2016-01-01'), span('2016-01-01', '2017-01-01')])).toHaveLength(1);
    expect(mergedSpans([span('2015-01-01', '2016-01-01'), span('2016-01-02', '2017-01-01')])).toHaveLength(2);
  });

  it('drops what ends before it starts and what lies before `since`', () => {
    expect(mergedSpans([span('2016-01-01', '2015-01-01')])).toEqual([]);
    expect(mergedSpans([span('2010-01-01', '2012-01-01'), span('2014-01-01', null)], on('2015-06-01'))).toEqual([
      span('2015-06-01', null),
    ]);
  });

  it('lets a running job swallow a shorter one inside it', () => {
    expect(mergedSpans([span('2015-01-01', null), span('2016-01-01', '2017-01-01')])).toEqual([
      span('2015-01-01', null),
    ]);
  });
});

describe('the day so many years are full', () => {
  it.each([
    ['2014-03-01', 10, '2024-03-01'],
    ['2016-02-29', 10, '2026-03-01'],
    ['2020-02-29', 4, '2024-02-29'],
  ])('from %s, %i years, is %s', (from, years, day) => {
    expect(reachedOn(mergedSpans([span(from, null)]), years)).toBe(day);
  });

  it('waits for the days a gap took', () => {
    const merged = mergedSpans([span('2014-03-01', '2020-03-01'), span('2020-03-11', null)]);
    expect(reachedOn(merged, 10)).toBe('2024-03-11');
  });

  it('never comes when the work ended a day short', () => {
    expect(reachedOn(mergedSpans([span('2014-03-01', '2024-02-29')]), 10)).toBeNull();
    expect(reachedOn(mergedSpans([span('2014-03-01', '2024-03-01')]), 10)).toBe('2024-03-01');
    expect(reachedOn([], 1)).toBeNull();
  });
});
