import { type Fen, fen } from '@jikaotong/shared/kernel';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { records } from '../../app';
import { addApproved, addEvent } from '../../approved.testing';
import { migrations } from '../../migrations';
import type { Db } from '../../platform/db';
import { openThrowawayDb } from '../../platform/db/throwaway';
import { cancelOrder, giveBackOf } from './leave-order';
import type { Attempt } from './payment.record';
import { findAttempt } from './payment.repository';
import { openOrderFor } from './open-order';
import { linesOf } from './order-lines.repository';
import { type Order, payerOf } from './order.record';
import { changeOrderOwner, findAnyOrder, lockOwnOrder } from './order.repository';
import { MOMENT, OWED, addAttempt, addReceipt, answerTo, openingOf, orderContext } from './order.testing';
import { lapse } from './receipt';
import { settleAttempt, settleOrder } from './settle';

const UNIT = { accountId: null, unitId: 'u' } as const;
const times = (count: number): Fen => fen(count * OWED);

let db: Db;
let told: string[];
let candidates: string[];
beforeEach(async () => {
  db = await openThrowawayDb(records, migrations);
  told = [];
  candidates = await db.tx(async (h) => {
    await addEvent(h, 's', MOMENT.ms);
    return [await addApproved(h, 's', 'a', 0), await addApproved(h, 's', 'b', 0), await addApproved(h, 's', 'c', 0)];
  });
});
afterEach(() => db.close());

const open = (of: readonly string[] = candidates): Promise<Order> =>
  db.tx((h) => openOrderFor(orderContext(h, told), openingOf('s', UNIT, of)));
const pay = async (order: Order, paidFen: Fen = order.totalFen): Promise<Attempt> =>
  db.tx(async (h) => {
    const attempt = await addAttempt(h, { id: order.id, totalFen: paidFen });
    await settleAttempt(orderContext(h, told), attempt, { transactionId: 'wx', paidFen });
    return attempt;
  });
const giveBack = (candidateId: string) => db.tx((h) => giveBackOf(orderContext(h), candidateId, '改期，全额退费'));
const stepBack = (applicationId: string) => db.tx((h) => cancelOrder(orderContext(h), { applicationId }));
const seen = (id: string) => db.read((h) => findAnyOrder(h, id));
const standing = async (id: string) =>
  (await db.read((h) => linesOf(h, [id]))).filter(({ endedAt }) => endedAt === null).map((line) => line.candidateId);
const rows = <R>(sql: string) => db.read((h) => h.query<R>(sql));
const sum = async (sql: string) => Number((await rows<{ n: number | string | null }>(sql))[0]?.n ?? 0);
const states = async () =>
  (await rows<{ s: string }>('SELECT order_state AS s FROM participant ORDER BY candidate_id')).map(({ s }) => s);
const cases = () =>
  rows<{ kind: string; about: string | null; fen: number | string }>(
    'SELECT kind, candidate_id AS about, amount_fen AS fen FROM open_case ORDER BY id',
  );

