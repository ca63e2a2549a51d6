import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { notices, sessionChanges, sessions } from '@jikaotong/shared/contract';
import { localDate, timeOfDay } from '@jikaotong/shared/kernel';
import { type SignedInPerson, firstAdministrator, staffMember } from '../support/people';
import { type World, openWorld } from '../support/world';

const day = localDate;
const noticeId = 'bspia-2026-certification';
const plan = {
  noticeId,
  name: '2026年12月批次',
  offeringCodes: ['installer-5', 'security-manager-3'],
  examStart: day('2026-12-12'),
  examEnd: day('2026-12-12'),
  applicationOpens: day('2026-11-25'),
  applicationCloses: day('2026-11-30'),
  paymentCloses: day('2026-12-04'),
};
const paper = (offeringCode: string, subject: 'theory' | 'skill', from: string, to: string) => ({
  offeringCode,
  subject,
  day: day('2026-12-12'),
  startsAt: timeOfDay(from),
  endsAt: timeOfDay(to),
  siteName: '亦庄考点',
});
const places = {
  sites: [{ name: '亦庄考点', address: '科谷一街10号院', rooms: [{ name: '101', seats: 30 }] }],
  papers: [
    paper('installer-5', 'theory', '09:00', '10:30'),
    paper('installer-5', 'skill', '13:00', '15:00'),
    paper('security-manager-3', 'theory', '09:00', '10:30'),
    paper('security-manager-3', 'skill', '13:00', '15:00'),
  ],
};

