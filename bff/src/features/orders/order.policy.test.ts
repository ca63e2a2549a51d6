import { fen, instantAt, localDate, timeOfDay } from '@jikaotong/shared/kernel';
import { describe, expect, it } from 'vitest';
import {
  LONGEST_ATTEMPT_MS,
  SHORTEST_ATTEMPT_MS,
  attemptEndMs,
  methodsOf,
  nextQueryAgeMs,
  refusePaying,
  refuseTaking,
  reminderMs,
  reusable,
  withReturn,
} from './order.policy';
import { attemptTo } from './order.testing';

const payBy = localDate('2026-12-04');
const end = instantAt(payBy, timeOfDay('24:00'));

describe('when an order may be paid', () => {
  const order = { state: 'open' as const, payOpens: localDate('2026-11-23'), payBy };
  it.each([
    ['2026-11-22', 'too-early'],
    ['2026-11-23', undefined],
    ['2026-12-04', undefined],
    ['2026-12-05', 'too-late'],
  ])('on %s: %s', (day, code) => {
    expect(refusePaying(order, localDate(day))?.refused).toBe(code);
  });
  it.each([
    ['open', undefined],
    ['settled', 'already-paid'],
    ['lapsed', 'order-closed'],
    ['cancelled', 'order-closed'],
  ] as const)('%s: %s', (state, code) => {
    expect(refuseTaking({ state })?.refused).toBe(code);
  });
});

describe('how long an attempt lives', () => {
  // the demonstration clock runs far from the wall clock
  const wallMs = Date.UTC(2024, 0, 1);
  const until = (leftMs: number) => attemptEndMs({ payBy }, { ms: end - leftMs, wallMs });
  it('is as far from now on the wall as the window’s end is in business time', () => {
    expect(until(3_600_000)).toBe(wallMs + 3_600_000);
  });
  it.each([
    [SHORTEST_ATTEMPT_MS - 1, null],
    [SHORTEST_ATTEMPT_MS, wallMs + SHORTEST_ATTEMPT_MS],
    [LONGEST_ATTEMPT_MS, wallMs + LONGEST_ATTEMPT_MS],
    [LONGEST_ATTEMPT_MS + 1, wallMs + LONGEST_ATTEMPT_MS],
  ])('with %i ms left: %s', (leftMs, expected) => {
    expect(until(leftMs)).toBe(expected);
  });
  it('without a deadline is as long as WeChat lets it', () => {
    expect(attemptEndMs({ payBy: null }, { ms: end, wallMs })).toBe(wallMs + LONGEST_ATTEMPT_MS);
  });
});

describe('an attempt to go on with', () => {
  const wallMs = Date.UTC(2024, 0, 1);
  const wanted = { begunBy: 'a', method: 'jsapi', merchantId: 'm', amountFen: fen(28_000), wallMs } as const;
  const living = attemptTo({ ...wanted, expiresAt: wallMs + SHORTEST_ATTEMPT_MS });
  it.each([
    ['the same', living, true],
    ['of more than is owed', { ...living, amountFen: fen(28_001) }, false],
    ['of less than is owed', { ...living, amountFen: fen(27_999) }, false],
    ['of another agent of the unit', { ...living, begunBy: 'b' }, false],
    ['from before it was noted whose', { ...living, begunBy: null }, true],
    ['of another way', { ...living, method: 'h5' as const }, false],
    ['of another merchant', { ...living, merchantId: 'n' }, false],
    ['of too little time', { ...living, expiresAt: living.expiresAt - 1 }, false],
  ])('%s', (_, attempt, isUsed) => {
    expect(reusable([attempt], wanted)).toBe(isUsed ? attempt : null);
  });
});

describe('a reminder', () => {
  const morning = instantAt(localDate('2026-12-03'), timeOfDay('09:00'));
  it.each([
    [morning - 1, morning],
    [morning, null],
    [morning + 1, null],
  ])('asked at %i is due at %s', (nowMs, due) => {
    expect(reminderMs({ payBy }, nowMs)).toBe(due);
    expect(reminderMs({ payBy: null }, nowMs)).toBeNull();
  });
});

describe('the way back from the cashier', () => {
  const ours = 'https://kao.example.org';
  it.each([
    [`${ours}`, true],
    [`${ours}/#/pay`, true],
    [`${ours}?a=1`, true],
    [`${ours}.evil.example/`, false],
    [`${ours}@evil.example/`, false],
    ['https://evil.example/', false],
    [null, false],
  ])('%s: %s', (returnUrl, taken) => {
    const address = withReturn('https://wx.example/cashier?prepay_id=1', returnUrl, ours);
    expect(address.includes('redirect_url=')).toBe(taken);
    expect(address.startsWith('https://wx.example/cashier?prepay_id=1')).toBe(true);
  });
});

it('offers WeChat only where the body has a merchant', () => {
  const source = { assumed: 'a test' };
  const method = (name: 'online' | 'bank-transfer' | 'cheque' | 'cash') => ({
    method: name,
    where: 'online' as const,
    source,
  });
  const fees = {
    year: { value: 2026, source },
    rows: [],
    retakeMaterial: { value: 'never' as const, source },
    payee: null,
    methods: [method('online'), method('bank-transfer'), method('cash')],
    refundForPersonalReasons: null,
    invoice: [],
  };
  expect(methodsOf(fees, ['wechat'])).toEqual(['wechat', 'transfer', 'cash']);
  expect(methodsOf(fees, [])).toEqual(['transfer', 'cash']);
  expect(methodsOf(null, ['wechat'])).toEqual([]);
});

describe('when an attempt is asked about', () => {
  const [minute, hour] = [60_000, 3_600_000];
  it.each([
    [0, 2 * minute],
    [2 * minute - 1, 2 * minute],
    [2 * minute, 15 * minute],
    [15 * minute, 2 * hour],
    [2 * hour, 4 * hour],
    [4 * hour, 8 * hour],
    [8 * hour, 14 * hour],
    [21 * hour, 26 * hour],
  ])('after %i ms: at %i', (ageMs, next) => expect(nextQueryAgeMs(ageMs)).toBe(next));
});
