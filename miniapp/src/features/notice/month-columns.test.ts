import { describe, expect, it } from 'vitest';
import { localDate } from '@jikaotong/shared/kernel';
import type { ScheduleRow } from '@jikaotong/shared/notice';
import { monthColumns } from './month-columns';

const row = (month: string): ScheduleRow => ({
  month,
  offerings: ['a'],
  application: { opens: localDate('2025-05-16'), closes: localDate('2025-06-15') },
  payment: null,
  source: { clause: '二（三）', quote: '7月' },
});

describe('monthColumns', () => {
  it('are the months of the year where no table is printed', () => {
    const columns = monthColumns({ year: 2026, schedule: [] });
    expect([columns.length, columns[0], columns[11]]).toEqual([
      12,
      { month: 1, label: '1' },
      { month: 12, label: '12' },
    ]);
  });

  it('are those of the printed table, each once and in its order', () => {
    const schedule = ['2025-07', '2025-12', '2025-12', '2026-01'].map(row);
    expect(monthColumns({ year: 2025, schedule })).toEqual([
      { month: 7, label: '7' },
      { month: 12, label: '12' },
      { month: 1, label: '次年1' },
    ]);
  });
});
