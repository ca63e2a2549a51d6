import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditRecord } from '@jikaotong/bff/platform/audit';
import { applications, counter, slips } from '@jikaotong/shared/contract';
import { reviewList } from '@jikaotong/shared/lists';
import { colleagueOf, confirmed, firstOfShqbxh, guardOf2025 } from '../support/counter';
import { openS25August, prefilled, shqbxh, tickAll } from '../support/counter';
import { type SignedInPerson, candidateByWechat } from '../support/people';
import { type World, openWorld } from '../support/world';

const needed = { code: 'reason-needed', data: { statements: ['minimum-education'] } };
const reason = '核对中专毕业证书和工作年限，认定为同等学力';

describe('S25 二（一）: the minimum education denied, and 同等学力 left to staff', () => {
  let world: World;
  let clerk: SignedInPerson;
  let he: SignedInPerson;
  let sessionId: string;
  let id: string;
  let version: number;
  beforeAll(async () => {
    world = await openWorld({ day: '2025-06-20', time: '10:00' });
    const administrator = await firstOfShqbxh(world);
    sessionId = await openS25August(administrator);
    clerk = await colleagueOf(world, administrator, shqbxh.id, 'chuangkou', ['reviewer']);
    he = await candidateByWechat(world, 'o-he');
    const facts = guardOf2025({ declared: { works: true, 'minimum-education': false } });
    const draft = await prefilled(he, sessionId, { name: '何学力', order: 41, facts });
    const { code } = await he.api.ok(slips.createSlip, { params: { id: draft.id } });
    const seen = await clerk.api.ok(counter.openSlip, { params: { code: code ?? '' } });
    ({ id, version } = (await confirmed(clerk, await tickAll(clerk, seen))).application);
  });
  afterAll(() => world.stop());

  const approve = (body: { reason?: string }) =>
    clerk.api.call(applications.approveApplication, { params: { id }, body: { version, ...body } });

  it('is not approved without a word', async () => {
    expect(await approve({})).toMatchObject(needed);
    expect((await approve({ reason: '  ' })).code).toBe('invalid-input');
  });

  it('is set aside, with what was denied, when many are approved together', async () => {
    const params = { id: sessionId };
    const body = { act: 'approve' as const, which: { ids: [id] } };
    const { id: selectionId } = await clerk.api.ok(reviewList.acting.select, { params, body });
    const at = { params: { ...params, selectionId } };
    await clerk.api.ok(reviewList.acting.start, at);
    await world.runJobs();
    const { items } = await clerk.api.ok(reviewList.acting.results, { ...at, query: { state: 'refused' } });
    expect(items).toMatchObject([needed]);
  });

  it('is approved with a reason, which staff find again and the candidate is not asked to answer', async () => {
    expect((await approve({ reason })).code).toBe('ok');
    const review = await clerk.api.ok(applications.getReview, { params: { id } });
    expect(review).toMatchObject({ state: 'approved', earlierRemarks: [{ field: 'route', text: reason }] });
    expect((await he.api.ok(applications.getApplication, { params: { id } })).remarks).toEqual([]);
    const events = await world.db.read((h) => h.repo(auditRecord).findBy({ code: 'application-approved' }));
    expect(events.map(({ values }) => values)).toMatchObject([{ reasoned: true, denied: ['minimum-education'] }]);
  });
});