describe('a session from plan to publication', () => {
  let world: World;
  let officer: SignedInPerson;
  let reviewer: SignedInPerson;
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23' });
    const administrator = await firstAdministrator(world);
    officer = await staffMember(world, administrator, 'kaowu', ['exam-officer']);
    reviewer = await staffMember(world, administrator, 'shenhe', ['reviewer']);
  });
  afterAll(() => world.stop());

  it('refuses days in the wrong order and offerings of another notice', async () => {
    const wrong = (change: object) => officer.api.refused(sessions.createSession, { body: { ...plan, ...change } });
    expect(await wrong({ applicationCloses: day('2026-11-24') })).toMatchObject({
      code: 'window-order-wrong',
      data: { first: 'applicationOpens', second: 'applicationCloses' },
    });
    expect(await wrong({ paymentCloses: day('2026-12-12') })).toMatchObject({ code: 'window-order-wrong' });
    expect(await wrong({ offeringCodes: ['installer-4'] })).toMatchObject({ code: 'offering-unknown' });
    expect(await wrong({ noticeId: 'no-such-notice' })).toMatchObject({ code: 'not-found' });
    expect(await reviewer.api.refused(sessions.createSession, { body: plan })).toMatchObject({ code: 'forbidden' });
  });

  it('is planned, confirmed with every assumption named, and only then shown', async () => {
    const planned = await officer.api.ok(sessions.createSession, { body: plan });
    const params = { id: planned.id };
    expect(planned).toMatchObject({
      state: 'upcoming',
      published: false,
      windowsConfirmed: false,
      plan: { paymentOpens: '2026-11-25' },
      offerings: [{ totalFen: 28_000 }, { totalFen: 43_000 }],
    });
    expect(planned.windows.find(({ kind }) => kind === 'ticket')).toMatchObject({
      opens: '2026-12-07',
      source: { clause: '三（四）' },
    });
    expect(await world.stranger.refused(sessions.getSession, { params })).toMatchObject({ code: 'not-found' });
    expect(await officer.api.refused(sessions.publishSession, { params })).toMatchObject({
      code: 'windows-not-confirmed',
    });

    const paths = planned.assumptions.map(({ path }) => path);
    expect(
      await officer.api.refused(sessions.confirmWindows, { params, body: { assumptions: paths.slice(1) } }),
    ).toMatchObject({ code: 'assumption-not-confirmed', data: { paths: paths.slice(0, 1) } });
    const confirmed = await officer.api.ok(sessions.confirmWindows, { params, body: { assumptions: paths } });
    expect(confirmed.windowsConfirmed).toBe(true);
    expect(await officer.api.refused(sessions.publishSession, { params })).toMatchObject({
      code: 'session-incomplete',
      data: { missing: expect.arrayContaining(['paper:installer-5:theory']) },
    });

    const outside = {
      ...places,
      papers: [{ ...paper('installer-5', 'theory', '09:00', '10:30'), day: day('2026-12-13') }],
    };
    expect(await officer.api.refused(sessions.setSessionPlaces, { params, body: outside })).toMatchObject({
      code: 'window-order-wrong',
    });
    const elsewhere = { sites: [], papers: places.papers };
    expect(await officer.api.refused(sessions.setSessionPlaces, { params, body: elsewhere })).toMatchObject({
      code: 'invalid-input',
    });
    await officer.api.ok(sessions.setSessionPlaces, { params, body: places });
    expect((await officer.api.ok(sessions.publishSession, { params })).published).toBe(true);
    expect(await officer.api.refused(sessions.updateSession, { params, body: { name: '改名' } })).toMatchObject({
      code: 'wrong-state',
    });

    const shown = await world.stranger.ok(notices.listNotices, { query: { q: '技能等级认定' } });
    expect(shown.items[0]).toMatchObject({
      id: noticeId,
      bodyName: '北京安全防范行业协会',
      nearest: { sessionId: planned.id, state: 'upcoming', on: '2026-11-25' },
    });
    await world.moveTo('2026-11-25', '00:00');
    expect(await world.stranger.ok(sessions.getSession, { params })).toMatchObject({
      state: 'applying',
      sites: [{ name: '亦庄考点', address: '科谷一街10号院' }],
    });
    await world.moveTo('2026-12-01');
    const notice = await world.stranger.ok(notices.getNotice, { params: { id: noticeId } });
    expect(notice.sessions.map(({ state }) => state)).toEqual(['reviewing']);
  });

  it('asks for confirmation again when the plan changes', async () => {
    const { id, assumptions, windows } = await officer.api.ok(sessions.createSession, {
      body: { ...plan, name: '2026年12月第二批次', examStart: day('2026-12-26'), examEnd: day('2026-12-26') },
    });
    // nobody has announced 2027: publicity is not guessed, and that alone holds nothing back
    expect(windows.find(({ kind }) => kind === 'publicity')).toMatchObject({ closes: null });
    const params = { id };
    // what was taken as true for the first session, and has not changed, is not asked again
    expect(assumptions.map(({ before }) => before?.sessionName)).toEqual(assumptions.map(() => plan.name));
    const body = { assumptions: [] };
    await officer.api.ok(sessions.confirmWindows, { params, body });
    const kept = await world.db.read((h) =>
      h.query<{ n: number }>('SELECT COUNT(*) AS n FROM session_assumption WHERE session_id = ?', [id]),
    );
    expect(Number(kept[0]?.n)).toBe(assumptions.length);
    const placesOn = (text: string) =>
      officer.api.ok(sessions.setSessionPlaces, {
        params,
        body: { ...places, papers: places.papers.map((paper) => ({ ...paper, day: day(text) })) },
      });
    await placesOn('2026-12-26');
    const moved = await officer.api.ok(sessions.updateSession, {
      params,
      body: { examStart: day('2026-12-19'), examEnd: day('2026-12-19') },
    });
    expect(moved).toMatchObject({ windowsConfirmed: false, examStart: '2026-12-19' });
    expect(moved.windows.find(({ kind }) => kind === 'ticket')?.opens).toBe('2026-12-14');

    await officer.api.ok(sessions.confirmWindows, { params, body });
    expect(await officer.api.refused(sessions.publishSession, { params })).toMatchObject({
      code: 'window-order-wrong',
      data: { day: '2026-12-26', firstDay: '2026-12-19' },
    });
    await placesOn('2026-12-19');
    expect(await officer.api.refused(sessions.publishSession, { params })).toMatchObject({
      code: 'window-order-wrong',
      data: { first: 'today', second: 'applicationCloses', firstDay: '2026-12-01', secondDay: '2026-11-30' },
    });
    await officer.api.ok(sessions.updateSession, { params, body: { applicationCloses: day('2026-12-01') } });
    await officer.api.ok(sessions.confirmWindows, { params, body });
    expect((await officer.api.ok(sessions.publishSession, { params })).published).toBe(true);
  });

  it('is not overwritten from a second tab: who saves a plan made from an older one is told, and another day can be added', async () => {
    const made = await officer.api.ok(sessions.createSession, {
      body: { ...plan, name: '两个窗口', examStart: day('2026-12-27'), examEnd: day('2026-12-27') },
    });
    const params = { id: made.id };
    const save = (body: object) => officer.api.call(sessions.updateSession, { params, body });
    const { revision } = made;
    expect(await save({ name: '甲改的', revision })).toMatchObject({ code: 'ok' });
    expect(await save({ name: '乙改的', revision })).toMatchObject({ status: 412, code: 'changed-meanwhile' });
    const seen = await officer.api.ok(sessions.getStaffSession, { params });
    expect(seen.name).toBe('甲改的');
    // places made from the plan before are no newer
    const late = { params, body: { sites: [], papers: [], revision } };
    expect(await officer.api.refused(sessions.setSessionPlaces, late)).toMatchObject({ code: 'changed-meanwhile' });
    const both = await Promise.all(['丙', '丁'].map((name) => save({ name, revision: seen.revision })));
    expect(both.map(({ code }) => code).toSorted()).toEqual(['changed-meanwhile', 'ok']);
    const again = await officer.api.ok(sessions.getStaffSession, { params });
    const more = await officer.api.ok(sessions.updateSession, {
      params,
      body: { examEnd: day('2026-12-28'), revision: again.revision },
    });
    expect(more).toMatchObject({ examStart: '2026-12-27', examEnd: '2026-12-28', windowsConfirmed: false });
    await officer.api.ok(sessionChanges.deleteSession, { params });
  });

  it('shows the printed text, judges facts and knows the announced years', async () => {
    const params = { id: noticeId };
    expect((await world.stranger.ok(notices.getNoticeText, { params })).text).toContain('0200022309014440258');
    const verdict = await world.stranger.ok(notices.assessFacts, {
      params,
      body: { offeringCode: 'installer-5', facts: { birthDate: day('1990-05-01'), intends: true } },
    });
    expect(verdict.verdict).toBe('eligible');
    expect(
      await world.stranger.refused(notices.assessFacts, { params, body: { offeringCode: 'none', facts: {} } }),
    ).toMatchObject({ code: 'offering-unknown' });
    const { years } = await world.stranger.ok(notices.getCalendarYears, {});
    expect(years.map(({ year }) => year)).toEqual([2024, 2025, 2026]);
  });
});
