import { expect, it } from 'vitest';
import { ownStandingWords } from './own-standing';

const ranked = (rank: number | null, advances: boolean) => ({ rank, advances, standing: 'present' as const });
const first = { name: '初赛', reached: 'yes' as const };
const second = { name: '复赛', reached: 'open' as const, rank: null };

it('says the latest rank and whether one goes on', () => {
  expect(ownStandingWords([{ ...first, rank: null }, second])).toBeNull();
  expect(ownStandingWords([{ ...first, rank: ranked(56, true) }, second])).toBe('初赛第56名，进入复赛');
  expect(ownStandingWords([{ ...first, rank: ranked(60, false) }, second])).toBe('初赛第60名，没有进入复赛');
  // let in in place of another
  expect(
    ownStandingWords([
      { ...first, rank: ranked(60, false) },
      { ...second, reached: 'yes' },
    ]),
  ).toBe('初赛第60名，进入复赛');
  expect(
    ownStandingWords([
      { ...first, rank: ranked(56, true) },
      { ...second, rank: ranked(1, false) },
    ]),
  ).toBe('复赛第1名');
});

it('names no stage that is not held, and no rank that one has not', () => {
  const cancelled = { ...second, cancelled: { reason: '停电', on: '2025-08-01' as never } };
  expect(ownStandingWords([{ ...first, rank: ranked(56, true) }, cancelled])).toBe('初赛第56名');
  expect(ownStandingWords([{ ...first, rank: { ...ranked(null, false), standing: 'absent' } }, second])).toBe(
    '初赛缺考',
  );
});
