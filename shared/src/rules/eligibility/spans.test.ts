import { array, assert, integer, option, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addYears, daysBetween, localDate } from '../../kernel';
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

describe('two jobs with a gap', () => {
  it('reach ten years on 2025-06-01, for the last day worked, 2018-12-31, counts', () => {
    const jobs = [span('2015-01-01', '2019-01-01'), span('2019-06-01', null)];
    expect(reachedOn(mergedSpans(jobs), 10)).toBe('2025-06-01');
    expect(reachedOn(mergedSpans([span('2015-01-01', '2018-12-31'), span('2019-06-01', null)]), 10)).toBe('2025-06-02');
  });
});

/** The same by counting on the fingers: every single day worked, day after day. */
function countedByHand(
  spans: readonly Span[],
  years: number,
  last: string,
): { days: number; reachedOn: string | null } {
  const first = spans.map(({ from }) => from).toSorted()[0];
  if (first === undefined) return { days: 0, reachedOn: null };
  const needed = daysBetween(first, addYears(first, years));
  let days = 0;
  let reached: string | null = needed === 0 ? first : null;
  for (let day = first; day < last; day = addDays(day, 1)) {
    if (!spans.some(({ from, to }) => from <= day && (to === null || day < to))) continue;
    days += 1;
    // the work of this day is done when the next one begins
    if (days === needed) reached = addDays(day, 1);
  }
  return { days, reachedOn: reached };
}

it('counts any jobs as a calendar does, day by day', () => {
  const start = localDate('2012-01-01');
  const last = localDate('2023-01-01');
  const job = record({
    after: integer({ min: 0, max: 2500 }),
    days: option(integer({ min: 1, max: 1500 })),
  });
  assert(
    property(array(job, { maxLength: 5 }), integer({ min: 0, max: 5 }), (jobs, years) => {
      const spans = jobs.map(({ after, days }) => {
        const from = addDays(start, after);
        return { from, to: days === null ? null : addDays(from, days) };
      });
      const merged = mergedSpans(spans);
      const byHand = countedByHand(spans, years, last);
      expect(daysCounted(merged, last)).toBe(byHand.days);
      const reached = reachedOn(merged, years);
      // the hand stops counting on the last day; a job that runs on goes further
      expect(reached !== null && reached > last ? null : reached).toBe(byHand.reachedOn);
    }),
    { numRuns: 60 },
  );
});
