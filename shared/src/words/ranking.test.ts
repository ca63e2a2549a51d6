import { describe, expect, it } from 'vitest';
import { type Score, type Total, totalOf } from '../kernel';
import type { AdvanceLine } from '../rules/ranking';
import { awardQuestionWords, decisionFaultSentence, lineWords, rankWords } from './index';

const points = (hundredths: number): Total => {
  const mark = hundredths as Score;
  return totalOf({ theory: 30, skill: 70 }, { theory: mark, skill: mark });
};
const share = (given: Partial<NonNullable<AdvanceLine['share']>> = {}): AdvanceLine['share'] => ({
  base: 'scored',
  counted: 57,
  percent: 30,
  rounding: 'half-up',
  rounded: 17,
  minimum: null,
  ...given,
});

describe('the line', () => {
  it.each<[AdvanceLine, string]>([
    [
      { quota: 17, lastTotal: points(8135), share: share() },
      '57人有有效成绩，30%为17.1，四舍五入为17，晋级17人；晋级线81.35分',
    ],
    [
      { quota: 18, lastTotal: points(8000), share: share({ base: 'present', counted: 60, rounded: 18 }) },
      '60人到场，30%为18，晋级18人；晋级线80.00分',
    ],
    [
      { quota: 6, lastTotal: points(8000), share: share({ counted: 9, rounding: 'down', rounded: 2, minimum: 6 }) },
      '9人有有效成绩，30%为2.7，舍去小数为2，不少于6人，晋级6人；晋级线80.00分',
    ],
    [{ quota: 12, lastTotal: points(7005), share: null }, '晋级12人；晋级线70.05分'],
    [
      { quota: 0, lastTotal: null, share: share({ counted: 1, rounded: 0 }) },
      '1人有有效成绩，30%为0.3，四舍五入为0，晋级0人',
    ],
  ])('%j', (line, words) => {
    expect(lineWords(line)).toBe(words);
  });
});

it('a rank, open or not', () => {
  expect(rankWords({ rank: 3, from: 3, to: 3 })).toBe('第3名');
  expect(rankWords({ rank: null, from: 2, to: 4 })).toBe('第2至4名，待评委决定');
});

it('what is wrong with a decision, and what staff are asked', () => {
  expect(decisionFaultSentence({ code: 'decision-part-of-tie', entrants: ['7', '12'] })).toBe(
    '还有同分的选手7、12，请一起决定先后',
  );
  const source = { clause: '四（二）3', quote: '机关、企业事业单位' };
  expect(awardQuestionWords({ award: 'a', why: 'unit-kind', unit: '甲校', kind: 'school', source })).toBe(
    '“甲校”达到条件，但通知没有写明院校可以得奖，请认定',
  );
});
