import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { records } from '../../app';
import { addApproved, addEvent } from '../../approved.testing';
import { migrations } from '../../migrations';
import type { Db, Handle } from '../../platform/db';
import { openThrowawayDb } from '../../platform/db/throwaway';
import { addEvent as addSession } from '../sessions';
import { cancelOpenIn } from './follow-session.repository';
import { carryOrder } from './follow-session';
import { openOrderFor } from './open-order';
import { linesOf, participantIdsOf } from './order-lines.repository';
import type { Order } from './order.record';
import { findAnyOrder, lockOrderOfCandidate } from './order.repository';
import { MOMENT, OWED, addAttempt, addReceipt, openingOf, orderContext } from './order.testing';
import { settleAttempt } from './settle';

const UNIT = { accountId: null, unitId: 'u' } as const;

// One of two goes on in another session, as `transfer` has it: first the participant, then the order.
describe('of an order of two, one goes on elsewhere', () => {
  let db: Db;
  let mover: string;
  let stayer: string;
  let order: Order;
  beforeEach(async () => {
    db = await openThrowawayDb(records, migrations);
    await db.tx(async (h) => {
      await addEvent(h, 's', MOMENT.ms);
      await addTarget(h);
      mover = await addApproved(h, 's', 'a', 0);
      stayer = await addApproved(h, 's', 'b', 0);
      order = await openOrderFor(orderContext(h), openingOf('s', UNIT, [mover, stayer]));
    });
  });
  afterEach(() => db.close());

  const pay = () =>
    db.tx(async (h) => {
      const attempt = await addAttempt(h, order);
      return settleAttempt(orderContext(h), attempt, { transactionId: 'wx', paidFen: order.totalFen });
    });
  const carry = (revived: boolean) =>
    db.tx(async (h) => {
      await h.run("UPDATE participant SET event_id = 't' WHERE candidate_id = ?", [mover]);
      const carried = { applicationId: mover, accountId: 'a', sessionId: 't', revived };
      await carryOrder(orderContext(h), carried);
      return lockOrderOfCandidate(h, mover);
    });
  const first = () => db.read((h) => findAnyOrder(h, order.id));
  const query = <R>(sql: string) => db.read((h) => h.query<R>(sql));

  it('and owes there by an order of its own', async () => {
    const there = await carry(false);
    expect(there).toMatchObject({ state: 'open', eventId: 't', unitId: 'u', totalFen: OWED });
    expect(await first()).toMatchObject({ state: 'open', eventId: 's', totalFen: OWED });
    expect(await db.read((h) => participantIdsOf(h, [there?.id ?? '']))).toHaveLength(1);
  });

  it('and takes along what was paid, within the same order', async () => {
    await pay();
    expect(await carry(false)).toMatchObject({ id: order.id, state: 'settled', totalFen: 2 * OWED });
    const lines = await db.read((h) => linesOf(h, [order.id]));
    expect(lines.filter(({ eventId }) => eventId === 't').map(({ candidateId }) => candidateId)).toEqual([
      mover,
      mover,
    ]);
    expect(lines.flatMap(({ openKey }) => openKey ?? [])).toEqual([`${mover}:t`, `${stayer}:s`]);
    expect(await query('SELECT id FROM open_case')).toEqual([]);
  });

  it('and owes again what a cancelled session ended; a transfer claimed for both goes back once', async () => {
    const claim = await db.tx((h) => addReceipt(h, order, 'claimed'));
    await db.tx((h) => cancelOpenIn(h, 's', MOMENT.ms));
    expect(await carry(true)).toMatchObject({ state: 'open', eventId: 't', totalFen: OWED });
    expect((await first())?.state).toBe('cancelled');
    const returns = await query<object>('SELECT receipt_id, amount_fen FROM pay_return');
    expect(returns).toEqual([{ receipt_id: claim.id, amount_fen: 2 * OWED }]);
  });
});

/** Another session of the same notice, without windows. */
async function addTarget(h: Handle): Promise<void> {
  const days = { firstDay: MOMENT.day, lastDay: MOMENT.day };
  const of = { bodyId: 'bspia', noticeId: 'n', noticeVersionId: 'v', noticeVersion: 1 };
  await addSession(h, { id: 't', kind: 'session', ...of, state: 'published', ...days });
  await h.run(
    "INSERT INTO session (id, body_id, name, year, number, created_at) VALUES ('t', 'bspia', '一月', 2027, 1, ?)",
    [new Date(MOMENT.ms)],
  );
}
