import { fen } from '@jikaotong/shared/kernel';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { records } from '../../app';
import { migrations } from '../../migrations';
import { type Db, insert, newId } from '../../platform/db';
import { openThrowawayDb } from '../../platform/db/throwaway';
import { proveCount } from '../../prove-count.testing';
import { claimMatter, giveBack, listMonths, noteSent } from './text-message.repository';
import { textMessageRecord } from './text-message.record';

const MANY = proveCount(20);
const senders = Array.from({ length: MANY }, (_, at) => at);
const given = {
  accountId: 'a1',
  messageId: 'm1',
  bodyId: 'bspia',
  matter: 'payment-reminder:c1:2026-12-04',
  parts: 1,
  month: '2026-11',
  partFen: fen(5),
  mostAMonth: 1_000,
  nowMs: 0,
};

// A candidate must never get the same SMS twice, nor a body pay for it.
describe(`${MANY} senders of one matter at once`, () => {
  let db: Db;
  beforeEach(async () => {
    db = await openThrowawayDb(records, migrations);
  });
  afterEach(() => db.close());
  const month = async () => (await db.read((h) => listMonths(h, 'bspia', 12)))[0];
  const told = () => db.read((h) => h.repo(textMessageRecord).countBy({ accountId: 'a1' }));

  // The control: without the unique key each looks, finds nothing, and sends.
  it('would all send if each looked first and wrote afterwards', async () => {
    const seen = await Promise.all(senders.map(told));
    const sent = await Promise.all(
      seen.map((count, at) =>
        db.tx(async (h) => {
          if (count > 0) return false;
          const { accountId, messageId, bodyId, matter, parts } = given;
          const row = { id: newId(), accountId, messageId, bodyId, parts, state: 'sending' as const, receipt: null };
          await insert(h, textMessageRecord, { ...row, matter: `${matter}:${at}`, sentAt: 0 });
          return true;
        }),
      ),
    );
    expect(sent.filter(Boolean).length).toBeGreaterThan(1);
  });

  it('send one, which is counted once', async () => {
    const claims = await Promise.all(senders.map(() => db.tx((h) => claimMatter(h, given))));
    expect(claims.filter((claim) => claim === 'taken')).toHaveLength(MANY - 1);
    expect(await told()).toBe(1);
    expect(await month()).toMatchObject({ sent: 1, parts: 1, fen: 5, heldBack: 0 });
  });

  it('of many matters send no more than the month has left, and say how many are held back', async () => {
    const few = { ...given, mostAMonth: 7 };
    const claims = await Promise.all(
      senders.map((at) => db.tx((h) => claimMatter(h, { ...few, matter: `ticket-issued:${at}` }))),
    );
    expect(claims.filter((claim) => claim === 'full')).toHaveLength(MANY - 7);
    expect(claims.filter((claim) => typeof claim === 'object' && claim.isAlarming)).toHaveLength(2);
    expect(await told()).toBe(7);
    expect(await month()).toMatchObject({ sent: 7, parts: 7, fen: 35, heldBack: MANY - 7 });
  });

  it('may send again what surely did not go, and never what went', async () => {
    const first = await db.tx((h) => claimMatter(h, given));
    if (typeof first === 'string') throw new Error(first);
    await db.tx((h) => giveBack(h, first.id, given));
    await db.tx((h) => giveBack(h, first.id, given));
    expect(await month()).toMatchObject({ sent: 0, parts: 0, fen: 0 });
    const second = await db.tx((h) => claimMatter(h, given));
    if (typeof second === 'string') throw new Error(second);
    await db.tx((h) => noteSent(h, second.id, 'receipt'));
    await db.tx((h) => giveBack(h, second.id, given));
    expect(await db.tx((h) => claimMatter(h, given))).toBe('taken');
    expect(await month()).toMatchObject({ sent: 1, parts: 1, fen: 5 });
  });
});
