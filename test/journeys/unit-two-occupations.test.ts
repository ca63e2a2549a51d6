import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orders, rosterRows, rosters } from '@jikaotong/shared/contract';
import { orderList } from '@jikaotong/shared/lists';
import { ownFile, portrait } from '../builders/photos';
import { uploaded } from '../support/apply';
import { colleagueOf } from '../support/counter';
import { approve } from '../support/paid-school';
import { readPages, textOf } from '../support/read-pages';
import { type TrainingBody, cecc, phoneOfLine, trainingBodyIn, valuesOfLine } from '../support/training-body';
import { openWorld } from '../support/world';
import { payAtCashier } from '../support/pay-at-cashier';

/** So many for the first occupation, and one less for the second. */
const FIRST = 2;
const MANY = 3;

describe('a unit whose people apply for two occupations', () => {
  let body: TrainingBody;
  const params = () => ({ id: body.roster.id });
  beforeAll(async () => {
    body = await trainingBodyIn(await openWorld({ day: '2024-08-12' }), ['blockchain-4', 'pentest-4']);
    const { agent, reviewer, world, roster } = body;
    const { choices = [] } = roster.columns.find(({ key }) => key === 'offering') ?? {};
    const ids: string[] = [];
    for (let nth = 0; nth < MANY; nth += 1) {
      const isFirst = nth < FIRST;
      const told = {
        offering: choices[isFirst ? 0 : 1] ?? '',
        jobOccupation: isFirst ? '云计算工程技术人员' : '信息安全测试员',
      };
      const values = { ...valuesOfLine(nth, told), phone: phoneOfLine(nth) };
      const row = await agent.api.ok(rosterRows.addRosterRow, { params: params(), body: { values } });
      const at = { ...params(), rowId: row.id };
      const photoFileId = await uploaded(agent, 'photo', ownFile(await portrait(), `two-${nth}`));
      const { version } = await agent.api.ok(rosterRows.changeRosterRow, {
        params: at,
        ifMatch: row.version,
        body: { photoFileId },
      });
      const fileId = await uploaded(agent, 'document', await portrait());
      await agent.api.ok(rosterRows.takeSignedForm, { params: at, body: { fileId, version } });
      ids.push(row.id);
    }
    await agent.api.ok(rosters.submitRoster, { params: params(), body: { firstReviewed: false } });
    await world.runJobs();
    for (const id of ids) await approve(reviewer, id);
    await agent.api.ok(rosters.openRosterOrder, { params: params() });
  });
  afterAll(() => body.world.stop());
  const ordered = async () => {
    const [order] = (await body.agent.api.ok(rosters.getRoster, { params: params() })).orders;
    return body.agent.api.ok(orders.getOrder, { params: { id: order?.applicationId ?? '' } });
  };

  it('has one order for all of them, which names both', async () => {
    const own = await ordered();
    expect(own).toMatchObject({ unitName: '某培训学校', people: MANY, totalFen: MANY * 16_000 });
    expect(own.offerings.map(({ code }) => code).toSorted()).toEqual(['blockchain-4', 'pentest-4']);
    expect(own.lines).toHaveLength(2 * MANY);
  });

  it('and is paid by it, of which its receipt tells both', async () => {
    const { administrator, agent, world } = body;
    const { id } = await ordered();
    const { cashierUrl } = await agent.api.ok(orders.startPayment, { params: { id }, body: { method: 'h5' } });
    await payAtCashier(world, cashierUrl);
    await agent.api.ok(orders.queryPayment, { params: { id } });
    expect(await ordered()).toMatchObject({ state: 'settled' });
    const finance = await colleagueOf(world, administrator, cecc.id, 'caiwu', ['finance']);
    const list = { params: { id: cecc.id }, query: { q: '某培训学校', standing: 'settled' } };
    expect((await finance.api.ok(orderList.rows, list)).items).toMatchObject([{ id, candidates: MANY }]);
    const pages = await readPages(
      await finance.api.file(orders.printReceipts, { params: { id: cecc.id }, query: { order: id } }),
    );
    const text = textOf(pages);
    for (const word of ['区块链应用操作员', '信息安全测试员', `（共${MANY}人）`, `×${MANY}人`])
      expect(text).toContain(word);
  });
});
