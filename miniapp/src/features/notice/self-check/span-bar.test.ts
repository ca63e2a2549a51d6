import { expect, it } from 'vitest';
import { spanBarOf } from './span-bar';

it('draws what time fills, in the words of both lengths', () => {
  const bar = spanBarOf('experience-short', { years: 10, countedDays: 3379, neededDays: 3652 });
  expect(bar).toEqual({ share: 3379 / 3652, label: '9年3个月 / 10年' });
  expect(spanBarOf('residence-short', { years: 1, countedDays: 0, neededDays: 365 })?.label).toBe('0天 / 1年');
  expect(spanBarOf('too-young', { atLeast: 16 })).toBeNull();
  expect(spanBarOf('experience-short', { years: 10 })).toBeNull();
});
