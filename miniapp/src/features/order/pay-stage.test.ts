import { localDate } from '@jikaotong/shared/kernel';
import { fen } from '@jikaotong/shared/kernel';
import { describe, expect, it } from 'vitest';
import { payStageOf } from './pay-stage';

const open: Parameters<typeof payStageOf>[0] = {
  state: 'open',
  attempts: [],
  receipts: [],
  payBy: localDate('2026-12-04'),
};
const attempt = (state: 'prepaid' | 'closed') => ({ id: 't1', method: 'h5', state, createdAt: 1 }) as const;
const receipt = (state: 'claimed' | 'refused') =>
  ({
    id: 'r1',
    method: 'transfer',
    state,
    amountFen: fen(28000),
    paidOn: localDate('2026-11-25'),
    reference: null,
    voucherUrl: null,
    reason: null,
  }) as const;
const on = (day: string, change: object = {}) => payStageOf({ ...open, ...change }, localDate(day));

describe('how an order stands', () => {
  it('may be paid through its last day', () => {
    expect([on('2026-12-03'), on('2026-12-04'), on('2026-12-05')]).toEqual(['to-pay', 'to-pay', 'over']);
  });

  it('is asked about while a payment is under way, the last day over or not', () => {
    expect(on('2026-12-05', { attempts: [attempt('prepaid')] })).toBe('asking');
    expect(on('2026-12-04', { attempts: [attempt('closed')] })).toBe('to-pay');
  });

  it('waits for finance once a voucher is in, and not after it was refused', () => {
    expect(on('2026-12-04', { receipts: [receipt('claimed')] })).toBe('claimed');
    expect(on('2026-12-04', { receipts: [receipt('refused')] })).toBe('to-pay');
  });

  it('is settled or over whatever else there is', () => {
    expect(on('2027-01-01', { state: 'settled', attempts: [attempt('prepaid')] })).toBe('settled');
    expect(on('2026-11-25', { state: 'lapsed' })).toBe('over');
  });
});
