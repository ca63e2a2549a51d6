import { fen, localDate } from '@jikaotong/shared/kernel';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { records } from '../../app';
import { migrations } from '../../migrations';
import { type Db, newId, updateWhere } from '../../platform/db';
import { openThrowawayDb } from '../../platform/db/throwaway';
import type { Context } from '../../platform/http';
import { addApproved, addEvent } from '../../approved.testing';
import type { Attempt } from './money.record';
import { findAttempt, insertAttempt } from './money.repository';
import { findAnyOrder, insertOrder } from './order.repository';
import { orderRecord } from './order.record';
import { proveCount } from '../../prove-count.testing';
import { settleAttempt, settleOrder } from './settle';

const now = { ms: Date.UTC(2026, 10, 24), day: localDate('2026-11-24'), wallMs: Date.UTC(2026, 10, 24) };
const owed = fen(28_000);
const MANY = proveCount(20);

describe(`${MANY} tellings of money at once`, () => {
  let db: Db;
  let orderId: string;
  let told: string[];
  beforeEach(async () => {
    db = await openThrowawayDb(records, migrations);
    told = [];
    orderId = await db.tx(openOrder);
  });
  afterEach(() => db.close());

  /** What a transaction of the pipeline brings; settling needs no port. */
  const contextOn = (h: Context['h']): Context => ({
    h,
    now,
    ports: { config: { wechat: { messageTemplates: {} } } } as Context['ports'],
    requestId: 'test',
    audit: () => {},
    emit: (event) => Promise.resolve(void told.push(event.name)),
  });
  const settle = (attempt: Attempt, paidFen = owed) =>
    db.tx((h) => settleAttempt(contextOn(h), attempt, { transactionId: 'wx1', paidFen }));
  const messages = async () =>
    (await db.read((h) => h.query<{ code: string }>('SELECT code FROM message'))).map(({ code }) => code);
  const anAttempt = async (): Promise<Attempt> => {
    const attempt = attemptOf(orderId);
    await db.tx((h) => insertAttempt(h, attempt));
    return attempt;
  };

  it('settle once when they are about one attempt', async () => {
    const attempt = await anAttempt();
    const outcomes = await Promise.all(Array.from({ length: MANY }, () => settle(attempt)));
    expect(outcomes.filter((outcome) => outcome === 'settled')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'known')).toHaveLength(MANY - 1);
    expect(told).toEqual(['orderSettled']);
    expect(await messages()).toEqual(['payment-settled']);
    expect(await db.read((h) => findAttempt(h, attempt.id))).toMatchObject({ state: 'succeeded', paidFen: owed });
  });

  it('settle once when they are about as many attempts, and each other one is a case', async () => {
    const attempts = await Promise.all(Array.from({ length: MANY }, anAttempt));
    const receipt = db.tx((h) => settleOrder(contextOn(h), orderId, 'a-receipt'));
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
      await db.tx((h) => updateWhere(h, orderRecord, { id: orderId }, { state: 'settled', settledAt: now.ms }));
      settled += 1;
    }
    expect(settled).toBeGreaterThan(1);
  });

  it('keep a wrong amount and money for an order that is over as cases', async () => {
    expect(await settle(await anAttempt(), fen(owed - 1))).toBe('amount-mismatch');
    expect(await settle(await anAttempt(), fen(owed + 1))).toBe('amount-mismatch');
    await db.tx((h) => updateWhere(h, orderRecord, { id: orderId }, { state: 'lapsed' }));
    expect(await settle(await anAttempt())).toBe('paid-late');
    const cases = await db.read((h) => h.query<{ kind: string }>('SELECT kind FROM open_case ORDER BY id'));
    expect(cases.map(({ kind }) => kind)).toEqual(['amount-mismatch', 'amount-mismatch', 'paid-late']);
    expect(told).toEqual([]);
    expect(await messages()).toEqual([]);
  });
});

async function openOrder(h: Context['h']): Promise<string> {
  const id = newId();
  await addEvent(h, 's', now.ms);
  const applicationId = await addApproved(h, 's', 'a', now.ms);
  const order = {
    id,
    openKey: `${applicationId}:s`,
    accountId: 'a',
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
  return id;
}

function attemptOf(orderId: string): Attempt {
  const id = newId();
  return {
    id,
    orderId,
    merchantId: 'm',
    outTradeNo: id.replaceAll('-', ''),
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
}
