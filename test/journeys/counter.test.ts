import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applications, calendars, counter, messages, orders, sessions, slips } from '@jikaotong/shared/contract';
import { localDate } from '@jikaotong/shared/kernel';
import { newGuard } from '../builders/facts';
import { handInRefused, identityOf } from '../support/apply';
import {
  colleagueOf,
  confirmed,
  firstOfShqbxh,
  guardOf2025,
  openS25,
  openS25August,
  prefilled,
  shqbxh,
  tickAll,
} from '../support/counter';
import { type SignedInPerson, candidateByWechat, firstAdministrator } from '../support/people';
import { type World, openWorld } from '../support/world';

const statements = { truthful: true, noticeRead: true } as const;

describe('S25 at the counter on a Friday', () => {
  let world: World;
  let administrator: SignedInPerson;
  let clerk: SignedInPerson;
  let colleague: SignedInPerson;
  let elsewhere: SignedInPerson;
  let sessionId: string;
  beforeAll(async () => {
    world = await openWorld({ day: '2025-06-20', time: '10:00' });
    administrator = await firstOfShqbxh(world);
    sessionId = await openS25August(administrator);
    clerk = await colleagueOf(world, administrator, shqbxh.id, 'chuangkou', ['reviewer']);
    colleague = await colleagueOf(world, administrator, shqbxh.id, 'chuangkou2', ['reviewer']);
    elsewhere = await firstAdministrator(world, 'waidi', { id: 'elsewhere', name: '外地协会' });
  });
  afterAll(() => world.stop());

  const slipOf = (person: SignedInPerson, id: string) => person.api.ok(slips.createSlip, { params: { id } });
  const scan = (person: SignedInPerson, code: string | null) =>
    person.api.ok(counter.openSlip, { params: { code: code ?? '' } });

  it('goes from the phone over the slip to the order', async () => {
    const wang = await candidateByWechat(world, 'o-wang');
    const draft = await prefilled(wang, sessionId, { name: '王建国', order: 1 });
    // the window is printed until Tuesday 07-15; the counter opens on Fridays
    expect(draft.progress.next[0]).toEqual({ action: 'submit', by: 'candidate', until: '2025-07-11' });
    const calendar = await wang.api.ok(calendars.getCalendar, {});
    expect(calendar.items.find(({ window }) => window === 'application')).toMatchObject({
      opens: '2025-06-16',
      closes: '2025-07-11',
      source: { clause: '六（二）' },
      todo: { action: 'submit', until: '2025-07-11' },
    });
    const file = (await wang.api.file(calendars.downloadCalendar, { query: {} })).toString();
    expect(file).toContain('DTEND;VALUE=DATE:20250712');
    expect(file).not.toMatch(/202507(15|16)/);
    expect((await handInRefused(wang, draft.id)).code).toBe('apply-at-counter');

    const slip = await slipOf(wang, draft.id);
    expect(slip).toMatchObject({
      state: 'waiting',
      candidateName: '王建国',
      counter: {
        now: { state: 'open', until: '11:30' },
        lastDay: '2025-07-11',
        days: ['2025-06-20', '2025-06-27', '2025-07-04', '2025-07-11'],
        source: { clause: '六（二）' },
      },
    });
    expect(slip.link).toContain(`/packages/staff/counter/index?code=${slip.code}`);
    const brought = slip.bring.map(({ alternatives }) => alternatives[0]?.[0]?.document);
    // of this condition, and of everybody; annex 1 is an empty page, so what shows it is assumed
    expect(brought).toEqual(['identity-document', 'work-years-proof', 'application-form', 'minimum-education-proof']);
    expect(slip.bring[1]?.alternatives[0]?.[0]).toMatchObject({
      printed: expect.stringContaining('工作年限'),
      source: { assumed: expect.stringContaining('附件1为空页') },
      keeps: false,
    });
    const pdf = await wang.api.file(slips.downloadSlip, { params: { id: draft.id } });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');

    // typed as it is read out
    const typed = `${slip.code?.slice(0, 4).toLowerCase()} ${slip.code?.slice(4)}`;
    const seen = await scan(clerk, typed);
    expect(seen.application).toMatchObject({ id: draft.id, state: 'draft', documentNumber: expect.any(String) });
    expect(seen.blocked).toMatchObject({
      code: 'originals-missing',
      data: {
        missing: [
          [['identity-document']],
          [['work-years-proof']],
          [['application-form']],
          [['minimum-education-proof']],
        ],
      },
    });
    const form = await clerk.api.file(counter.downloadCounterForm, {
      params: { id: draft.id, document: 'application-form' },
    });
    expect(form.subarray(0, 5).toString()).toBe('%PDF-');

    const ticked = await tickAll(clerk, seen);
    expect(ticked.blocked).toBeNull();
    expect(ticked.ticks).toMatchObject([
      { document: 'identity-document', received: false, seenBy: 'chuangkou' },
      { document: 'work-years-proof', received: false, seenBy: 'chuangkou' },
      { document: 'application-form', received: true, seenBy: 'chuangkou' },
      { document: 'minimum-education-proof', received: false, seenBy: 'chuangkou' },
    ]);
    const done = await confirmed(clerk, ticked);
    expect(done.application).toMatchObject({ state: 'submitted', progress: { stage: 'in-review' } });
    expect(done.slip).toMatchObject({ state: 'confirmed', confirmedBy: 'chuangkou', outsideHours: false });
    expect(await wang.api.ok(slips.getSlip, { params: { id: draft.id } })).toMatchObject({ state: 'confirmed' });

    const { id, version } = done.application;
    await clerk.api.ok(applications.approveApplication, { params: { id }, body: { version } });
    const order = await wang.api.ok(orders.getOrder, { params: { id } });
    expect(order).toMatchObject({ state: 'open', totalFen: 103_600 });
    const { counts, items } = await clerk.api.ok(counter.listAtCounter, { query: { of: 'today' } });
    expect(counts).toMatchObject({ today: 1, walkInsToday: 0 });
    expect(items).toMatchObject([{ candidateName: '王建国', confirmedBy: 'chuangkou', walkIn: false }]);
  });

  it('shows the clerk what stands there now, and asks for another look at what changed', async () => {
    const li = await candidateByWechat(world, 'o-li');
    const draft = await prefilled(li, sessionId, { order: 2 });
    const params = { id: draft.id };
    const { code } = await slipOf(li, draft.id);
    const ticked = await tickAll(clerk, await scan(clerk, code));
    const corrected = { candidate: { employer: '上海另一家公司' } };
    const saved = await li.api.ok(applications.saveApplication, { params, ifMatch: draft.version, body: corrected });
    const stale = { params, body: { version: ticked.application.version, ...statements } };
    expect((await clerk.api.refused(counter.confirmAtCounter, stale)).code).toBe('originals-missing');
    const again = await tickAll(clerk, await scan(clerk, code));
    expect(again.application.candidate.employer).toBe('上海另一家公司');
    expect((await clerk.api.refused(counter.confirmAtCounter, stale)).code).toBe('changed-meanwhile');
    // what the clerk corrects with the candidate standing there stays ticked
    const mended = await clerk.api.ok(counter.saveAtCounter, {
      params,
      ifMatch: saved.version,
      body: { candidate: { name: '李明' } },
    });
    expect(mended.blocked).toBeNull();
    expect((await confirmed(clerk, mended)).application.candidate.name).toBe('李明');
  });

  it('knows no slip of another body, no dead code, and no draft without a slip', async () => {
    const zhao = await candidateByWechat(world, 'o-zhao');
    const draft = await prefilled(zhao, sessionId, { order: 3, name: '赵六' });
    const params = { id: draft.id };
    expect((await clerk.api.refused(counter.getAtCounter, { params })).code).toBe('not-found');
    const first = await slipOf(zhao, draft.id);
    const second = await slipOf(zhao, draft.id);
    expect(second.code).not.toBe(first.code);
    expect((await clerk.api.refused(counter.openSlip, { params: { code: first.code ?? '' } })).code).toBe('not-found');
    const foreign = { params: { code: second.code ?? '' } };
    expect((await elsewhere.api.refused(counter.openSlip, foreign)).code).toBe('not-found');
    expect((await elsewhere.api.refused(counter.getAtCounter, { params })).code).toBe('not-found');
    expect((await zhao.api.refused(counter.openSlip, foreign)).code).toBe('forbidden');
    const stranger = await candidateByWechat(world, 'o-nosy');
    expect((await stranger.api.refused(slips.getSlip, { params })).code).toBe('not-found');

    const find = async (person: SignedInPerson, q: string) =>
      (await person.api.ok(counter.listAtCounter, { query: { of: 'all', q } })).items.map((item) => item.applicationId);
    expect(await find(clerk, '赵')).toEqual([draft.id]);
    expect(await find(clerk, identityOf({ order: 3 }).documentNumber.slice(-4))).toContain(draft.id);
    expect(await find(elsewhere, '赵')).toEqual([]);

    await clerk.api.ok(counter.sendSlipBack, { params, body: { note: '照片请重拍' } });
    expect(await zhao.api.ok(slips.getSlip, { params })).toMatchObject({
      state: 'sent-back',
      code: null,
      note: '照片请重拍',
    });
    expect((await clerk.api.refused(counter.openSlip, foreign)).code).toBe('not-found');
    expect((await clerk.api.refused(counter.getAtCounter, { params })).code).toBe('not-found');
    const told = await zhao.api.ok(messages.listMessages, { query: {} });
    expect(told.items[0]).toMatchObject({ code: 'slip-sent-back', data: { reason: '照片请重拍' } });
    expect((await slipOf(zhao, draft.id)).state).toBe('waiting');
  });

  it('refuses who is not eligible for the level, with the clause', async () => {
    const sun = await candidateByWechat(world, 'o-sun');
    const facts = guardOf2025({ jobs: newGuard().jobs ?? [] });
    const draft = await prefilled(sun, sessionId, {
      order: 4,
      offeringCode: 'security-manager-2',
      route: '2-1',
      facts,
    });
    const refused = await sun.api.refused(slips.createSlip, { params: { id: draft.id } });
    expect(refused).toMatchObject({ code: 'not-eligible', data: { assessment: { verdict: 'ineligible' } } });
    const officer = await colleagueOf(world, await firstAdministrator(world, 'hu-2', shqbxh), shqbxh.id, 'kaowu', [
      'exam-officer',
    ]);
    // 10月 only has 三级 (二（三）)
    const october = await officer.api.ok(sessions.createSession, {
      body: {
        noticeId: 'shqbxh-2025-certification',
        name: '2025年10月批次',
        offeringCodes: ['security-manager-2'],
        examStart: localDate('2025-10-18'),
        examEnd: localDate('2025-10-18'),
        applicationOpens: localDate('2025-08-16'),
        applicationCloses: localDate('2025-09-15'),
        paymentCloses: localDate('2025-09-20'),
      },
    });
    expect(october.warnings.map(({ code }) => code)).toContain('month-not-listed');
  });

  it('lets one of two clerks confirm', async () => {
    const people = await Promise.all([5, 6, 7].map((order) => candidateByWechat(world, `o-race-${order}`)));
    for (const [at, person] of people.entries()) {
      const draft = await prefilled(person, sessionId, { order: 5 + at });
      const view = await tickAll(clerk, await scan(clerk, (await slipOf(person, draft.id)).code));
      const looks = await Promise.all(
        [clerk, colleague].map((one) => one.api.ok(counter.getAtCounter, { params: { id: draft.id } })),
      );
      // the control: who looks first and decides afterwards would both confirm
      expect(looks.map(({ blocked }) => blocked)).toEqual([null, null]);
      const body = { version: view.application.version, ...statements };
      const answers = await Promise.all(
        [clerk, colleague].map((one) => one.api.call(counter.confirmAtCounter, { params: { id: draft.id }, body })),
      );
      expect(answers.filter(({ code }) => code === 'ok')).toHaveLength(1);
      const told = await person.api.ok(messages.listMessages, { query: {} });
      expect(told.items.filter(({ code }) => code === 'application-submitted')).toHaveLength(1);
    }
  });

  it('warns on a Saturday, and refuses after the last day with the words for it', async () => {
    const zhou = await candidateByWechat(world, 'o-zhou');
    const wu = await candidateByWechat(world, 'o-wu');
    const zhous = await prefilled(zhou, sessionId, { order: 8 });
    const wus = await prefilled(wu, sessionId, { order: 9 });
    const slip = await slipOf(zhou, zhous.id);
    await slipOf(wu, wus.id);
    await world.moveTo('2025-06-21', '10:00');
    const seen = await tickAll(clerk, await scan(clerk, slip.code));
    expect(seen.counter.now).toEqual({ state: 'closed', next: { day: '2025-06-27', from: '09:30' } });
    expect((await confirmed(clerk, seen)).slip).toMatchObject({ state: 'confirmed', outsideHours: true });

    const stateNow = async () => (await world.stranger.ok(sessions.getSession, { params: { id: sessionId } })).state;
    expect(await stateNow()).toBe('applying');
    await world.moveTo('2025-07-12', '10:00');
    // no visitor is led to an application that nobody will take in any more
    expect(await stateNow()).toBe('reviewing');
    const late = await wu.api.refused(slips.createSlip, { params: { id: wus.id } });
    expect(late).toMatchObject({ code: 'counter-window', data: { when: 'after', closedOn: '2025-07-11' } });
    await world.moveTo('2025-07-16', '10:00');
    const view = await clerk.api.ok(counter.getAtCounter, { params: { id: wus.id } });
    expect(view.blocked).toMatchObject({ code: 'counter-window', data: { when: 'after', closedOn: '2025-07-15' } });
    const walkIn = { body: { sessionId, offeringCode: 'security-manager-3', consents: true } as const };
    expect((await clerk.api.refused(counter.enterWalkIn, walkIn)).code).toBe('counter-window');
  });

  it('is closed on a Friday that is a holiday, and says which Friday comes next', async () => {
    await world.moveTo('2025-07-16', '10:00');
    const { items } = await clerk.api.ok(counter.listCounterSessions, {});
    expect(items).toEqual([]);
    const november = await openS25(administrator, {
      name: '2025年11月批次',
      examOn: '2025-11-22',
      offeringCodes: ['security-manager-3'],
      opens: '2025-09-16',
      closes: '2025-10-15',
      payBy: '2025-10-20',
    });
    const early = { body: { sessionId: november, offeringCode: 'security-manager-3', consents: true } as const };
    expect(await clerk.api.refused(counter.enterWalkIn, early)).toMatchObject({
      code: 'counter-window',
      data: { when: 'before', opensOn: '2025-09-16', next: '2025-09-19' },
    });
    await world.moveTo('2025-10-03', '10:00');
    const view = await clerk.api.ok(counter.enterWalkIn, early);
    expect(view.counter).toMatchObject({
      now: { state: 'closed', next: { day: '2025-10-10', from: '09:30' } },
      days: ['2025-10-10'],
      lastDay: '2025-10-10',
    });
  });
});

