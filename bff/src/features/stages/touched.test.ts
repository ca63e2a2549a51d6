import type { Score } from '@jikaotong/shared/kernel';
import { expect, it } from 'vitest';
import { touchedOnly } from './touched';

const told = {
  rank: 5,
  total: 763_000,
  theory: 8000 as Score,
  skill: 7400 as Score,
  advances: false,
  standing: 'present',
} as const;

it('keeps of several publications those that said something else of an entrant', () => {
  const first = { ...told, revision: 1 };
  const again = { ...told, revision: 2 };
  const up = { ...told, revision: 3, rank: 4 };
  expect(touchedOnly([first, again, up, { ...up, revision: 4 }])).toEqual([first, up]);
});

it('knows a mark that changed beside an equal total', () => {
  const first = { ...told, revision: 1 };
  const other = { ...told, revision: 2, theory: 8007 as Score, skill: 7397 as Score };
  expect(touchedOnly([first, other])).toEqual([first, other]);
  expect(touchedOnly([])).toEqual([]);
});
