import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { records } from '../../app';
import { addEvent } from '../../approved.testing';
import { migrations } from '../../migrations';
import { type Db, updateWhere } from '../../platform/db';
import { openThrowawayDb } from '../../platform/db/throwaway';
import { proveCount } from '../../prove-count.testing';
import { orderLineRecord, orderRecord } from './order.record';
import { MOMENT, OWED, addOrder, addReceipt, answerTo, openingOf, orderContext } from './order.testing';
import { findAnyOrder, lockOrderForBodies } from './order.repository';
import { openOrderFor } from './open-order';
import { standingLinesOf } from './order-lines.repository';
import { lapse } from './receipt';
import { reinstateOrder } from './reinstate';
import { settleOrder } from './settle';

const MANY = proveCount(20);

describe('an order that lapses while its money is booked', () => {
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

  const order = () => db.read((h) => findAnyOrder(h, orderId));
  /** As the job after the last day. */
  const end = () =>
    db.tx(async (h) => {
      const found = await findAnyOrder(h, orderId);
      return found?.state === 'open' && lapse(orderContext(h, told), found);
    });
  /** As finance books money that came in time: by whatever the order has become when it is held. */
  const book = () =>
    db.tx(async (h) => {
      const held = await lockOrderForBodies(h, ['bspia'], orderId);
      if (!held || held.state === 'settled') return false;
      const receipt = await addReceipt(h, held, 'confirmed');
      const by = held.state === 'lapsed' ? reinstateOrder : settleOrder;
      return by(orderContext(h, told), held, receipt.id);
    });
  const again = () => db.tx((h) => reinstateOrder(orderContext(h, told), { id: orderId, totalFen: OWED }, 'r'));

  it(`is settled in the end, once, whoever of ${MANY} comes first`, async () => {
    const booked = await Promise.all(Array.from({ length: MANY }, (_, at) => (at % 4 === 0 ? end() : book())));
    expect(booked.filter((_, at) => at % 4 !== 0 && booked[at] === true)).toHaveLength(1);
    expect(await order()).toMatchObject({ state: 'settled', endedAt: null });
    expect(told.filter((name) => name === 'orderSettled')).toHaveLength(1);
    const [first] = await db.read((h) => standingLinesOf(h, orderId));
    expect(first?.openKey).toBe(`${first?.candidateId}:s`);
  });

  it(`is undone once by ${MANY} at once, while a twin that looks before it writes undoes it often`, async () => {
    await end();
    expect((await Promise.all(Array.from({ length: MANY }, again))).filter(Boolean)).toHaveLength(1);
    // everybody looks before anybody writes: the order that a guard must survive, not one met by luck
    await db.tx((h) => updateWhere(h, orderRecord, { id: orderId }, { state: 'lapsed' }));
    const looks = await Promise.all(Array.from({ length: MANY }, order));
    let undone = 0;
    for (const look of looks.filter((one) => one?.state === 'lapsed')) {
      expect(look?.id).toBe(orderId);
      await db.tx((h) => updateWhere(h, orderRecord, { id: orderId }, { state: 'settled', settledAt: MOMENT.ms }));
      undone += 1;
    }
    expect(undone).toBe(MANY);
  });

  it('is not undone where its candidate owes for the same event anew', async () => {
    await end();
    const [line] = await db.read((h) => standingLinesOf(h, orderId));
    const opening = openingOf('s', { accountId: 'a', unitId: null }, [line?.candidateId ?? '']);
    const anew = await db.tx((h) => openOrderFor(orderContext(h), opening));
    expect(await answerTo(again())).toMatchObject({ refused: 'wrong-state', data: { state: 'owes-already' } });
    expect(await order()).toMatchObject({ state: 'lapsed', settledBy: null });
    await db.tx((h) => updateWhere(h, orderLineRecord, { orderId: anew.id }, { openKey: null }));
    expect(await again()).toBe(true);
  });
});