describe('an order of several candidates', () => {
  it('is owed by a unit, opens for all and settles for all, once', async () => {
    const order = await open();
    expect(order).toMatchObject({ accountId: null, unitId: 'u', totalFen: times(3), state: 'open' });
    expect(await states()).toEqual(['open', 'open', 'open']);
    await pay(order);
    expect((await seen(order.id))?.state).toBe('settled');
    expect(await states()).toEqual(['settled', 'settled', 'settled']);
    expect(told).toEqual(['orderSettled', 'orderSettled', 'orderSettled']);
    // an agent has no messages yet, and the candidates did not pay
    expect(await rows('SELECT id FROM message')).toEqual([]);
  });

  it('lapses for all of them, and they may owe again', async () => {
    const order = await open();
    expect(await db.tx((h) => lapse(orderContext(h), order))).toBe(true);
    expect((await seen(order.id))?.state).toBe('lapsed');
    expect(await states()).toEqual(['lapsed', 'lapsed', 'lapsed']);
    expect(await db.tx((h) => lapse(orderContext(h), order))).toBe(false);
    expect((await open()).totalFen).toBe(times(3));
  });

  it('loses one who steps back before it is paid, and is paid at what is left', async () => {
    const order = await open();
    const [first = '', ...others] = candidates;
    await stepBack(first);
    expect(await seen(order.id)).toMatchObject({ state: 'open', totalFen: times(2) });
    expect(new Set(await standing(order.id))).toEqual(new Set(others));
    expect(await states()).toEqual(['cancelled', 'open', 'open']);
    // paid at this moment at the old sum: nobody's money is kept that is not owed
    await pay(order, times(3));
    expect((await cases()).map(({ kind, about }) => ({ kind, about }))).toEqual([
      { kind: 'amount-mismatch', about: null },
    ]);
    expect((await seen(order.id))?.state).toBe('open');
    await pay(order, times(2));
    expect((await seen(order.id))?.state).toBe('settled');
    expect(told).toHaveLength(2);
  });

  it('ends when the last one steps back', async () => {
    const order = await open();
    for (const candidateId of candidates) await stepBack(candidateId);
    expect(await seen(order.id)).toMatchObject({ state: 'cancelled', totalFen: OWED });
    expect((await open()).state).toBe('open');
  });

  it('lets nobody step back while a transfer for all is looked for, nor once it is paid', async () => {
    const order = await open();
    const [first = ''] = candidates;
    const claim = await db.tx((h) => addReceipt(h, order, 'claimed'));
    expect(await answerTo(stepBack(first))).toEqual({ refused: 'wrong-state', data: { state: 'transfer-claimed' } });
    expect(await standing(order.id)).toHaveLength(6);
    await db.tx((h) => settleOrder(orderContext(h), order, claim.id));
    expect(await answerTo(stepBack(first))).toEqual({ refused: 'already-paid', data: { of: 'leaving' } });
  });

  it('gives back the lines of one and no more, then those of the others', async () => {
    const order = await open();
    const { id: attemptId } = await pay(order);
    const [first = '', second = '', third = ''] = candidates;
    expect(await giveBack(first)).toBe(OWED);
    expect(await giveBack(first)).toBeNull();
    expect(await seen(order.id)).toMatchObject({ state: 'settled', totalFen: times(2) });
    expect(await states()).toEqual(['cancelled', 'settled', 'settled']);
    expect(await cases()).toEqual([{ kind: 'refund-due', about: first, fen: OWED }]);
    expect(await giveBack(second)).toBe(OWED);
    // the last one ends the order itself
    expect(await giveBack(third)).toBe(OWED);
    expect((await seen(order.id))?.state).toBe('cancelled');
    expect((await cases()).map(({ about }) => about)).toEqual([first, second, third]);
    expect(await sum('SELECT SUM(amount_fen) AS n FROM pay_refund')).toBe(times(3));
    expect(await db.read((h) => findAttempt(h, attemptId))).toMatchObject({ paidFen: times(3), refundFen: times(3) });
  });

  it('gives back by hand what came by hand, a sum for each', async () => {
    const order = await open();
    const receipt = await db.tx((h) => addReceipt(h, order, 'confirmed'));
    await db.tx((h) => settleOrder(orderContext(h), order, receipt.id));
    for (const candidateId of candidates) expect(await giveBack(candidateId)).toBe(OWED);
    expect(await rows('SELECT receipt_id, amount_fen FROM pay_return')).toEqual(
      candidates.map(() => ({ receipt_id: receipt.id, amount_fen: OWED })),
    );
    expect(await sum('SELECT return_fen AS n FROM pay_receipt')).toBe(times(3));
  });

  it('has one who pays: a unit keeps its order when a candidate takes over what was entered', async () => {
    const order = await open();
    expect(payerOf(order)).toEqual(UNIT);
    expect(await db.tx((h) => changeOrderOwner(h, order.id, 'a'))).toBe(0);
    expect(await db.tx((h) => lockOwnOrder(h, 'a', order.id))).toBeNull();
    expect(() => payerOf({ ...order, accountId: 'a' })).toThrow('two who pay');
  });
});
