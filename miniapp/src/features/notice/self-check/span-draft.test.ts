import { localDate } from '@jikaotong/shared/kernel';
import { describe, expect, it } from 'vitest';
import { draftOfSpan, spanErrors, spanOf, spanWords } from './span-draft';

const today = localDate('2026-11-23');
const left = { from: '2015-01-01', lastDay: '2018-12-31', present: false };

describe('the days of a job', () => {
  it('run to the day after the last day worked, and are shown with the last day again', () => {
    const span = spanOf(left, today);
    expect(span).toEqual({ from: '2015-01-01', to: '2019-01-01' });
    expect(span && draftOfSpan(span)).toEqual(left);
    expect(span && spanWords(span)).toBe('2015年1月1日至2018年12月31日');
  });

  it('count a job of a single day, and one that ended today', () => {
    expect(spanOf({ ...left, lastDay: '2015-01-01' }, today)).toEqual({ from: '2015-01-01', to: '2015-01-02' });
    expect(spanOf({ ...left, lastDay: today }, today)?.to).toBe('2026-11-24');
  });

  it('run from the first day of a month to the last of another where only these are known', () => {
    const months = { from: '2015-02', lastDay: '2016-02', present: false, byMonth: true };
    const span = spanOf(months, today);
    expect(span).toEqual({ from: '2015-02-01', to: '2016-03-01', byMonth: true });
    expect(span && draftOfSpan(span)).toEqual(months);
    expect(span && spanWords(span)).toBe('2015年2月至2016年2月');
    expect(spanOf({ ...months, lastDay: '2026-11' }, today)?.to).toBe('2026-11-24');
    expect(spanOf({ ...months, lastDay: '2026-12' }, today)).toBeNull();
    expect(spanErrors({ ...months, lastDay: '2026-12' }, today).lastDay).not.toBeNull();
    expect(spanErrors({ ...months, lastDay: '2026-11' }, today).lastDay).toBeNull();
    expect(spanOf({ ...months, lastDay: '2015-02' }, today)).toEqual({
      from: '2015-02-01',
      to: '2015-03-01',
      byMonth: true,
    });
  });

  it('have no end while the job lasts, whatever was typed before', () => {
    expect(spanOf({ ...left, present: true }, today)).toEqual({ from: '2015-01-01', to: null });
  });

  it.each([
    ['a beginning after today', { ...left, from: '2026-11-24' }, 'from'],
    ['an end after today', { ...left, lastDay: '2026-11-24' }, 'lastDay'],
    ['an end before the beginning', { ...left, lastDay: '2014-12-31' }, 'lastDay'],
  ] as const)('refuse %s at its field', (_, draft, field) => {
    expect(spanOf(draft, today)).toBeNull();
    expect(spanErrors(draft, today)[field]).not.toBeNull();
  });
});
