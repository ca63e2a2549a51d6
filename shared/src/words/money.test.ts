import { expect, it } from 'vitest';
import { fen } from '../kernel';
import { yuanCapitals } from './money';

it.each([
  [28_000, '贰佰捌拾元整'],
  [88_300, '捌佰捌拾叁元整'],
  [0, '零元整'],
  [5, '伍分'],
  [50, '伍角整'],
  [105, '壹元零伍分'],
  [1_230, '壹拾贰元叁角整'],
  [100_500, '壹仟零伍元整'],
  [1_000_000, '壹万元整'],
  [1_000_100, '壹万零壹元整'],
  [1_005_000, '壹万零伍拾元整'],
  [10_030_456, '壹拾万零叁佰零肆元伍角陆分'],
  [100_000_000_00, '壹亿元整'],
])('writes %i fen as %s', (amount, capitals) => {
  expect(yuanCapitals(fen(amount))).toBe(capitals);
});
