import { describe, expect, it } from 'vitest';
import { addDays, localDate } from '@jikaotong/shared/kernel';
import { dutyDays } from './duty-days';

const today = localDate('2026-11-23');
const due = (days: number | null) => {
  const dueOn = days === null ? null : addDays(today, days);
  return { dueOn, overdue: days !== null && days < 0 };
};
const many = (days: number | null, count: number) => Array.from({ length: count }, () => due(days));
const counted = (of: readonly ReturnType<typeof due>[], isWhole = false) =>
  dutyDays(of, today, isWhole).map(({ items, rest }) => [items.length, rest]);

describe('duties day by day', () => {
  it('begin with all that is overdue, then today, then the next days that have any, then those without a day', () => {
    const days = dutyDays([due(-9), due(-1), due(0), due(3), due(8), due(null)], today, false);
    expect(days.map(({ title }) => title).slice(0, 2)).toEqual(['已逾期', '今天']);
    expect(days.at(-1)?.title).toBe('没有截止日');
    expect(days.map(({ items }) => items.length)).toEqual([2, 1, 1, 1, 1]);
  });

  it('show the next days however many there are of one', () => {
    expect(counted([...many(-1, 30), due(0), due(1)])).toEqual([
      [4, 26],
      [1, 0],
      [1, 0],
    ]);
  });

  it('are all there when they are asked for', () => {
    const all = [...many(-1, 30), ...[0, 1, 2, 3, 4, 5, 6].map(due), due(null)];
    expect(counted(all)).toHaveLength(5);
    expect(counted(all, true).reduce((sum, [items = 0]) => sum + items, 0)).toBe(38);
  });
});
