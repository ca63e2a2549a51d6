import { fen } from '@jikaotong/shared/kernel';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { records } from '../../app';
import { migrations } from '../../migrations';
import { type Db, type Handle, updateWhere } from '../../platform/db';
import { openThrowawayDb } from '../../platform/db/throwaway';
import { addEvent } from '../../approved.testing';
import type { Attempt } from './payment.record';
import { findAttempt } from './payment.repository';
import { findAnyOrder } from './order.repository';
import { MOMENT, OWED, addAttempt, addOrder, orderContext } from './order.testing';
import { orderRecord } from './order.record';
import { proveCount } from '../../prove-count.testing';
import { settleAttempt, settleOrder } from './settle';

const MANY = proveCount(20);

describe(`${MANY} tellings of money at once`, () => {
  let db: Db;
  let orderId: string;
  let told: string[];
  beforeEach(async () => {
    db = await openThrowawayDb(records, migrations);
    told = [];
    orderId = await db.tx(async (h) => {
      await addEvent(h, 's', MOMENT.ms);
      return (await addOrder(h, 's', 'a')).id;
    });
  });
  afterEach(() => db.close());

  const contextOn = (h: Handle) => orderContext(h, told);
  const settle = (attempt: Attempt, paidFen = OWED) =>
    db.tx((h) => settleAttempt(contextOn(h), attempt, { transactionId: 'wx1', paidFen }));
  const messages = async () =>
    (await db.read((h) => h.query<{ code: string }>('SELECT code FROM message'))).map(({ code }) => code);
  const anAttempt = (): Promise<Attempt> => db.tx((h) => addAttempt(h, { id: orderId, totalFen: OWED }));

  it('settle once when they are about one attempt', async () => {
    const attempt = await anAttempt();
    const outcomes = await Promise.all(Array.from({ length: MANY }, () => settle(attempt)));
    expect(outcomes.filter((outcome) => outcome === 'settled')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'known')).toHaveLength(MANY - 1);
    expect(told).toEqual(['orderSettled']);
    expect(await messages()).toEqual(['payment-settled']);
    expect(await db.read((h) => findAttempt(h, attempt.id))).toMatchObject({ state: 'succeeded', paidFen: OWED });
  });

  it('settle once when they are about as many attempts, and each other one is a case', async () => {
    const attempts = await Promise.all(Array.from({ length: MANY }, anAttempt));
    const receipt = db.tx((h) => settleOrder(contextOn(h), { id: orderId, totalFen: OWED }, 'a-receipt'));
    const outcomes: string[] = await Promise.all(attempts.map((attempt) => settle(attempt)));
    outcomes.push((await receipt) ? 'settled' : 'paid-twice');
    expect(outcomes.filter((outcome) => outcome === 'settled')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'paid-twice')).toHaveLength(MANY);
    expect(told).toEqual(['orderSettled']);
    expect(await messages()).toEqual(['payment-settled']);
  });

  it('settle more than once in a twin that looks before it writes', async () => {
    // everybody looks before anybody writes: the order that a guard must survive, not one met by luck
    const looks = await Promise.all(Array.from({ length: MANY }, () => db.read((h) => findAnyOrder(h, orderId))));
    let settled = 0;
    for (const look of looks.filter((order) => order?.state === 'open')) {
      expect(look?.id).toBe(orderId);
      await db.tx((h) => updateWhere(h, orderRecord, { id: orderId }, { state: 'settled', settledAt: MOMENT.ms }));
      settled += 1;
    }
    expect(settled).toBeGreaterThan(1);
  });

  it('keep a wrong amount and money for an order that is over as cases', async () => {
    expect(await settle(await anAttempt(), fen(OWED - 1))).toBe('amount-mismatch');
    expect(await settle(await anAttempt(), fen(OWED + 1))).toBe('amount-mismatch');
    await db.tx((h) => updateWhere(h, orderRecord, { id: orderId }, { state: 'lapsed' }));
    expect(await settle(await anAttempt())).toBe('paid-late');
    const cases = await db.read((h) => h.query<{ kind: string }>('SELECT kind FROM open_case ORDER BY id'));
    expect(cases.map(({ kind }) => kind)).toEqual(['amount-mismatch', 'amount-mismatch', 'paid-late']);
    expect(told).toEqual([]);
    expect(await messages()).toEqual([]);
  });
});
