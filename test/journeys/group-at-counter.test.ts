import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type RosterView,
  type StaffRosterCounterView,
  applications,
  counter,
  messages,
  rosterCounters,
  rosterRows,
  rosters,
} from '@jikaotong/shared/contract';
import { localDate } from '@jikaotong/shared/kernel';
import { portrait } from '../builders/photos';
import { uploaded } from '../support/apply';
import { companyAtCounter } from '../support/company-at-counter';
import { colleagueOf, tickAll } from '../support/counter';
import { type SignedInPerson, candidateByPhone, firstAdministrator } from '../support/people';
import { readText } from '../support/read-pages';
import { type World, openWorld } from '../support/world';

const MANY = 8;

describe(`B26: a company of ${MANY} at the counter, of whom two do not come`, () => {
  let world: World;
  let clerk: SignedInPerson;
  let colleague: SignedInPerson;
  let agent: SignedInPerson;
  let roster: RosterView;
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23' });
    const company = await companyAtCounter(world, MANY);
    ({ clerk, agent, roster } = company);
    colleague = await colleagueOf(world, company.administrator, 'bspia', 'chuangkou2', ['reviewer']);
  });
  afterAll(() => world.stop());
  const params = () => ({ id: roster.id });
  const now = () => agent.api.ok(rosters.getRoster, { params: params() });
  const seenByAgent = () => agent.api.ok(rosterCounters.getRosterCounter, { params: params() });
  const seenByClerk = () => clerk.api.ok(rosterCounters.getStaffRosterCounter, { params: params() });
  const count = (who: SignedInPerson, n: number, except: string[]) =>
    who.api.call(rosterCounters.confirmRosterCounted, {
      params: params(),
      body: { count: n, except, truthful: true },
    });
  const rowOf = ({ rows }: StaffRosterCounterView, order: number) => rows[order]?.id ?? '';

  it('lists nobody before the agent asks, then everybody once, by a code that stays', async () => {
    expect((await agent.api.refused(rosterCounters.getRosterCounter, { params: params() })).code).toBe('not-found');
    expect(await now()).toMatchObject({
      where: 'counter',
      counter: null,
      counts: { submittable: MANY, resubmittable: 0 },
    });
    const submit = { params: params(), body: { firstReviewed: false } };
    await agent.api.ok(rosters.submitRoster, submit);
    await world.runJobs();
    expect(await now()).toMatchObject({
      counter: { listed: MANY, confirmed: 0, until: null },
      counts: { submittable: 0, state: { draft: MANY } },
    });
    expect((await agent.api.refused(rosters.submitRoster, submit)).code).toBe('nothing-to-submit');
    const view = await seenByAgent();
    expect(view.code).toMatch(/^[2-9A-HJKMNP-Z]{10}$/);
    expect(view).toMatchObject({ counts: { listed: MANY, open: MANY }, feeFen: MANY * 28_000, isSet: false });
    expect(view.rows.map(({ position }) => position)).toEqual(view.rows.map((_, at) => at + 1));
    expect(view.rows[0]?.missing.length).toBeGreaterThan(1);
  });

  it('is printed with its code, everybody in order and the total', async () => {
    const { code } = await seenByAgent();
    const pdf = await agent.api.file(rosterCounters.downloadRosterSlip, { params: params() });
    const text = await readText(pdf);
    expect(text).toContain(code);
    expect(text).toContain('2240');
    expect(text.indexOf('学员甲')).toBeLessThan(text.indexOf('学员辛'));
  });

  it('is opened at the counter by its code, by the clerks of that body alone', async () => {
    const { code } = await seenByAgent();
    const open = { params: { code: `${code.slice(0, 5).toLowerCase()} ${code.slice(5)}` } };
    expect(await clerk.api.ok(rosterCounters.openRosterSlip, open)).toMatchObject({
      unitName: '北京甲安防有限公司',
      counts: { open: MANY },
    });
    expect((await clerk.api.ok(rosterCounters.listRosterCounters, {})).items).toMatchObject([
      { rosterId: roster.id, listed: MANY, confirmed: 0 },
    ]);
    const elsewhere = await firstAdministrator(world, 'waidi', { id: 'elsewhere', name: '外地协会' });
    expect((await elsewhere.api.refused(rosterCounters.openRosterSlip, open)).code).toBe('not-found');
    expect((await elsewhere.api.refused(rosterCounters.getStaffRosterCounter, { params: params() })).code).toBe(
      'not-found',
    );
    expect((await elsewhere.api.ok(rosterCounters.listRosterCounters, {})).items).toEqual([]);
    expect((await agent.api.refused(rosterCounters.openRosterSlip, open)).code).toBe('forbidden');
    const stranger = await candidateByPhone(world, '13900000009');
    expect((await stranger.api.refused(rosterCounters.getRosterCounter, { params: params() })).code).toBe('not-found');
    // they wait on the list of their unit, not one by one among those who come alone
    const waiting = await clerk.api.ok(counter.listAtCounter, { query: { of: 'waiting' } });
    expect(waiting).toMatchObject({ items: [], counts: { waiting: 0 } });
  });

  it('confirms one by one and paper by paper; whose paper is missing stays open with the rest of them', async () => {
    const view = await seenByClerk();
    const whole = await tickAll(clerk, await clerk.api.ok(counter.getAtCounter, { params: { id: rowOf(view, 0) } }));
    await clerk.api.ok(counter.confirmAtCounter, {
      params: { id: rowOf(view, 0) },
      body: { version: whole.application.version, truthful: true, noticeRead: true },
    });
    const { originals } = await clerk.api.ok(counter.getAtCounter, { params: { id: rowOf(view, 1) } });
    const first = originals[0]?.alternatives[0]?.[0];
    await clerk.api.ok(counter.tickOriginal, {
      params: { id: rowOf(view, 1) },
      body: { document: first?.document ?? '', seen: true, received: false },
    });
    const seen = await seenByAgent();
    expect(seen.rows[0]).toMatchObject({ isOpen: false, missing: [], state: 'submitted' });
    expect(seen.rows[1]).toMatchObject({ isOpen: true, begun: true });
    expect(seen.rows[1]?.missing).not.toContain(first?.printed);
    expect(seen.rows[1]?.missing.length).toBe((seen.rows[2]?.missing.length ?? 0) - 1);
    const back = { params: { id: rowOf(view, 1) }, body: { note: '缺身份证' } };
    expect(await clerk.api.refused(counter.sendSlipBack, back)).toMatchObject({
      code: 'wrong-state',
      data: { state: 'of-unit' },
    });
  });

  it('takes “all of them seen” only with the number that the clerk has counted, and once', async () => {
    const view = await seenByClerk();
    const away = [rowOf(view, MANY - 2), rowOf(view, MANY - 1)];
    expect(await count(clerk, MANY, away)).toMatchObject({ code: 'wrong-state', data: { state: 'count-differs' } });
    const answers = await Promise.all([count(clerk, MANY - 3, away), count(colleague, MANY - 3, away)]);
    expect(answers.map(({ code }) => code).toSorted()).toEqual(['ok', 'wrong-state']);
    await world.runJobs();
    expect(await now()).toMatchObject({
      counter: { listed: MANY, confirmed: MANY - 2 },
      counts: { state: { submitted: MANY - 2, draft: 2 } },
    });
    const [first] = (await seenByClerk()).rows;
    const review = await clerk.api.ok(applications.getReview, { params: { id: first?.id ?? '' } });
    expect(review.state).toBe('submitted');
  });

  it('keeps the two open until a day that staff set, of which the agent hears, and beyond the window', async () => {
    const { latest } = await seenByClerk();
    const keep = (until: string) =>
      clerk.api.call(rosterCounters.keepRosterOpen, { params: params(), body: { until: localDate(until) } });
    expect((await keep('2026-11-22')).code).toBe('invalid-input');
    const { closes } = await now();
    const until = localDate('2026-12-01');
    expect(closes !== null && closes < until && until <= latest).toBe(true);
    expect((await keep('2027-03-01')).code).toBe('invalid-input');
    expect((await keep(until)).code).toBe('ok');
    expect(await seenByAgent()).toMatchObject({ openUntil: until, isSet: true, counts: { open: 2 } });
    const told = (await agent.api.ok(messages.listMessages, { query: {} })).items;
    expect(told.find(({ code }) => code === 'unit-counter-open')?.data).toMatchObject({ open: 2, until });
    await world.moveTo(until);
    expect((await now()).closed?.code).toBe('too-late');
    // what is open is mended still
    const rowId = rowOf(await seenByClerk(), MANY - 1);
    const row = await agent.api.ok(rosterRows.getRosterRow, { params: { ...params(), rowId } });
    const photoFileId = await uploaded(agent, 'photo', await portrait());
    const mended = { params: { ...params(), rowId }, ifMatch: row.version, body: { photoFileId } };
    await agent.api.ok(rosterRows.changeRosterRow, mended);
    expect((await count(clerk, 1, [rowOf(await seenByClerk(), MANY - 2)])).code).toBe('ok');
    await world.runJobs();
    expect((await now()).counts.state).toEqual({ submitted: MANY - 1, draft: 1 });
  });

  it('and takes nobody after that day', async () => {
    await world.moveTo('2026-12-02');
    expect(await seenByAgent()).toMatchObject({ isOver: true, counts: { open: 1 } });
    expect((await count(clerk, 1, [])).code).toBe('counter-window');
    const rowId = rowOf(await seenByClerk(), MANY - 2);
    expect((await clerk.api.ok(counter.getAtCounter, { params: { id: rowId } })).blocked?.code).toBe('counter-window');
  });

  it('has what staff return mended by the agent and handed in again, without another way to the counter', async () => {
    const rowId = rowOf(await seenByClerk(), 2);
    const review = await clerk.api.ok(applications.getReview, { params: { id: rowId } });
    await clerk.api.ok(applications.returnApplication, {
      params: { id: rowId },
      body: { version: review.version, remarks: [{ field: 'photo', text: '请重新拍照' }] },
    });
    const row = await agent.api.ok(rosterRows.getRosterRow, { params: { ...params(), rowId } });
    const photoFileId = await uploaded(agent, 'photo', await portrait({ width: 320, height: 420 }));
    const change = { params: { ...params(), rowId }, ifMatch: row.version, body: { photoFileId } };
    await agent.api.ok(rosterRows.changeRosterRow, change);
    expect((await now()).counts).toMatchObject({ submittable: 1, resubmittable: 1 });
    const sent = await agent.api.call(rosters.submitRoster, { params: params(), body: { firstReviewed: false } });
    expect(sent.code).toBe('ok');
    await world.runJobs();
    expect((await now()).counts.state).toEqual({ submitted: MANY - 1, draft: 1 });
  });
});
