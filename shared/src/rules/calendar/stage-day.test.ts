import { expect, it } from 'vitest';
import { localDate as day } from '../../kernel';
import { isBeforeEntryCloses, isOutsidePrinted, stageDayFault } from './index';

const days = {
  stages: [
    { code: 'preliminary', announced: { day: day('2025-07-28') } },
    { code: 'semi-final', announced: null },
    { code: 'final', announced: { day: day('2025-09-06') } },
  ],
} as const;

it.each([
  ['preliminary', '2025-07-24', null],
  ['preliminary', '2025-07-26', null],
  ['preliminary', '2025-09-06', null],
  ['preliminary', '2025-09-07', ['preliminary', 'final']],
  ['semi-final', '2025-07-27', ['preliminary', 'semi-final']],
  ['semi-final', '2025-07-28', null],
  ['semi-final', '2025-09-07', ['semi-final', 'final']],
  ['final', '2025-07-27', ['preliminary', 'final']],
  ['final', '2025-08-01', null],
] as const)('%s on %s: %s', (stage, on, wrong) => {
  const fault = stageDayFault(days, stage, { day: day(on) });
  expect(fault && [fault.first, fault.second]).toEqual(wrong);
});

it.each([
  ['semi-final', '2025-07-29', '2025-07-29', ['preliminary', '2025-07-30', 'semi-final', '2025-07-29']],
  ['semi-final', '2025-07-30', '2025-09-06', null],
  ['semi-final', '2025-07-30', '2025-09-07', ['semi-final', '2025-09-07', 'final', '2025-09-06']],
] as const)('%s from %s to %s, after one that lasts to 07-30: %s', (stage, from, to, wrong) => {
  const [first, ...others] = days.stages;
  const lasting = { ...first, announced: { day: day('2025-07-28'), plan: [{ day: day('2025-07-30') }] } };
  const held = { day: day(from), plan: [{ day: day(to) }] };
  const fault = stageDayFault({ stages: [lasting, ...others] }, stage, held);
  expect(fault && [fault.first, fault.firstDay, fault.second, fault.secondDay]).toEqual(wrong);
});

it('names both days', () =>
  expect(stageDayFault(days, 'semi-final', { day: day('2025-07-27') })).toEqual({
    first: 'preliminary',
    firstDay: '2025-07-28',
    second: 'semi-final',
    secondDay: '2025-07-27',
  }));

it.each([
  ['2025-07-24', true],
  ['2025-07-25', true],
  ['2025-07-26', false],
] as const)('entry to 2025-07-25, a stage on %s: one can still enter is %s', (on, still) =>
  expect(isBeforeEntryCloses(day('2025-07-25'), day(on))).toBe(still),
);

it('asks nothing of a competition whose last day to enter is not known', () =>
  expect(isBeforeEntryCloses(null, day('2025-01-01'))).toBe(false));

it.each([
  ['2026年10月中旬', '2026-10-10', true],
  ['2026年10月中旬', '2026-10-11', false],
  ['2026年10月中旬', '2026-10-20', false],
  ['2026年10月中旬', '2026-10-21', true],
  ['2026-10-15', '2026-10-15', false],
  ['2026-10-15', '2026-10-16', true],
  ['另行通知', '2026-10-16', false],
  [null, '2026-10-16', false],
] as const)('%s and %s: outside is %s', (printed, on, outside) =>
  expect(isOutsidePrinted(printed, day(on))).toBe(outside),
);
