import { fen } from '@jikaotong/shared/kernel';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { records } from '../../app';
import { addApproved, addEvent } from '../../approved.testing';
import { migrations } from '../../migrations';
import { type Db, type Handle, newId } from '../../platform/db';
import { openThrowawayDb } from '../../platform/db/throwaway';
import { proveCount } from '../../prove-count.testing';
import { giveBackOf } from './leave-order';
import type { Attempt } from './payment.record';
import { findAttempt, insertRefund } from './payment.repository';
import { openOrderFor } from './open-order';
import type { Order } from './order.record';
import { insertOrder } from './order.repository';
import { MOMENT, OWED, addAttempt, answerTo, openingOf, orderContext } from './order.testing';
import { settleAttempt } from './settle';

const MANY = proveCount(10);
const many = Array.from({ length: MANY }, (_, at) => at);
const ALL = fen(3 * OWED);
const UNIT = { accountId: null, unitId: 'u' } as const;

describe(`${MANY} at once`, () => {
  let db: Db;
  let candidates: string[];
  beforeEach(async () => {
    db = await openThrowawayDb(records, migrations);
    candidates = await db.tx(async (h) => {
      await addEvent(h, 's', MOMENT.ms);
      return [await addApproved(h, 's', 'a', 0), await addApproved(h, 's', 'b', 0), await addApproved(h, 's', 'c', 0)];
    });
  });
  afterEach(() => db.close());

  const open = (): Promise<Order> => db.tx((h) => openOrderFor(orderContext(h), openingOf('s', UNIT, candidates)));
  const pay = async (order: Order): Promise<Attempt> =>
    db.tx(async (h) => {
      const attempt = await addAttempt(h, order);
      await settleAttempt(orderContext(h), attempt, { transactionId: 'wx', paidFen: order.totalFen });
      return attempt;
    });
  const giveBack = (candidateId: string) => db.tx((h) => giveBackOf(orderContext(h), candidateId, '改期，全额退费'));
  const sum = async (sql: string) =>
    Number((await db.read((h) => h.query<{ n: number | string | null }>(sql)))[0]?.n ?? 0);
  const opening = (h: Handle) => openOrderFor(orderContext(h), openingOf('s', UNIT, candidates.slice(0, 1)));
  it('open one order for a candidate and an event', async () => {
    const answers = await Promise.all(many.map(() => answerTo(db.tx(opening))));
    expect(answers.filter((answer) => answer === null)).toHaveLength(1);
    const refused = { refused: 'wrong-state', data: { state: 'owes-already' } };
    expect(answers.filter((answer) => answer !== null)).toEqual(many.slice(1).map(() => refused));
    expect(await sum('SELECT COUNT(*) AS n FROM pay_order')).toBe(1);
  });

  it('open one each in a twin without the key, which looks first', async () => {
    const [candidateId = ''] = candidates;
    const looks = await Promise.all(many.map(() => sum('SELECT COUNT(*) AS n FROM pay_order')));
    const model = openingOf('s', UNIT, [candidateId]);
    for (const found of looks)
      if (found === 0)
        await db.tx(async (h) => {
          const { payer, owed, ...of } = model;
          const id = newId();
          const ended = { settledAt: null, settledBy: null, endedAt: null };
          const order = {
            id,
            number: id.slice(-20),
            ...payer,
            ...of,
            state: 'open',
            turn: 1,
            totalFen: OWED,
            openedAt: 0,
            ...ended,
          } as const;
          const lines = (owed[0]?.fees ?? []).map((fee, position) => {
            return {
              id: newId(),
              orderId: id,
              candidateId,
              eventId: 's',
              position,
              ...fee,
              openKey: null,
              endedAt: null,
            };
          });
          await insertOrder(h, order, lines);
        });
    expect(await sum('SELECT COUNT(*) AS n FROM pay_order')).toBe(MANY);
  });

  it('give the lines of one back once, and those of all never more than was paid', async () => {
    await pay(await open());
    const [first = '', ...others] = candidates;
    const back = await Promise.all(many.map(() => giveBack(first)));
    expect(back.filter((given) => given === OWED)).toHaveLength(1);
    const rest = await Promise.all(others.flatMap((candidateId) => many.map(() => giveBack(candidateId))));
    expect(rest.filter((given) => given === OWED)).toHaveLength(2);
    expect(await sum('SELECT SUM(amount_fen) AS n FROM pay_refund')).toBe(ALL);
    expect(await sum('SELECT refund_fen AS n FROM pay_attempt')).toBe(ALL);
  });

  it('give back more than was paid in a twin that looks before it sets aside', async () => {
    const order = await open();
    const attempt = await pay(order);
    const looks = await Promise.all(many.map(() => db.read((h) => findAttempt(h, attempt.id))));
    for (const look of looks)
      if (look && look.refundFen + OWED <= (look.paidFen ?? 0))
        await db.tx((h) => {
          const id = newId();
          const made = { requestedAt: 0, requestedBy: null, endedAt: null, reason: null, amountFen: OWED };
          const of = { orderId: order.id, attemptId: attempt.id, caseId: id, outRefundNo: id.replaceAll('-', '') };
          return insertRefund(h, { id, ...of, ...made, state: 'requested' });
        });
    expect(await sum('SELECT SUM(amount_fen) AS n FROM pay_refund')).toBeGreaterThan(ALL);
  });
});
