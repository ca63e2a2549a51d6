import { expect, it } from 'vitest';
import { yearFigureWords } from './year';

const figures = { applied: 5, admitted: 4, present: 4, passed: 2, certified: 1, objections: 0, reviews: 0 };

it('says beside who came of how many only the marks say so, and nothing where the door knows of all', () => {
  expect(yearFigureWords({ ...figures, presumed: 3 })).toBe(
    '报名 5，准考 4，到考 4（按成绩推定 3），合格 2，发证 1，异议 0，复核 0',
  );
  expect(yearFigureWords({ ...figures, presumed: 0 })).toBe('报名 5，准考 4，到考 4，合格 2，发证 1，异议 0，复核 0');
});
