import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { records } from '../../app';
import { migrations } from '../../migrations';
import { type Db, updateWhere } from '../../platform/db';
import { openThrowawayDb } from '../../platform/db/throwaway';
import { addEvent } from '../../approved.testing';
import { proveCount } from '../../prove-count.testing';
import { cancelOpenIn, unsettle } from './follow-session.repository';
import { giveBack } from './give-back';
import type { Attempt } from './payment.record';
import { orderRecord } from './order.record';
import { findAnyOrder } from './order.repository';
import { MOMENT, OWED, addAttempt, addOrder, orderContext } from './order.testing';
import { settleAttempt } from './settle';

const MANY = proveCount(20);

// Who pays while the session is cancelled has either settled the order, which is given back once, or is a case.
describe(`${MANY} payments while their session is cancelled`, () => {
  let db: Db;
  let debts: Attempt[];
  beforeEach(async () => {
    db = await openThrowawayDb(records, migrations);
    debts = await db.tx(async (h) => {
      await addEvent(h, 's', MOMENT.ms);
      const attempts: Attempt[] = [];
      for (let at = 0; at < MANY; at += 1) attempts.push(await addAttempt(h, await addOrder(h, 's', `a${at}`)));
      return attempts;
    });
  });
  afterEach(() => db.close());

  const pay = (attempt: Attempt) =>
    db.tx((h) => settleAttempt(orderContext(h), attempt, { transactionId: attempt.id, paidFen: OWED }));
  const cancel = () => db.tx((h) => cancelOpenIn(h, 's', MOMENT.ms));
  /** As a candidate who leaves, or the job after the last day: several at once. */
  const leave = (attempt: Attempt) =>
    db.tx(async (h) => {
      if (!(await unsettle(h, attempt.orderId, MOMENT.ms))) return 0;
      const order = await findAnyOrder(h, attempt.orderId);
      return order ? giveBack(orderContext(h), order, { reason: '批次取消', part: null }) : 0;
    });
  const count = async (sql: string) => Number((await db.read((h) => h.query<{ n: number }>(sql)))[0]?.n);

  it('each settle or become a case, and each that settled is given back once', async () => {
    const half = Math.floor(MANY / 2);
    // one is surely before and one surely after, whoever wins the race of those between
    const before = await Promise.all(debts.slice(0, 1).map(pay));
    const first = debts.slice(1, half).map(pay);
    const cancelled = cancel();
    const racing = await Promise.all([...first, ...debts.slice(half, -1).map(pay)]);
    await cancelled;
    const outcomes = [...before, ...racing, ...(await Promise.all(debts.slice(-1).map(pay)))];
    expect(new Set(outcomes)).toEqual(new Set(['settled', 'paid-late']));
    expect(await count(`SELECT COUNT(*) AS n FROM pay_order WHERE state = 'open'`)).toBe(0);
    const settled = outcomes.filter((outcome) => outcome === 'settled').length;
    expect(await count(`SELECT COUNT(*) AS n FROM open_case WHERE kind = 'paid-late'`)).toBe(MANY - settled);

    const back = await Promise.all(debts.flatMap((debt) => [leave(debt), leave(debt), leave(debt)]));
    expect(back.filter((sum) => sum === OWED)).toHaveLength(settled);
    expect(await count('SELECT COUNT(*) AS n FROM pay_refund')).toBe(settled);
    expect(await count(`SELECT COUNT(*) AS n FROM open_case WHERE kind = 'refund-due'`)).toBe(settled);
    // every fen that came in is owed back by exactly one case
    expect(await count('SELECT SUM(amount_fen) AS n FROM open_case')).toBe(MANY * OWED);
  });

  it('lose money in a twin that looks before it cancels', async () => {
    const looks = await Promise.all(debts.map(({ orderId }) => db.read((h) => findAnyOrder(h, orderId))));
    await Promise.all(debts.map(pay));
    // as a cancellation would that trusts what it saw: the payments in between are written over
    for (const order of looks.filter((look) => look?.state === 'open'))
      await db.tx((h) =>
        updateWhere(h, orderRecord, { id: order?.id ?? '' }, { state: 'cancelled', endedAt: MOMENT.ms }),
      );
    const back = await Promise.all(debts.map(leave));
    expect(back.filter((sum) => sum === OWED)).toHaveLength(0);
    expect(await count('SELECT COUNT(*) AS n FROM open_case')).toBe(0);
  });
});
