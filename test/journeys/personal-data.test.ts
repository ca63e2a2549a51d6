import { accounts, applications, orders, personalData } from '@jikaotong/shared/contract';
import { orderList, reviewList } from '@jikaotong/shared/lists';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handInRefused, handedIn, identityOf, readyDraft } from '../support/apply';
import { type Candidate, type Examination, openExamination } from '../support/examination';
import { type SignedInPerson, bspia, candidateByWechat } from '../support/people';
import { instantOf } from '../support/test-clock';
import { type World, openWorld } from '../support/world';

describe('what a candidate may do about what is held', () => {
  let world: World;
  let exam: Examination;
  let anna: Candidate;
  let bo: SignedInPerson;
  let boApplication: string;
  const dataOf = (person: SignedInPerson) => person.api.ok(personalData.getPersonalData, {});
  const erase = (person: SignedInPerson, id: string) => person.api.ok(personalData.eraseEnrolment, { params: { id } });
  const rows = async (sql: string, params: string[] = []) =>
    (await world.db.read((h) => h.query<{ n: number | string }>(sql, params))).map(({ n }) => Number(n))[0];
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23' });
    exam = await openExamination(world);
    anna = await exam.paid('o-anna', { name: '安娜', order: 1 });
    bo = await candidateByWechat(world, 'o-bo');
    boApplication = (await handedIn(bo, exam.params.id, { name: '薄一', order: 2 })).id;
  });
  afterAll(() => world.stop());

  it('says what is held by kind, since when and until when', async () => {
    const { account, enrolments, consentOn, exportsLeft } = await dataOf(anna.person);
    expect(account.map(({ kind }) => kind)).toEqual(['account', 'papers', 'messages']);
    expect(enrolments).toMatchObject([{ id: anna.id, isDraft: false, blocked: 'live', endedOn: '2026-12-12' }]);
    const kinds = enrolments[0]?.items.map(({ kind, until }) => [kind, until]);
    expect(kinds).toEqual([
      ['identity', '2029-12-12'],
      ['papers', '2027-12-12'],
      ['application', '2029-12-12'],
      ['payment', '2056-11-23'],
      ['photo', '2027-12-12'],
    ]);
    expect([consentOn, exportsLeft]).toEqual(['2026-11-23', 3]);
  });

  it('tells anybody who handles data here, and whom to ask', async () => {
    const { items } = await world.stranger.ok(personalData.listHandlers, {});
    const body = items.find(({ id }) => id === bspia.id);
    expect(body?.name).toBe(bspia.name);
    expect(body?.contacts.length).toBeGreaterThan(0);
  });

  it('makes a copy that only this account can fetch, so many a day', async () => {
    const { api } = anna.person;
    const asked = await api.ok(personalData.requestExport, {});
    expect(asked.state).toBe('waiting');
    expect((await api.ok(personalData.requestExport, {})).id).toBe(asked.id);
    expect((await api.refused(personalData.downloadExport, { params: { id: asked.id } })).code).toBe('export-over');
    await world.runJobs();
    const params = { id: asked.id };
    expect(await api.ok(personalData.getExport, { params })).toMatchObject({ state: 'ready', done: 3, total: 3 });
    const zip = await api.file(personalData.downloadExport, { params });
    expect(zip.subarray(0, 2).toString()).toBe('PK');
    // stored, not packed: what a person reads stands in it as it is
    const { documentNumber } = identityOf({ order: 1 });
    const parts = ['数据.json', '目录.html', '文件/01-证件照片.jpg', '安娜', documentNumber, '13800001111'];
    expect(parts.filter((part) => !zip.includes(Buffer.from(part)))).toEqual([]);
    expect(zip.includes(Buffer.from(identityOf({ order: 2 }).documentNumber))).toBe(false);
    expect((await bo.api.refused(personalData.downloadExport, { params })).code).toBe('not-found');
    for (let more = 0; more < 2; more += 1) {
      await api.ok(personalData.requestExport, {});
      await world.runJobs();
    }
    expect(await api.refused(personalData.requestExport, {})).toMatchObject({
      code: 'export-limit',
      data: { most: 3 },
    });
  });

  it('deletes a draft at once, and nothing that is under way', async () => {
    const draft = await readyDraft(bo, exam.params.id, { name: '薄一', order: 2, offeringCode: 'security-manager-3' });
    const params = { id: boApplication };
    expect(await bo.api.refused(personalData.eraseEnrolment, { params })).toMatchObject({
      code: 'enrolment-live',
      data: { reason: 'live', id: boApplication },
    });
    expect((await anna.person.api.refused(personalData.eraseEnrolment, { params })).code).toBe('not-found');
    await erase(bo, draft.id);
    expect((await bo.api.refused(applications.getApplication, { params: { id: draft.id } })).code).toBe('not-found');
    expect(await rows('SELECT COUNT(*) AS n FROM candidate WHERE id = ?', [draft.id])).toBe(0);
    expect(await rows('SELECT COUNT(*) AS n FROM candidate_file WHERE candidate_id = ?', [draft.id])).toBe(0);
  });

  it('takes consent back: nothing new is handed in until it is given again', async () => {
    const chen = await candidateByWechat(world, 'o-chen');
    const draft = await readyDraft(chen, exam.params.id, { name: '陈晨', order: 3 });
    expect((await chen.api.ok(personalData.withdrawConsent, {})).consentVersion).toBeNull();
    expect((await handInRefused(chen, draft.id)).code).toBe('consent-needed');
    expect((await chen.api.refused(personalData.withdrawConsent, {})).code).toBe('wrong-state');
  });

  it('closes no account that has something under way, nor one of staff', async () => {
    const body = { understood: true } as const;
    expect((await anna.person.api.refused(personalData.closeAccount, { body })).code).toBe('enrolment-live');
    expect((await exam.reviewer.api.refused(personalData.closeAccount, { body })).code).toBe('staff-account');
    expect((await dataOf(anna.person)).enrolments).toHaveLength(1);
  });

  it('closes an account: the same person comes back as somebody new, and staff still see what was handed in', async () => {
    await bo.api.ok(applications.withdrawApplication, { params: { id: boApplication } });
    await bo.api.ok(personalData.closeAccount, { body: { understood: true } });
    expect((await bo.api.refused(accounts.getMe, {})).code).toBe('not-signed-in');
    const again = await candidateByWechat(world, 'o-bo');
    expect(again.accountId).not.toBe(bo.accountId);
    expect((await dataOf(again)).enrolments).toEqual([]);
    expect(
      await rows('SELECT COUNT(*) AS n FROM account WHERE id = ? AND phone IS NULL AND disabled = 1', [bo.accountId]),
    ).toBe(1);
    expect(await rows('SELECT COUNT(*) AS n FROM file WHERE owner_account_id = ?', [bo.accountId])).toBe(0);
    const seen = await exam.reviewer.api.ok(applications.getReview, { params: { id: boApplication } });
    expect(seen).toMatchObject({ state: 'withdrawn', phone: '13800001111' });
    // the place is free for whoever comes back
    expect((await handedIn(again, exam.params.id, { name: '薄一', order: 2 })).state).toBe('submitted');
  });

  it('erases what was kept as long as the table says, and lists go on answering', async () => {
    const photo = 'SELECT COUNT(*) AS n FROM candidate WHERE id = ? AND photo IS NOT NULL';
    expect(await rows(photo, [anna.id])).toBe(1);
    // the money of what lapsed and the marks of what was sat are settled by others: here nothing was sat
    await world.clock.advanceTo(instantOf('2027-12-13'));
    await world.runJobs();
    expect(await rows(photo, [anna.id])).toBe(0);
    const named = 'SELECT COUNT(*) AS n FROM candidate WHERE id = ? AND name IS NOT NULL';
    expect(await rows(named, [boApplication])).toBe(1);
    await world.clock.advanceTo(instantOf('2029-12-13'));
    await world.runJobs();
    expect(await rows(named, [boApplication])).toBe(0);
    const { api } = exam.reviewer;
    const list = await api.ok(reviewList.rows, { params: exam.params, query: {} });
    // of those whose time is over there was somebody, and no more
    expect(list.items.map(({ id }) => id)).not.toContain(boApplication);
    const owed = await exam.finance.api.ok(orderList.rows, { params: { id: bspia.id }, query: {} });
    expect(owed.items.map(({ name }) => name)).toContain('');
    const order = owed.items[0]?.id ?? '';
    await exam.finance.api.ok(orders.getStaffOrder, { params: { id: order } });
    await api.ok(applications.getReview, { params: { id: boApplication } });
  });

  it('takes the copy away after a day', async () => {
    // a day by the wall: access tokens are over, too
    world.clock.passWall(24 * 3_600_000 + 60_000);
    const back = await candidateByWechat(world, 'o-anna');
    expect(back.accountId).toBe(anna.person.accountId);
    const params = { id: (await dataOf(back)).lastExport?.id ?? '' };
    expect((await back.api.ok(personalData.getExport, { params })).state).toBe('over');
    expect((await back.api.refused(personalData.downloadExport, { params })).code).toBe('export-over');
    await world.moveTo('2029-12-14');
    expect(await rows("SELECT COUNT(*) AS n FROM file WHERE purpose = 'export'")).toBe(0);
  });
});
