import { expect, it } from 'vitest';
import { printedDays } from './index';

it.each([
  ['2025年7月下旬', '2025-07-21', '2025-07-31'],
  ['2025 年 8 月上旬', '2025-08-01', '2025-08-10'],
  ['2024年10月中旬', '2024-10-11', '2024-10-20'],
  ['2024年2月下旬', '2024-02-21', '2024-02-29'],
  ['2025年9月', '2025-09-01', '2025-09-30'],
])('%s may mean %s to %s', (text, from, to) => expect(printedDays(text)).toEqual({ from, to }));

it.each(['7月下旬', '另行通知', '2025年13月'])('%s names no days', (text) => expect(printedDays(text)).toBeNull());
