import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orders, rosters } from '@jikaotong/shared/contract';
import { orderList } from '@jikaotong/shared/lists';
import { type School, payAll, schoolIn } from '../support/paid-school';
import { candidateByWechat } from '../support/people';
import { readPages, textOf } from '../support/read-pages';
import { openWorld } from '../support/world';

const MANY = 3;

describe('what is written of the money of a unit', () => {
  let school: School;
  beforeAll(async () => {
    school = await schoolIn(await openWorld({ day: '2025-06-17' }), MANY);
    await payAll(school);
  });
  afterAll(() => school.world.stop());
  const params = { id: 'shqbxh' };

  it('names the unit and how many it pays for, on its own page and to finance', async () => {
    const { agent, finance, roster } = school;
    const [opened] = (await agent.api.ok(rosters.getRoster, { params: { id: roster.id } })).orders;
    const own = await agent.api.ok(orders.getOrder, { params: { id: opened?.applicationId ?? '' } });
    expect(own).toMatchObject({
      unitName: '某保安学校',
      people: MANY,
      offerings: [{ code: 'security-manager-3' }],
      lines: Array.from({ length: 2 * MANY }, () => ({})),
    });
    const { items } = await finance.api.ok(orderList.rows, { params, query: { q: '某保安学校' } });
    expect(items).toMatchObject([{ id: own.id, unit: '某保安学校', candidates: MANY }]);
    const seen = await finance.api.ok(orders.getStaffOrder, { params: { id: own.id } });
    expect(seen.candidateName).toBe(`某保安学校（共 ${MANY} 人）`);
  });

  it('gives the unit its receipt once it is paid, whoever of its agents asks, and nobody else', async () => {
    const { world, agent, roster, finance } = school;
    const [order] = (await agent.api.ok(rosters.getRoster, { params: { id: roster.id } })).orders;
    const own = { params: { id: order?.id ?? '' } };
    const pages = await readPages(await agent.api.file(orders.downloadReceipt, own));
    const text = textOf(pages);
    expect(text).toContain(`交款人：某保安学校（共${MANY}人）`);
    expect(text).toContain(order?.number ?? '?');
    const other = await candidateByWechat(world, 'o-other');
    expect((await other.api.refused(orders.downloadReceipt, own)).code).toBe('not-found');
    expect((await finance.api.refused(orders.downloadReceipt, own)).code).toBe('not-found');
  });

  it('has a receipt of the unit, each item once with how many of it', async () => {
    const { finance } = school;
    const { items } = await finance.api.ok(orderList.rows, { params, query: { q: '某保安学校' } });
    const query = { order: items[0]?.id ?? '' };
    const pages = await readPages(await finance.api.file(orders.printReceipts, { params, query }));
    const text = textOf(pages);
    expect(pages).toHaveLength(1);
    expect(text).toContain(`交款人：某保安学校（共${MANY}人）`);
    expect(text.split(`×${MANY}人`)).toHaveLength(3);
    expect(text.split('理论知识')).toHaveLength(2);
  });
});
