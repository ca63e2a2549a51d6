import { expect, it } from 'vitest';
import { type Score, parseScore, pointsOf } from '../../kernel';
import type { MarkingRule } from '../../notice';
import { combineMarks, outlyingMarks } from './index';

const source = { assumed: 'a test' };
const mean: MarkingRule['judges'] = { kind: 'mean', source };
const trimmed = (drop: number): MarkingRule['judges'] => ({ kind: 'trimmed-mean', drop, source });
const sum: MarkingRule['judges'] = { kind: 'sum', source };
const score = (points: string): Score => {
  const mark = parseScore(points);
  if (!mark.ok) throw new Error(points);
  return mark.value;
};
const combined = (judges: MarkingRule['judges'], ...points: string[]) => {
  const mark = combineMarks({ judges }, points.map(score));
  return mark.ok ? pointsOf(mark.value) : mark.error;
};

it.each<[MarkingRule['judges'], string[], string]>([
  [mean, ['80'], '80'],
  [mean, ['80', '81'], '80.5'],
  // 80.003…, 80.006…: down and up to hundredths
  [mean, ['80', '80', '80.01'], '80'],
  [mean, ['80', '80.01', '80.01'], '80.01'],
  // half a hundredth goes up
  [mean, ['80', '80.01'], '80.01'],
  [mean, [], 'too-few-marks'],
  [trimmed(1), ['60', '80', '82', '99'], '81'],
  [trimmed(1), ['80', '80', '80'], '80'],
  [trimmed(1), ['80', '81'], 'too-few-marks'],
  [trimmed(2), ['10', '20', '70', '90', '100'], '70'],
  [sum, ['30.5', '40.25'], '70.75'],
  [sum, ['60', '40.01'], 'sum-too-high'],
  [sum, [], 'too-few-marks'],
])('%j of %j is %s', (judges, points, wanted) => {
  expect(combined(judges, ...points)).toBe(wanted);
});

it('shows the marks that lie further apart than they may', () => {
  const marks = ['80', '81', '82', '95'].map(score);
  // the middle is 81.5
  expect(outlyingMarks(marks, score('13.5'))).toEqual([]);
  expect(outlyingMarks(marks, score('13.49'))).toEqual([3]);
  expect(outlyingMarks(marks, score('1'))).toEqual([0, 3]);
  expect(outlyingMarks([], score('1'))).toEqual([]);
});