describe('what was confirmed at the counter and returned', () => {
  let world: World;
  let clerk: SignedInPerson;
  let sessionId: string;
  beforeAll(async () => {
    world = await openWorld({ day: '2025-06-20', time: '10:00' });
    const administrator = await firstOfShqbxh(world);
    sessionId = await openS25August(administrator);
    clerk = await colleagueOf(world, administrator, shqbxh.id, 'chuangkou', ['reviewer']);
  });
  afterAll(() => world.stop());

  /** Confirmed at the counter, then sent back for its phone number. */
  const returned = async (order: number) => {
    const person = await candidateByWechat(world, `o-returned-${order}`);
    const params = { id: (await prefilled(person, sessionId, { order })).id };
    const { code } = await person.api.ok(slips.createSlip, { params });
    const seen = await clerk.api.ok(counter.openSlip, { params: { code: code ?? '' } });
    const done = await confirmed(clerk, await tickAll(clerk, seen));
    const remarks = [{ field: 'phone' as const, text: '手机号停机' }];
    const body = { version: done.application.version, remarks };
    await clerk.api.ok(applications.returnApplication, { params, body });
    return { person, params };
  };

  it('is mended on the phone, without papers and signature anew', async () => {
    const { person: wang, params } = await returned(31);
    const { version } = await wang.api.ok(applications.getApplication, { params });
    await wang.api.ok(applications.saveApplication, {
      params,
      ifMatch: version,
      body: { candidate: { phone: '13911113333' } },
    });
    const again = await wang.api.ok(applications.submitApplication, { params, body: statements });
    expect(again).toMatchObject({ state: 'submitted', signature: null });
  });

  it('is mended by the clerk, who confirms it again', async () => {
    const { params } = await returned(32);
    const seen = await clerk.api.ok(counter.getAtCounter, { params });
    const saved = await clerk.api.ok(counter.saveAtCounter, {
      params,
      ifMatch: seen.application.version,
      body: { candidate: { phone: '13911112222' } },
    });
    expect((await confirmed(clerk, saved)).application.state).toBe('submitted');
  });
});
