import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RosterView, type UnitView, rosterRows, rosterSites, rosters } from '@jikaotong/shared/contract';
import { reviewList } from '@jikaotong/shared/lists';
import { portrait } from '../builders/photos';
import { uploaded } from '../support/apply';
import { listOf, student } from '../support/government-list';
import { type SignedInPerson, candidateByPhone, firstAdministrator } from '../support/people';
import { filledRoster, numberOf, openRoster, photosOf, rowsIn, templateOf } from '../support/rosters';
import { augustSession, schoolWithRoster, shqbxh } from '../support/school-with-roster';
import { sendSheet, sheetItems } from '../support/send-sheet';
import { approvedUnit, unitCode } from '../support/units';
import { type World, openWorld } from '../support/world';

const MANY = 6;

describe('S25: a school by the government’s system', () => {
  let world: World;
  let reviewer: SignedInPerson;
  let agent: SignedInPerson;
  let unit: UnitView;
  let roster: RosterView;
  let sessionId: string;
  beforeAll(async () => {
    world = await openWorld({ day: '2025-06-17' });
    const session = await augustSession(world);
    ({ reviewer, sessionId } = session);
    ({ agent, unit, roster } = await schoolWithRoster(session, { nths: [] }));
  });
  afterAll(() => world.stop());
  const params = () => ({ id: roster.id });
  const now = () => agent.api.ok(rosters.getRoster, { params: params() });
  const site = () => agent.api.ok(rosterSites.getRosterSite, { params: params() });
  const list = { endpoints: rosterSites.rosterList };

  it('is offered the way to a school, and to no company', async () => {
    const { items } = await agent.api.ok(rosters.listUnitSessions, { params: { id: unit.id } });
    expect(items).toMatchObject([{ sessionId, where: 'elsewhere', allowed: true }]);
    expect((await openRoster(agent, unit, sessionId)).id).toBe(roster.id);
    expect(roster.firstReview).toEqual({ needed: true, declaredAt: null });
    const other = await candidateByPhone(world, '13900000002');
    const company = await approvedUnit(other, reviewer, { bodyId: shqbxh.id, name: '某公司', code: unitCode(2) });
    const open = { params: { id: company.id }, body: { sessionId } };
    expect((await other.api.refused(rosters.openRoster, open)).code).toBe('group-not-offered');
  });

  it('ticks the printed steps off, and keeps its own record', async () => {
    const { steps } = await site();
    expect(steps).toHaveLength(4);
    const tick = { params: { ...params(), step: 2 }, body: { done: true } };
    expect((await agent.api.ok(rosterSites.tickRosterStep, tick)).steps[1]).toMatchObject({ doneOn: '2025-06-17' });
    const record = { reference: 'SH20250617001', handedInOn: '2025-06-17' };
    expect(await agent.api.ok(rosterSites.noteRosterSite, { params: params(), body: record })).toMatchObject(record);
  });

  it('makes its roster from the notice’s own conditions', async () => {
    const lines = Array.from({ length: MANY }, (_, order) => student(order));
    const bytes = await filledRoster(await templateOf(agent, roster.id), lines);
    const sent = { endpoints: rosters.rosterSheet, id: roster.id, bytes };
    expect(await sendSheet(world, agent, sent)).toMatchObject({ state: 'done', applied: MANY, refused: 0 });
  });

  it('says once which column of the list is which, kept for the next list', async () => {
    const bytes = listOf([{ order: 0 }]);
    const file = { bytes, name: '名单.csv' };
    expect((await agent.api.refused(rosterSites.rosterList.upload, { params: params(), file })).code).toBe(
      'list-not-mapped',
    );
    const read = await agent.api.ok(rosterSites.readListHeaders, { params: params(), file });
    expect(read).toEqual({
      headers: ['序号', '学员姓名', '身份证号码', '联系电话', '申报等级', '受理状态'],
      suggested: { name: '学员姓名', documentNumber: '身份证号码', phone: '联系电话', offering: '申报等级' },
    });
    const map = (columns: Record<string, string>) =>
      agent.api.call(rosterSites.mapList, { params: params(), body: { columns } });
    expect((await map({ name: '学员姓名' })).code).toBe('list-not-mapped');
    expect((await map(read.suggested)).code).toBe('ok');
    expect((await site()).mapping).toEqual(read.suggested);
  });

  it('shows one added, one changed in one field and one gone, with the effect on the fee, before anything changes', async () => {
    const people = [
      { order: 0 },
      { order: 1, phone: '13711112222' },
      ...[2, 3, 4].map((order) => ({ order })),
      { order: 9, name: '新来的' },
    ];
    const file = { bytes: listOf(people), name: '名单.csv' };
    const sent = await agent.api.ok(rosterSites.rosterList.upload, { params: params(), file });
    expect(sent).toMatchObject({
      state: 'preview',
      counts: { added: 1, changed: 1, missing: 1, same: MANY - 2 },
      effect: { fromFen: MANY * 103_600, toFen: (MANY + 1) * 103_600 },
    });
    const items = await sheetItems(agent, { ...list, id: roster.id, importId: sent.id });
    expect(items.find(({ kind }) => kind === 'changed')?.changes).toEqual([
      { column: '手机号', from: student(1)['手机号'], to: '13711112222' },
    ]);
    expect((await now()).counts.total).toBe(MANY);
    const done = await sendSheet(world, agent, { ...list, id: roster.id, bytes: file.bytes, missing: 'remove' });
    expect(done).toMatchObject({ state: 'done', applied: 3, refused: 0 });
    const rows = await rowsIn(agent, roster.id);
    expect(rows).toHaveLength(MANY);
    // whoever the list brought has yet to say by which condition
    expect(rows.find(({ name }) => name === '新来的')).toMatchObject({ standing: 'incomplete' });
    expect(await sendSheet(world, agent, { ...list, id: roster.id, bytes: file.bytes })).toMatchObject({
      counts: { same: MANY, added: 0, changed: 0 },
    });
  });

  it('names a wrong number at its own cell of the list', async () => {
    const bytes = Buffer.from(
      listOf([{ order: 0 }])
        .toString()
        .replace(numberOf(0), '310105199001010000'),
    );
    const run = await sendSheet(world, agent, { ...list, id: roster.id, bytes });
    const [problem] = await sheetItems(agent, { ...list, id: roster.id, importId: run.id });
    expect(problem).toMatchObject({ code: 'document-check-digit', column: '身份证号码', cell: 'C3' });
  });

  it('leaves out the row that it cannot read, compares the others, and takes nobody out by such a list', async () => {
    const people = [{ order: 0 }, { order: 1, phone: '13711113333' }];
    const bytes = Buffer.from(listOf(people).toString().replace(numberOf(0), '310105199001010000'));
    const file = { bytes, name: '名单.csv' };
    const sent = await agent.api.ok(rosterSites.rosterList.upload, { params: params(), file });
    expect(sent).toMatchObject({ state: 'preview', counts: { problems: 1, changed: 1, added: 0 } });
    const [problem] = await sheetItems(agent, { ...list, id: roster.id, importId: sent.id });
    expect(problem).toMatchObject({ kind: 'problem', cell: 'C3', label: student(0)['姓名'] });
    const confirm = (missing: 'remove' | 'keep') =>
      agent.api.call(rosterSites.rosterList.confirm, {
        params: { ...params(), importId: sent.id },
        body: { missing },
      });
    expect(await confirm('remove')).toMatchObject({ code: 'wrong-state', data: { state: 'list-unread' } });
    expect((await confirm('keep')).code).toBe('ok');
    await world.runJobs();
    const done = await agent.api.ok(rosterSites.rosterList.get, { params: { ...params(), importId: sent.id } });
    expect(done).toMatchObject({ state: 'done', applied: 1, refused: 0 });
    expect(await rowsIn(agent, roster.id)).toHaveLength(MANY);
  });

  it('refuses as a whole a list with too many such rows, and one with a column twice', async () => {
    const sent = async (text: string) =>
      agent.api.ok(rosterSites.rosterList.upload, {
        params: params(),
        file: { bytes: Buffer.from(text), name: '名单.csv' },
      });
    const rows = Array.from({ length: 501 }, (_, at) => `${at},某人${at},310105199001010000,13700000000,三级,已受理`);
    const [title = '', header = ''] = listOf([]).toString().split('\r\n');
    expect(await sent([title, header, ...rows].join('\r\n'))).toMatchObject({ state: 'refused' });
    const twice = listOf([{ order: 0 }])
      .toString()
      .replace('序号', '学员姓名');
    expect(await sent(twice)).toMatchObject({ state: 'refused' });
  });

  it('hands in only after the first review is declared, with everybody’s signed form', async () => {
    const orders = [0, 1, 2, 3, 4];
    const zip = { bytes: await photosOf(orders), name: '照片.zip' };
    await agent.api.ok(rosters.uploadRosterPhotos, { params: params(), file: zip });
    await world.runJobs();
    for (const { id: rowId, version, name } of await rowsIn(agent, roster.id)) {
      if (name === '新来的') continue;
      const fileId = await uploaded(agent, 'document', await portrait());
      await agent.api.ok(rosterRows.takeSignedForm, { params: { id: roster.id, rowId }, body: { fileId, version } });
    }
    const submit = (firstReviewed: boolean) =>
      agent.api.call(rosters.submitRoster, { params: params(), body: { firstReviewed } });
    expect((await submit(false)).code).toBe('first-review-needed');
    expect((await submit(true)).code).toBe('ok');
    await world.runJobs();
    expect((await now()).counts.state).toMatchObject({ submitted: orders.length, draft: 1 });
    expect((await now()).firstReview.declaredAt).not.toBeNull();
    const query = { unit: unit.id, state: 'submitted', limit: '200' };
    expect((await reviewer.api.ok(reviewList.rows, { params: { id: sessionId }, query })).items).toHaveLength(5);
  });

  it('has the arrival of each signed original ticked by staff, one by one', async () => {
    const staffRosters = async () =>
      (await reviewer.api.ok(rosterSites.listStaffRosters, { params: { id: unit.id } })).items;
    const [first] = await staffRosters();
    expect(first?.firstReviewedAt).not.toBeNull();
    for (const { id: rowId } of first?.rows.slice(0, 2) ?? [])
      await reviewer.api.ok(rosterSites.tickRosterOriginal, {
        params: { id: roster.id, rowId },
        body: { received: true },
      });
    expect((await site()).originals).toEqual({ received: 2, of: MANY });
    const rowId = first?.rows[0]?.id ?? '';
    await reviewer.api.ok(rosterSites.tickRosterOriginal, {
      params: { id: roster.id, rowId },
      body: { received: false },
    });
    expect((await site()).originals.received).toBe(1);
    const stranger = await firstAdministrator(world, 'waidi', { id: 'elsewhere', name: '外地协会' });
    const tick = { params: { id: roster.id, rowId }, body: { received: true } };
    expect((await stranger.api.refused(rosterSites.tickRosterOriginal, tick)).code).toBe('not-found');
    expect((await agent.api.refused(rosterSites.tickRosterOriginal, tick)).code).toBe('forbidden');
  });
});
