import { describe, expect, it } from 'vitest';
import { type Score, parseScore } from '../../kernel';
import { type SheetItem, fallsShort, itemFault, judgeBar, sheetFault, totalOf } from './index';

const score = (points: string): Score => {
  const mark = parseScore(points);
  if (!mark.ok) throw new Error(points);
  return mark.value;
};
const item = (name: string, maximum: string, step: string): SheetItem => ({
  name,
  maximum: score(maximum),
  step: score(step),
});
const ITEMS = [item('布线', '60', '0.5'), item('安全', '40', '1')];

describe('a marking sheet', () => {
  it.each([
    ['as it should be', ITEMS, null],
    ['of less than a hundred', [item('布线', '30', '0.5')], null],
    ['of a hundred and a hundredth', [...ITEMS, item('礼仪', '0.01', '0.01')], 'more-than-full'],
    ['with a name twice', [item('布线', '1', '1'), item('布线', '2', '1')], 'same-name'],
    ['without a step', [item('布线', '10', '0')], 'step-wrong'],
    ['whose step misses the maximum', [item('布线', '10', '3')], 'step-wrong'],
    ['with an item of nothing', [item('布线', '0', '1')], 'step-wrong'],
  ] as const)('%s', (_, items, fault) => {
    expect(sheetFault(items)).toBe(fault);
  });

  it('says which item is wrong, of two with one name the second', () => {
    const items = [item('布线', '10', '0'), item('安全', '10', '1'), item('安全', '10', '3')];
    expect(items.map((_, at) => itemFault(items, at))).toEqual(['step-wrong', null, 'same-name']);
  });

  it.each([
    ['99.99', 'mean', true],
    ['100', 'mean', false],
    ['90', 'trimmed-mean', true],
    ['50', 'sum', false],
  ] as const)('of %s points by %s falls short: %s', (maximum, kind, short) => {
    expect(fallsShort([item('布线', maximum, '0.01')], kind)).toBe(short);
  });

  it.each([
    [['59.5', '40'], '99.5'],
    [['60', '40'], '100'],
    [['0', '0'], '0'],
    [['60.5', '40'], 'too-high'],
    [['59.25', '40'], 'out-of-step'],
    [['59', '39.5'], 'out-of-step'],
    [['59'], 'other-items'],
    [['59', '1', '1'], 'other-items'],
  ])('%j makes %s', (points, wanted) => {
    const total = totalOf(ITEMS, points.map(score));
    expect(total.ok ? String(total.value / 100) : total.error).toBe(wanted);
  });
});

describe('a judge', () => {
  const judge = { name: '王 教练', unit: '北京甲安防有限公司' };
  it.each([
    [{ unit: '北京市甲安防有限责任公司', coach: null }, 'unit'],
    [{ unit: '乙公司', coach: '王教练' }, 'coach'],
    [{ unit: '乙公司', coach: '李教练' }, null],
    [{ unit: null, coach: null }, null],
  ])('of %j is barred by %s', (entrant, wanted) => {
    expect(judgeBar(judge, entrant)).toBe(wanted);
  });
});
