import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { records } from '../../app';
import { addEvent } from '../../approved.testing';
import { migrations } from '../../migrations';
import { type Db, updateWhere } from '../../platform/db';
import { openThrowawayDb } from '../../platform/db/throwaway';
import { proveCount } from '../../prove-count.testing';
import { MOMENT, OWED, addOrder, addReceipt, answerTo, orderContext } from './order.testing';
import { orderRecord } from './order.record';
import { findAnyOrder, unsettleIf } from './order.repository';
import { type Receipt, receiptRecord } from './payment.record';
import { findReceipt } from './payment.repository';
import { giveBack } from './give-back';
import { settleOrder } from './settle';
import { undo } from './undo-receipt';
import { unsettle } from './follow-session.repository';

const MANY = proveCount(20);

describe(`cash that was booked by mistake, undone by ${MANY} at once`, () => {
  let db: Db;
  let orderId: string;
  let receipt: Receipt;
  let told: string[];
  beforeEach(async () => {
    db = await openThrowawayDb(records, migrations);
    told = [];
    await db.tx(async (h) => {
      await addEvent(h, 's', MOMENT.ms);
      const order = await addOrder(h, 's', 'a');
      orderId = order.id;
      receipt = await addReceipt(h, order, 'confirmed');
      await settleOrder(orderContext(h), order, receipt.id);
    });
  });
  afterEach(() => db.close());

  const order = () => db.read((h) => findAnyOrder(h, orderId));
  const undoIt = () => db.tx((h) => undo(orderContext(h, told), { id: orderId }, receipt, '点错了'));
  /** Leaves and is given back what was paid, in fen; 0 where nothing was paid. */
  const leave = () =>
    db.tx(async (h) => {
      if (!(await unsettle(h, orderId, MOMENT.ms))) return 0;
      const found = await findAnyOrder(h, orderId);
      return found ? giveBack(orderContext(h), found, { reason: '退出', part: null }) : 0;
    });
  const answers = async (attempts: readonly Promise<unknown>[]) => Promise.all(attempts.map(answerTo));

  it('is undone once, and the order is open', async () => {
    const all = await answers(Array.from({ length: MANY }, undoIt));
    expect(all.filter((answer) => answer === null)).toHaveLength(1);
    expect(all.filter((answer) => answer?.refused === 'wrong-state')).toHaveLength(MANY - 1);
    expect(told).toEqual(['orderUnsettled']);
    expect(await order()).toMatchObject({ state: 'open', settledBy: null, settledAt: null });
    expect(await db.read((h) => findReceipt(h, receipt.id))).toMatchObject({ state: 'undone' });
    expect(await db.tx((h) => settleOrder(orderContext(h), { id: orderId, totalFen: OWED }, 'another'))).toBe(true);
  });

  it('is either undone or given back, never both', async () => {
    const [undone, ...back] = await Promise.all([answerTo(undoIt()), leave(), leave()]);
    const returned = back.filter((sum) => sum === OWED).length;
    expect(returned + (undone === null ? 1 : 0)).toBe(1);
    const stands = await db.read((h) => findReceipt(h, receipt.id));
    expect([stands?.state, stands?.returnFen]).toEqual(returned === 1 ? ['confirmed', OWED] : ['undone', 0]);
  });

  it('is not undone once it is given back, and is given back once', async () => {
    expect(await leave()).toBe(OWED);
    expect((await answerTo(undoIt()))?.refused).toBe('wrong-state');
    expect(await leave()).toBe(0);
  });

  it('is undone by everybody in a twin that looks before it writes', async () => {
    const looks = await Promise.all(Array.from({ length: MANY }, () => db.read((h) => findReceipt(h, receipt.id))));
    let undone = 0;
    for (const look of looks.filter((one) => one?.state === 'confirmed'))
      await db.tx(async (h) => {
        await updateWhere(h, receiptRecord, { id: look?.id ?? '' }, { state: 'undone' });
        await updateWhere(h, orderRecord, { id: orderId }, { state: 'open', settledBy: null });
        undone += 1;
      });
    expect(undone).toBe(MANY);
    expect(await db.tx((h) => unsettleIf(h, orderId, receipt.id))).toBe(false);
  });
});
