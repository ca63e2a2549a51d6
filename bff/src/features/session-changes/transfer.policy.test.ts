import { fen, localDate } from '@jikaotong/shared/kernel';
import { describe, expect, it } from 'vitest';
import { type Target, judgeTransfer } from './transfer.policy';

const day = localDate;
const row = {
  sessionId: 'december',
  bodyId: 'bspia',
  noticeId: 'n',
  offeringCode: 'installer-5',
  fees: [
    { item: 'theory' as const, fen: fen(10_000), source: { assumed: 'a test' } },
    { item: 'skill' as const, fen: fen(18_000), source: { assumed: 'a test' } },
  ],
};
const target: Target = {
  id: 'january',
  bodyId: 'bspia',
  noticeId: 'n',
  state: 'published',
  offeringCodes: ['installer-5'],
  examStart: day('2026-12-26'),
  windows: [
    { kind: 'application', opens: day('2026-11-20'), closes: day('2026-12-10'), source: { assumed: 'a test' } },
    { kind: 'payment', opens: day('2026-11-20'), closes: day('2026-12-15'), source: { assumed: 'a test' } },
  ],
  sameScheme: true,
  feeFen: fen(28_000),
};
const [application] = target.windows;

describe('a transfer', () => {
  it.each<[string, Partial<Target>, string, string | null]>([
    ['to an open session', {}, '2026-12-01', null],
    ['before it opens for others', {}, '2026-11-19', null],
    ['on the last day to pay there', {}, '2026-12-15', null],
    ['the day after', {}, '2026-12-16', 'over'],
    [
      'without a window to pay, on the last day to apply',
      { windows: application ? [application] : [] },
      '2026-12-10',
      null,
    ],
    ['without a window to pay, the day after', { windows: application ? [application] : [] }, '2026-12-11', 'over'],
    ['on its exam day', { windows: [] }, '2026-12-26', 'over'],
    ['to where the candidate is', { id: 'december' }, '2026-12-01', 'same-session'],
    ['to another body', { bodyId: 'cecc' }, '2026-12-01', 'other-notice'],
    ['to another notice', { noticeId: 'm' }, '2026-12-01', 'other-notice'],
    ['to another offering', { offeringCodes: ['installer-4'] }, '2026-12-01', 'offering-missing'],
    ['to a cancelled session', { state: 'cancelled' }, '2026-12-01', 'over'],
    ['at one fen more', { feeFen: fen(28_001) }, '2026-12-01', 'fee-differs'],
    ['where other subjects are asked for', { sameScheme: false }, '2026-12-01', 'scheme-differs'],
    ['at one fen less', { feeFen: fen(27_999) }, '2026-12-01', 'fee-differs'],
  ])('%s', (_, change, on, reason) =>
    expect(judgeTransfer(row, { ...target, ...change }, day(on))?.data?.['reason'] ?? null).toBe(reason),
  );
});
