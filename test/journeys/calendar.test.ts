import { setTimeout as sleep } from 'node:timers/promises';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type CalendarItem,
  applications,
  calendars,
  contests,
  sessionChanges,
  sessions,
  sittings,
} from '@jikaotong/shared/contract';
import { addDays, localDate, timeOfDay } from '@jikaotong/shared/kernel';
import { readyDraft } from '../support/apply';
import { type Candidate, type Examination, openExamination } from '../support/examination';
import { type SignedInPerson, candidateByWechat, firstAdministrator, staffMember } from '../support/people';
import { type World, openWorld } from '../support/world';

const b26 = 'bspia-2026-certification';
const c25 = 'bspia-2025-competition-monitor-operator';

type Read = { status: number; etag: string | null; text: string; events: Map<string, ICAL.Event> };

/** The feed as a calendar program gets it: by its address alone, read by another parser than the one that wrote it. */
const readFeed = async (world: World, path: string, headers: Record<string, string> = {}): Promise<Read> => {
  const answer = await fetch(`${world.origin}${path}`, { headers });
  const text = await answer.text();
  const isFeed = answer.headers.get('content-type')?.startsWith('text/calendar') ?? false;
  const parts = isFeed && text ? new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent') : [];
  const events = parts.map((part) => new ICAL.Event(part));
  return {
    status: answer.status,
    etag: answer.headers.get('etag'),
    text,
    events: new Map(events.map((event) => [event.uid, event])),
  };
};

const makeFeed = async ({ api }: SignedInPerson): Promise<string> =>
  (await api.ok(calendars.makeCalendarFeed, {})).path ?? '';
const follow = ({ api }: SignedInPerson, id: string, followed = true) =>
  api.ok(calendars.setFollowing, { params: { id }, body: { followed } });
const calendarOf = ({ api }: SignedInPerson) => api.ok(calendars.getCalendar, {});
const uidOf = (key: string): string => `${key}@jikaotong`;

/** iCalendar tells changes apart by the second: a change now would look like one made in this same second. */
const nextSecond = () => sleep(1_001 - (Date.now() % 1_000));

