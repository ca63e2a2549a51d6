import { expect, it } from 'vitest';
import { fen } from '../../kernel';
import { groupedLines } from './grouped-lines';

const source = { clause: '三', quote: '理论 80 元' };
const line = (item: 'theory' | 'skill', yuan: number) => ({ item, fen: fen(yuan * 100), source });

it('names what many pay once, with how many, and keeps other sums apart', () => {
  const lines = [line('theory', 80), line('skill', 80), line('theory', 80), line('skill', 80), line('skill', 200)];
  expect(groupedLines(lines).map(({ item, fen: each, count }) => [item, each, count])).toEqual([
    ['theory', 8_000, 2],
    ['skill', 8_000, 2],
    ['skill', 20_000, 1],
  ]);
  expect(groupedLines([])).toEqual([]);
});
