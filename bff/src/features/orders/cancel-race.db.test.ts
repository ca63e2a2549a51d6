import { fen, localDate } from '@jikaotong/shared/kernel';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { records } from '../../app';
import { migrations } from '../../migrations';
import { type Db, newId, updateWhere } from '../../platform/db';
import { openThrowawayDb } from '../../platform/db/throwaway';
import type { Context } from '../../platform/http';
import { addApproved, addEvent } from '../../approved.testing';
import { proveCount } from '../../prove-count.testing';
import { cancelOpenIn, unsettle } from './change.repository';
import { giveBack } from './give-back';
import type { Attempt } from './money.record';
import { insertAttempt } from './money.repository';
import { orderRecord } from './order.record';
import { findAnyOrder, insertOrder } from './order.repository';
import { settleAttempt } from './settle';

const now = { ms: Date.UTC(2026, 10, 24), day: localDate('2026-11-24'), wallMs: Date.UTC(2026, 10, 24) };
const owed = fen(28_000);
const MANY = proveCount(20);

// Who pays while the session is cancelled has either settled her order, which is given back once, or is a case.
describe(`${MANY} payments while their session is cancelled`, () => {
  let db: Db;
  let debts: Attempt[];
  beforeEach(async () => {
    db = await openThrowawayDb(records, migrations);
    debts = await db.tx(async (h) => {
      await addEvent(h, 's', now.ms);
      const attempts: Attempt[] = [];
      for (let at = 0; at < MANY; at += 1) attempts.push(await openDebt(h, at));
      return attempts;
    });
  });
  afterEach(() => db.close());

  const contextOn = (h: Context['h']): Context => ({
    h,
    now,
    ports: { config: { wechat: { messageTemplates: {} } } } as Context['ports'],
    requestId: 'test',
    audit: () => {},
    emit: () => Promise.resolve(),
  });
  const pay = (attempt: Attempt) =>
    db.tx((h) => settleAttempt(contextOn(h), attempt, { transactionId: attempt.id, paidFen: owed }));
  const cancel = () => db.tx((h) => cancelOpenIn(h, 's', now.ms));
  /** As a candidate who leaves, or the job after the last day: several at once. */
  const leave = (attempt: Attempt) =>
    db.tx(async (h) => {
      if (!(await unsettle(h, attempt.orderId, now.ms))) return 0;
      const order = await findAnyOrder(h, attempt.orderId);
      return order ? giveBack(contextOn(h), order, '批次取消') : 0;
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
    expect(back.filter((sum) => sum === owed)).toHaveLength(settled);
    expect(await count('SELECT COUNT(*) AS n FROM pay_refund')).toBe(settled);
    expect(await count(`SELECT COUNT(*) AS n FROM open_case WHERE kind = 'refund-due'`)).toBe(settled);
    // every fen that came in is owed back by exactly one case
    expect(await count('SELECT SUM(amount_fen) AS n FROM open_case')).toBe(MANY * owed);
  });

  it('lose money in a twin that looks before it cancels', async () => {
    const looks = await Promise.all(debts.map(({ orderId }) => db.read((h) => findAnyOrder(h, orderId))));
    await Promise.all(debts.map(pay));
    // as a cancellation would that trusts what it saw: the payments in between are written over
    for (const order of looks.filter((look) => look?.state === 'open'))
      await db.tx((h) => updateWhere(h, orderRecord, { id: order?.id ?? '' }, { state: 'cancelled', endedAt: now.ms }));
    const back = await Promise.all(debts.map(leave));
    expect(back.filter((sum) => sum === owed)).toHaveLength(0);
    expect(await count('SELECT COUNT(*) AS n FROM open_case')).toBe(0);
  });
});

async function openDebt(h: Context['h'], at: number): Promise<Attempt> {
  const [id, attemptId] = [newId(), newId()];
  const applicationId = await addApproved(h, 's', `a${at}`, now.ms);
  const order = {
    id,
    openKey: `${applicationId}:s`,
    accountId: `a${at}`,
    bodyId: 'bspia',
    sessionId: 's',
    noticeId: 'n',
    noticeVersion: 1,
    offeringCode: 'installer-5',
    state: 'open' as const,
    totalFen: owed,
    payOpens: null,
    payBy: null,
    openedAt: now.ms,
    settledAt: null,
    settledBy: null,
    endedAt: null,
  };
  const source = { assumed: 'a test' };
  await insertOrder(h, order, [
    {
      id: newId(),
      orderId: id,
      candidateId: applicationId,
      eventId: 's',
      position: 0,
      item: 'theory',
      fen: owed,
      source,
    },
  ]);
  const attempt: Attempt = {
    id: attemptId,
    orderId: id,
    merchantId: 'm',
    outTradeNo: attemptId.replaceAll('-', ''),
    mchid: '1900000001',
    appid: 'wx1',
    method: 'jsapi',
    amountFen: owed,
    state: 'prepaid',
    prepay: 'p',
    expiresAt: now.wallMs + 3_600_000,
    createdAt: now.ms,
    paidFen: null,
    transactionId: null,
    succeededAt: null,
  };
  await insertAttempt(h, attempt);
  return attempt;
}