describe('the calendar of somebody who follows, applies and sits B26', () => {
  let world: World;
  let exam: Examination;
  let sessionId: string;
  let mei: Candidate;
  let feed: string;
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23' });
    exam = await openExamination(world);
    sessionId = exam.params.id;
  });
  afterAll(() => world.stop());

  const windowKey = (kind: string) => `session.${sessionId}.${kind}`;
  const todoOf = (items: readonly CalendarItem[]) =>
    items.flatMap(({ key, todo }) => (todo ? [`${key} ${todo.action} ${todo.until}`] : []));

  it('is empty until a notice is followed, and then holds every window of its sessions, day by day', async () => {
    const person = await candidateByWechat(world, 'o-follower');
    expect(await calendarOf(person)).toEqual({ items: [], undated: [], followings: [] });
    expect(await follow(person, b26)).toEqual({ noticeId: b26, followed: true, implied: null });
    await follow(person, b26);
    const { items, followings } = await calendarOf(person);
    const { windows } = await world.stranger.ok(sessions.getSession, { params: exam.params });
    expect(new Map(items.map((item) => [item.window, [item.opens, item.closes]]))).toEqual(
      new Map(windows.map(({ kind, opens, closes }) => [kind, [opens, closes]])),
    );
    expect(items.every(({ source, mine }) => source !== null && !mine)).toBe(true);
    expect(todoOf(items)).toEqual([`${windowKey('application')} apply 2026-11-30`]);
    expect(followings).toMatchObject([{ noticeId: b26, followed: true, implied: null, dated: true }]);

    expect(await follow(person, b26, false)).toMatchObject({ followed: false });
    expect((await calendarOf(person)).items).toEqual([]);
    expect((await person.api.refused(calendars.getFollowing, { params: { id: 'no-such' } })).code).toBe('not-found');
    expect((await world.stranger.refused(calendars.getCalendar, {})).code).toBe('not-signed-in');
  });

  it('holds the session of an application without following, and says what is mine to do', async () => {
    const person = await candidateByWechat(world, 'o-draft');
    const draft = await readyDraft(person, sessionId, { order: 7 });
    const { items, followings } = await calendarOf(person);
    expect(todoOf(items)).toEqual([`${windowKey('application')} submit 2026-11-30`]);
    expect(items[0]).toMatchObject({ mine: true, applicationId: draft.id, offering: { code: 'installer-5' } });
    expect(followings).toMatchObject([{ followed: false, implied: 'applied' }]);
    await person.api.ok(applications.withdrawApplication, { params: { id: draft.id } });
    expect(await calendarOf(person)).toEqual({ items: [], undated: [], followings: [] });
  });

  it('is a feed with exact days: whole days end on the day after', async () => {
    mei = await exam.paid('o-mei', { order: 1 });
    feed = await makeFeed(mei.person);
    expect(feed).toMatch(/^\/api\/v1\/calendar-feed\/[\w-]{43}\.ics$/);
    const { events, text } = await readFeed(world, feed);
    const { items } = await calendarOf(mei.person);
    expect(events.size).toBe(items.length);
    for (const { key, opens, closes, startsAt } of items.filter((item) => item.kind === 'window')) {
      expect(startsAt).toBeNull();
      const event = events.get(uidOf(key));
      const [first, last] = [opens ?? closes, closes ?? opens];
      if (first === null || last === null) throw new Error(`${key} has no day`);
      expect([key, event?.startDate.isDate, String(event?.startDate), String(event?.endDate)]).toEqual([
        key,
        true,
        first,
        addDays(last, 1),
      ]);
    }
    const lines = text.split('\r\n');
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(text).not.toContain('张伟');
    expect(text).not.toContain('13800001111');
    expect(text).not.toMatch(/\d{17}[\dX]/);
  });

  it('keeps its tag while nothing changes, and is told to nobody twice', async () => {
    const first = await readFeed(world, feed);
    expect(first.etag).not.toBeNull();
    expect(await readFeed(world, feed, { 'If-None-Match': first.etag ?? '' })).toMatchObject({ status: 304, text: '' });
    expect(await mei.person.api.ok(calendars.getCalendarFeed, {})).toMatchObject({ on: true, path: null });
    const rows = await world.db.read((h) => h.query<Record<string, unknown>>('SELECT * FROM calendar_feed'));
    const secret = feed.slice(feed.lastIndexOf('/') + 1, -4);
    expect(JSON.stringify(rows)).not.toContain(secret);
  });

  it('gains the papers in Beijing time once the candidate is seated', async () => {
    const before = await readFeed(world, feed);
    await world.moveTo('2026-12-05');
    await exam.officer.api.ok(sittings.seatSession, { params: exam.params });
    const { events, etag } = await readFeed(world, feed);
    expect(etag).not.toBe(before.etag);
    const paper = (subject: string) => events.get(uidOf(`application.${mei.id}.paper.${subject}`));
    expect(paper('theory')?.startDate.toJSDate().toISOString()).toBe('2026-12-12T01:00:00.000Z');
    expect(paper('theory')?.endDate.toJSDate().toISOString()).toBe('2026-12-12T02:30:00.000Z');
    expect(paper('skill')?.startDate.toJSDate().toISOString()).toBe('2026-12-12T05:00:00.000Z');
    expect(paper('skill')?.location).toContain('亦庄');
    const { items } = await calendarOf(mei.person);
    expect(items.find(({ subject }) => subject === 'skill')).toMatchObject({
      startsAt: timeOfDay('13:00'),
      mine: true,
    });
  });

  it('hands out one day, or all own days that are not over, as a file', async () => {
    const { api } = mei.person;
    const namesIn = (bytes: Buffer) =>
      new ICAL.Component(ICAL.parse(bytes.toString()))
        .getAllSubcomponents('vevent')
        .map((part) => new ICAL.Event(part).uid);
    const key = windowKey('ticket');
    expect(namesIn(await api.file(calendars.downloadCalendar, { query: { key } }))).toEqual([uidOf(key)]);
    const all = namesIn(await api.file(calendars.downloadCalendar, { query: {} }));
    expect(all).toContain(uidOf(`application.${mei.id}.paper.theory`));
    expect(all).not.toContain(uidOf(windowKey('application')));
    expect((await api.refused(calendars.downloadCalendar, { query: { key: 'none' } })).code).toBe('not-found');
    const other = await candidateByWechat(world, 'o-curious');
    expect((await other.api.refused(calendars.downloadCalendar, { query: { key } })).code).toBe('not-found');
  });

  it('moves with the publication of the results, and leaves alone what stays', async () => {
    const key = uidOf(windowKey('publicity'));
    const before = await readFeed(world, feed);
    await world.moveTo('2026-12-07');
    await world.moveTo('2026-12-14');
    const number = await exam.numberOf(mei);
    await nextSecond();
    await exam.takeFilled({ [number]: { 理论知识: 80, 操作技能: 59 } });
    await exam.publish();
    const after = await readFeed(world, feed);
    const [old, moved] = [before.events.get(key), after.events.get(key)];
    expect([String(old?.startDate), String(moved?.startDate)]).toEqual(['2026-12-18', '2026-12-14']);
    expect(moved?.sequence ?? 0).toBeGreaterThan(old?.sequence ?? 0);
    expect(String(moved?.component.getFirstPropertyValue('last-modified'))).not.toBe(
      String(old?.component.getFirstPropertyValue('last-modified')),
    );
    expect(after.etag).not.toBe(before.etag);
    const days = (read: Read, kind: string) => String(read.events.get(uidOf(windowKey(kind)))?.endDate);
    expect(days(after, 'payment')).toBe(days(before, 'payment'));
    const { items } = await calendarOf(mei.person);
    const own = items.filter(({ kind }) => kind === 'retake-until' || kind === 'kept-until');
    expect(own.map(({ kind, subject }) => [kind, subject])).toContainEqual(['kept-until', 'theory']);
    expect(own.find(({ kind }) => kind === 'retake-until')?.closes).not.toBeNull();
  });

  it('is its owner’s alone, dies when taken back or made anew, and a wrong address looks no different', async () => {
    const other = await candidateByWechat(world, 'o-other');
    const empty = await readFeed(world, await makeFeed(other));
    expect([empty.status, empty.events.size]).toEqual([200, 0]);

    const again = await makeFeed(mei.person);
    const answers = [await readFeed(world, feed), await readFeed(world, '/api/v1/calendar-feed/wrong.ics')];
    expect((await readFeed(world, again)).status).toBe(200);
    await mei.person.api.ok(calendars.revokeCalendarFeed, {});
    answers.push(await readFeed(world, again), await readFeed(world, feed.replace(/.{8}\.ics$/, 'AAAAAAAA.ics')));
    const said = answers.map(({ status, text }) => [status, text.replace(/"requestId":"[^"]*"/, '')]);
    expect(new Set(said.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(said[0]?.[0]).toBe(404);
    expect(await mei.person.api.ok(calendars.getCalendarFeed, {})).toEqual({ on: false, madeAt: null, path: null });
  });
});

describe('the calendar when a session is moved and then cancelled', () => {
  it('moves its days under the same names, takes back the papers, and calls the rest cancelled', async () => {
    const world = await openWorld({ day: '2026-11-23' });
    try {
      const exam = await openExamination(world);
      const { params, officer } = exam;
      const follower = await candidateByWechat(world, 'o-follower');
      await follow(follower, b26);
      const feed = await makeFeed(follower);
      const applicant = await exam.paid('o-paid', { order: 3 });
      const uid = uidOf(`session.${params.id}.exam`);
      const before = (await readFeed(world, feed)).events.get(uid);
      const days = { examStart: localDate('2026-12-19'), examEnd: localDate('2026-12-19') };
      const { revision, move } = await officer.api.ok(sessionChanges.previewSessionChange, { params, query: days });
      await nextSecond();
      const assumptions = move?.assumptions.map(({ path }) => path) ?? [];
      const change = { reason: '考点临时不能使用', choiceUntil: localDate('2026-12-01') };
      await officer.api.ok(sessionChanges.moveSession, { params, body: { ...change, revision, ...days, assumptions } });
      const after = (await readFeed(world, feed)).events.get(uid);
      expect([String(before?.startDate), String(after?.startDate)]).toEqual(['2026-12-12', '2026-12-19']);
      expect(after?.sequence ?? 0).toBeGreaterThan(before?.sequence ?? 0);
      const asked = async () =>
        (await calendarOf(applicant.person)).items.filter(({ kind }) => kind === 'answer-until');
      expect(await asked()).toMatchObject([{ closes: '2026-12-01', todo: { action: 'answer-change' } }]);

      const again = await officer.api.ok(sessionChanges.previewSessionChange, { params, query: {} });
      await officer.api.ok(sessionChanges.cancelSession, { params, body: { ...change, revision: again.revision } });
      const { events } = await readFeed(world, feed);
      const statuses = [...events.values()].map((event) => event.component.getFirstPropertyValue('status'));
      expect([events.has(uid), new Set(statuses)]).toEqual([true, new Set(['CANCELLED'])]);
      expect(await asked()).toMatchObject([{ cancelled: false, closes: '2026-12-01' }]);
    } finally {
      await world.stop();
    }
  });
});

describe('the calendar of somebody who follows C25', () => {
  it('lists printed stages apart until they are announced, and then moves that very line', async () => {
    const world = await openWorld({ day: '2025-07-10' });
    try {
      const officer = await staffMember(world, await firstAdministrator(world), 'kaowu', ['exam-officer']);
      const person = await candidateByWechat(world, 'o-fan');
      await follow(person, c25);
      const before = await calendarOf(person);
      expect(before.items.map(({ key, opens, closes }) => [key, opens, closes])).toContainEqual([
        `notice.${c25}.application`,
        '2025-06-16',
        '2025-07-25',
      ]);
      const stagesIn = ({ undated }: typeof before) => undated.filter(({ kind }) => kind === 'stage');
      expect(stagesIn(before).map(({ printed }) => printed)).toEqual([
        '2025年7月下旬',
        '2025年8月上旬',
        '2025年9月上旬',
      ]);
      const body = { day: localDate('2025-09-06'), startsAt: timeOfDay('09:30'), place: '北京经济技术开发区' };
      await officer.api.ok(contests.announceStage, { params: { id: c25, stage: 'final' }, body });
      const after = await calendarOf(person);
      expect(stagesIn(after)).toHaveLength(2);
      const event = (await readFeed(world, await makeFeed(person))).events.get(uidOf(`notice.${c25}.final`));
      expect(event?.startDate.toJSDate().toISOString()).toBe('2025-09-06T01:30:00.000Z');
      expect(event?.location).toBe('北京经济技术开发区');
    } finally {
      await world.stop();
    }
  });
});
