import { readFileSync } from 'node:fs';
import { parseNotice } from '@jikaotong/shared/notice-file';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { records } from '../../app';
import { addCandidate } from '../../approved.testing';
import { migrations } from '../../migrations';
import type { Db } from '../../platform/db';
import { openThrowawayDb } from '../../platform/db/throwaway';
import { addBodyIfAbsent } from '../bodies';
import { ensureStages, stageEventOf } from '../contests';
import { loadNotice, publishVersion } from '../notices';
import { type Opening, openOrderFor } from './open-order';
import { presentOrder } from './order.presenter';
import { OWED, addAttempt, openingOf, orderContext } from './order.testing';
import { lapse } from './receipt';
import { settleAttempt } from './settle';

const seed = new URL('../../../../shared/notices/bspia-2025-competition-monitor-operator.yaml', import.meta.url);
const read = parseNotice(readFileSync(seed, 'utf8'), null);
if (!read.ok) throw new Error('the seed does not parse');
const notice = read.value;
const [offering] = notice.offerings;
if (!offering) throw new Error('the seed offers nothing');

let db: Db;
let opening: Opening;
beforeEach(async () => {
  db = await openThrowawayDb(records, migrations);
  opening = await db.tx(async (h) => {
    await publishVersion(h, { notice, rawText: '原文', base: 0, nowMs: 0 });
    await addBodyIfAbsent(h, { ...notice.body, nowMs: 0 });
    await ensureStages(h, await loadNotice(h, notice.id));
    const eventId = await stageEventOf(h, notice.id, 'final');
    const enter = (accountId: string, name: string) =>
      addCandidate(h, { eventId, accountId, nowMs: 0 }, { kind: 'entry', noticeId: notice.id, name }, 'approved');
    const entrants = [await enter('a', '张三'), await enter('b', '李四')];
    const ids = entrants.map(({ id }) => id);
    const of = { bodyId: notice.body.id, noticeId: notice.id, offeringCode: offering.code };
    return { ...openingOf(eventId, { accountId: null, unitId: 'u' }, ids), ...of };
  });
});
afterEach(() => db.close());

const open = () => db.tx((h) => openOrderFor(orderContext(h), opening));

describe("an order of a competition's stage", () => {
  it("settles, and is shown with the competition's words", async () => {
    const order = await open();
    const paid = await db.tx(async (h) => {
      const attempt = await addAttempt(h, order);
      return settleAttempt(orderContext(h), attempt, { transactionId: 'wx', paidFen: order.totalFen });
    });
    expect(paid).toBe('settled');
    const view = await db.read((h) => presentOrder(orderContext(h), { ...order, state: 'settled' }));
    expect(view).toMatchObject({
      noticeTitle: notice.title.value,
      sessionId: order.eventId,
      candidateName: '张三等2人',
      totalFen: 2 * OWED,
      offering: { code: offering.code },
    });
  });

  it('ends unpaid without the entries, which may owe again', async () => {
    const order = await open();
    expect(await db.tx((h) => lapse(orderContext(h), order))).toBe(true);
    const standing = () =>
      db.read((h) => h.query<{ state: string; said: string }>('SELECT state, order_state AS said FROM participant'));
    const [entrant] = await standing();
    expect(entrant).toEqual({ state: 'approved', said: 'lapsed' });
    expect((await open()).id).not.toBe(order.id);
    expect(await standing()).toEqual([1, 2].map(() => ({ state: 'approved', said: 'open' })));
  });
});
