import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orders, sessionChanges } from '@jikaotong/shared/contract';
import { localDate } from '@jikaotong/shared/kernel';
import { moneyCaseList } from '@jikaotong/shared/lists';
import { proveCount } from '../../bff/src/prove-count.testing';
import { actOn } from '../support/act-on';
import { type Candidate, type Story, october, openStory, reason, september } from '../support/changed-session';
import { openSession } from '../support/open-session';
import { bspia } from '../support/people';
import { patience } from '../support/patience';
import { readAll } from '../support/read-all';
import { readWorkbook } from '../support/read-workbook';

const MANY = proveCount(8);
const choiceUntil = localDate('2026-09-12');
const body = { id: bspia.id };

describe(`a cancellation with ${MANY} who paid`, () => {
  let story: Story;
  let sessionId: string;
  let otherId: string;
  let changeId: string;
  let online: Candidate[];
  let offline: Candidate[];
  let goes: Candidate;
  beforeAll(
    async () => {
      story = await openStory();
      sessionId = await openSession(story.administrator, september);
      otherId = await openSession(story.administrator, october);
      online = [];
      offline = [];
      for (let at = 0; at < MANY; at += 1)
        if (at % 2 === 0) online.push(await story.paidByWechat(sessionId));
        else offline.push(await story.paid(sessionId));
      goes = await story.paid(sessionId);
      const { revision } = await story.preview(sessionId);
      const cancelled = await story.officer.api.ok(sessionChanges.cancelSession, {
        params: { id: sessionId },
        body: { revision, reason, choiceUntil },
      });
      changeId = cancelled.changes[0]?.id ?? '';
    },
    patience(MANY > 8 ? 1_200_000 : 60_000),
  );
  afterAll(() => story.world.stop());

  const answers = () => story.finance.api.ok(sessionChanges.getChangeAnswers, { params: { id: sessionId, changeId } });
  const cases = async () => await readAll(story.finance.api, moneyCaseList, body.id);
  const list = (session?: string) =>
    story.finance.api.call(orders.downloadRefundList, {
      params: body,
      query: { reason: '交银行', ...(session !== undefined && { session }) },
    });

  it('counts what everybody said', async () => {
    expect(await answers()).toMatchObject({ asked: MANY + 1, silent: MANY + 1, leave: 0, refunds: { count: 0 } });
    expect((await list()).code).toBe('no-refunds');
    await story.answer(goes, { choice: 'transfer', sessionId: otherId });
    const [first] = online;
    if (!first) throw new Error('nobody paid online');
    await story.answer(first, { choice: 'leave' });
    expect(await answers()).toMatchObject({ asked: MANY + 1, transfer: 1, leave: 1, silent: MANY - 1 });
    expect(
      (await story.reviewer.api.call(sessionChanges.getChangeAnswers, { params: { id: sessionId, changeId } })).status,
    ).toBe(403);
    await story.world.moveTo('2026-09-13');
    expect(await answers()).toMatchObject({
      leave: MANY,
      silent: 0,
      refunds: {
        count: MANY,
        totalFen: MANY * 28_000,
        waiting: online.length,
        waitingByHand: offline.length,
        succeeded: 0,
      },
    });
  });

  it('gives the bank one list of what goes by hand', async () => {
    const { items } = await story.finance.api.ok(moneyCaseList.rows, {
      params: body,
      query: { method: 'cash', limit: '200' },
    });
    expect(items).toHaveLength(offline.length);
    const answer = await list(sessionId);
    const cells = await readWorkbook(answer.bytes);
    expect(cells.filter((row) => row.includes('280.00'))).toHaveLength(offline.length);
    expect(cells.flat().join(' ')).toContain(
      `共 ${offline.length} 笔，合计 ${(offline.length * 280).toLocaleString('en-US', { useGrouping: false })}.00元`,
    );
    expect((await list(otherId)).code).toBe('no-refunds');
    expect(
      (await story.officer.api.call(orders.downloadRefundList, { params: body, query: { reason: '看看' } })).status,
    ).toBe(403);
  });

  it('pays everybody back in one batch, each once, whoever starts it twice', async () => {
    const choice = {
      act: 'refund' as const,
      which: { match: { state: 'open' } },
      needs: { note: '批次取消，全额退费' },
    };
    const batch = () => actOn(story.world, story.finance, { list: moneyCaseList, id: body.id, choice });
    const batches = await Promise.all([batch(), batch()]);
    await story.world.runJobs();
    expect(batches.map(({ done }) => done).reduce((sum, one) => sum + one, 0)).toBe(MANY);
    await story.world.moveTo('2026-09-13', '12:00');
    expect(await answers()).toMatchObject({
      refunds: { count: MANY, waiting: 0, waitingByHand: 0, succeeded: MANY, failed: 0, succeededFen: MANY * 28_000 },
    });
    expect((await cases()).map(({ state, refund }) => [state, refund])).toEqual(
      Array.from({ length: MANY }, () => ['resolved', 'succeeded']),
    );
    expect((await list()).code).toBe('no-refunds');
    for (const one of [...online, ...offline])
      expect(await story.toldTo(one)).toMatchObject({ code: 'refund-succeeded', data: { totalFen: 28_000 } });
  });
});

describe('the late answer to a session that was moved', () => {
  let story: Story;
  let sessionId: string;
  let late: Candidate;
  beforeAll(async () => {
    story = await openStory();
    sessionId = await openSession(story.administrator, september);
    late = await story.paid(sessionId);
    const days = { examStart: localDate('2026-10-17'), examEnd: localDate('2026-10-17') };
    const { revision, move } = await story.preview(sessionId, days);
    await story.officer.api.ok(sessionChanges.moveSession, {
      params: { id: sessionId },
      body: { revision, reason, choiceUntil, ...days, assumptions: (move?.assumptions ?? []).map(({ path }) => path) },
    });
    await story.world.moveTo('2026-09-14');
  });
  afterAll(() => story.world.stop());

  it('is refused to the candidate, and noted by staff who were called', async () => {
    expect((await story.answerRefused(late, { choice: 'leave' })).code).toBe('too-late');
    const params = { id: late.id };
    const shown = () => story.officer.api.ok(sessionChanges.getChangeOfCandidate, { params });
    expect(await shown()).toMatchObject({
      open: true,
      late: true,
      change: { kind: 'moved', choice: null, paidFen: 28_000 },
    });
    expect((await story.finance.api.call(sessionChanges.getChangeOfCandidate, { params })).status).toBe(403);
    const noted = { choice: 'leave' as const, reason: '电话说不能来' };
    const ask = (who: { api: Story['officer']['api'] }) =>
      who.api.call(sessionChanges.answerForCandidate, { params, body: noted });
    expect((await ask(story.finance)).status).toBe(403);
    const both = await Promise.all([ask(story.officer), ask(story.officer)]);
    expect(both.map(({ code }) => code)).toContain('ok');
    expect(both.filter(({ code }) => code === 'ok')).toHaveLength(1);
    expect(await shown()).toMatchObject({ open: false, late: false, change: { choice: 'leave' } });
    const events = await story.world.db.read((h) =>
      h.query<{ said: unknown }>("SELECT `values` AS said FROM audit_event WHERE code = 'session-change-answered'"),
    );
    expect(events.map(({ said }) => (typeof said === 'string' ? JSON.parse(said) : said))).toEqual([noted]);
    expect(await story.orderOf(late)).toMatchObject({ state: 'cancelled' });
    expect(await story.cases(story.finance, late)).toHaveLength(1);
  });
});
