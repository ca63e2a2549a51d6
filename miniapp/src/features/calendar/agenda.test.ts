import type { CalendarItem } from '@jikaotong/shared/contract';
import { type LocalDate, localDate } from '@jikaotong/shared/kernel';
import { describe, expect, it } from 'vitest';
import { agendaOf, isPast, nextMark, runningOn, chosenItems } from './agenda';
import { calendarItem } from './calendar-item.testing';

const day = localDate;
const item = (key: string, opens: string | null, closes: string | null, more: Partial<CalendarItem> = {}) =>
  calendarItem({
    key,
    opens: opens === null ? null : day(opens),
    closes: closes === null ? null : day(closes),
    ...more,
  });
const payment = item('payment', '2026-12-01', '2026-12-04', { window: 'payment', mine: true });
const exam = item('exam', '2026-12-12', '2026-12-12', { window: 'exam' });
const half = item('half', null, '2026-12-04', { window: 'application' });

describe('the agenda', () => {
  it('has a day for every beginning and end, and one for what lasts a day', () => {
    const days = agendaOf([exam, half, payment]).map(({ day: on, marks }) => [
      on,
      ...marks.map(({ what, item: of }) => `${of.key} ${what}`),
    ]);
    expect(days).toEqual([
      ['2026-12-01', 'payment opens'],
      ['2026-12-04', 'payment closes', 'half day'],
      ['2026-12-12', 'exam day'],
    ]);
  });

  it.each([
    ['2026-11-30', []],
    ['2026-12-01', ['payment']],
    ['2026-12-04', ['payment', 'half']],
    ['2026-12-05', []],
  ])('knows what runs on %s', (on, keys) =>
    expect(runningOn([payment, half, exam], day(on)).map(({ key }) => key)).toEqual(keys),
  );

  it.each<[string, string | null, string | null]>([
    ['2026-11-30', 'payment opens', '2026-12-01'],
    ['2026-12-01', 'payment opens', '2026-12-01'],
    ['2026-12-02', 'payment closes', '2026-12-04'],
    ['2026-12-04', 'payment closes', '2026-12-04'],
    ['2026-12-05', 'exam day', '2026-12-12'],
    ['2026-12-13', null, null],
  ])('names what comes next on %s', (on, name, when) => {
    const next = nextMark([exam, payment], day(on));
    expect([next && `${next.item.key} ${next.what}`, next?.day ?? null]).toEqual([name, when]);
  });

  it('names nothing cancelled as next', () =>
    expect(nextMark([{ ...exam, cancelled: true }], day('2026-12-01'))).toBeNull());

  it('is over the day after the last', () => {
    const over = (on: LocalDate) => isPast(payment, on);
    expect([over(day('2026-12-04')), over(day('2026-12-05'))]).toEqual([false, true]);
  });

  it('shows mine, or what I only follow', () => {
    expect(chosenItems([payment, exam], 'mine')).toEqual([payment]);
    expect(chosenItems([payment, exam], 'followed')).toEqual([exam]);
    expect(chosenItems([payment, exam], 'all')).toHaveLength(2);
  });
});
