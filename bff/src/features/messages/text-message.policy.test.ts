import { instantAt, localDate, timeOfDay } from '@jikaotong/shared/kernel';
import { describe, expect, it } from 'vitest';
import { isAlarming, isTooLate, matterOf, quietUntil } from './text-message.policy';

const at = (day: string, time: string) => instantAt(localDate(day), timeOfDay(time));

describe('quiet hours', () => {
  it.each([
    ['07:59', '2026-11-23', '08:00'],
    ['08:00', '2026-11-23', '08:00'],
    ['20:59', '2026-11-23', '20:59'],
    ['21:00', '2026-11-24', '08:00'],
    ['00:00', '2026-11-23', '08:00'],
  ])('what comes at %s goes out on %s at %s', (time, day, then) =>
    expect(quietUntil(at('2026-11-23', time))).toBe(at(day, then)),
  );
});

describe('a message that lost its sense', () => {
  const reminder = { code: 'payment-reminder', data: { payBy: '2026-12-04' } } as const;
  it.each([
    ['2026-12-03', false],
    ['2026-12-04', false],
    ['2026-12-05', true],
  ])('on %s: %s', (day, late) => expect(isTooLate(reminder, localDate(day))).toBe(late));

  it('is none where no day is known, or none matters', () => {
    const today = localDate('2026-12-05');
    expect(isTooLate({ code: 'payment-reminder', data: { payBy: null } }, today)).toBe(false);
    expect(isTooLate({ code: 'application-returned', data: {} }, today)).toBe(false);
  });
});

it('a matter is the same when the same is told again, and another by each decision of staff', () => {
  const message = (id: string, code: 'payment-reminder' | 'application-returned', payBy: string) =>
    matterOf({ id, code, data: { payBy }, candidateId: 'c', accountId: 'a', sentAt: 0 });
  expect(message('1', 'payment-reminder', '2026-12-04')).toBe(message('2', 'payment-reminder', '2026-12-04'));
  expect(message('1', 'payment-reminder', '2026-12-04')).not.toBe(message('2', 'payment-reminder', '2026-12-05'));
  expect(message('1', 'application-returned', '')).not.toBe(message('2', 'application-returned', ''));
});

it('of a unit a matter is its own for each unit, and what staff sent back one a day', () => {
  const at9 = at('2026-11-23', '09:00');
  const message = (code: 'payment-reminder' | 'unit-roster-news', unitName: string, sentAt: number) =>
    matterOf({
      id: String(sentAt),
      code,
      data: { payBy: '2026-12-04', unitName, mend: sentAt },
      candidateId: null,
      accountId: 'a',
      sentAt,
    });
  expect(message('payment-reminder', '甲', 1)).toBe(message('payment-reminder', '甲', 2));
  expect(message('payment-reminder', '甲', 1)).not.toBe(message('payment-reminder', '乙', 1));
  expect(message('unit-roster-news', '甲', at9)).toBe(message('unit-roster-news', '甲', at9 + 3_600_000));
  expect(message('unit-roster-news', '甲', at9)).not.toBe(message('unit-roster-news', '甲', at9 + 86_400_000));
  expect(message('unit-roster-news', '甲', at9)).not.toBe(message('unit-roster-news', '乙', at9));
});

it('news that wait for whoever claims an entry make one SMS for all that came at once', () => {
  const message = (id: string, code: 'contest-drawn' | 'contest-stage-announced', sentAt: number) =>
    matterOf({ id, code, data: {}, candidateId: 'c', accountId: null, sentAt });
  expect(message('1', 'contest-drawn', 5)).toBe(message('2', 'contest-stage-announced', 5));
  expect(message('1', 'contest-drawn', 5)).not.toBe(message('2', 'contest-drawn', 6));
});

it('the alarm is raised at four fifths and at the end, once each', () => {
  const steps = [79, 80, 81, 99, 100, 101];
  expect(steps.map((after) => isAlarming(after - 1, after, 100))).toEqual([false, true, false, false, true, false]);
});
