import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sessions, sittings } from '@jikaotong/shared/contract';
import { seatList } from '@jikaotong/shared/lists';
import { localDate, timeOfDay } from '@jikaotong/shared/kernel';
import { type Examination, openExamination } from '../support/examination';
import { KNOWN_KEYS, addPaid } from '../support/many-paid';
import { type World, openWorld } from '../support/world';

const day = localDate('2026-12-12');
const site = (name: string, rooms: object[]) => ({ name, address: `${name}1号`, rooms: rooms.map(roomOf) });
const roomOf = (room: object) => ({ name: '101', seats: 6, ...room });
const paper = (offeringCode: string, subject: 'theory' | 'skill', from: string, to: string, more: object = {}) => ({
  offeringCode,
  subject,
  day,
  startsAt: timeOfDay(from),
  endsAt: timeOfDay(to),
  siteName: '东考点',
  ...more,
});

// two shifts of theory at desks, skill in three rounds at stations, and whoever finds no place sits at another site
const sites = [
  site('东考点', [
    { perRow: 3, accessible: [1] },
    { name: '实操室', seats: 4, kind: 'stations' },
  ]),
  site('西考点', [{ name: '201', seats: 9, perRow: 3 }]),
];
const papersOf = (code: string) => [
  paper(code, 'theory', '09:00', '10:00', { kind: 'desks', overflowSiteName: '西考点' }),
  paper(code, 'theory', '10:00', '11:00', { kind: 'desks' }),
  paper(code, 'skill', '13:00', '14:00', { kind: 'stations', rounds: 3 }),
];
const papers = ['installer-5', 'security-manager-3'].flatMap(papersOf);

describe('a session in shifts', () => {
  let world: World;
  let exam: Examination;
  let everybody: string[];
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23', env: KNOWN_KEYS });
    exam = await openExamination(world);
    const { id } = await exam.paid('o-first', { name: '首位' });
    await addPaid(world, id, 11);
  });
  afterAll(() => world.stop());

  const set = (body: object) =>
    exam.officer.api.call(sessions.setSessionPlaces, { params: exam.params, body: { sites, papers, ...body } });
  const plan = async () => (await exam.officer.api.ok(sessions.getStaffSession, { params: exam.params })).plan;
  const seats = async () =>
    (await exam.officer.api.ok(seatList.rows, { params: exam.params, query: { limit: '200' } })).items;

  it('is not overwritten by places that were entered before somebody else changed it', async () => {
    const seen = async () => (await exam.officer.api.ok(sessions.getStaffSession, { params: exam.params })).revision;
    const revision = await seen();
    expect((await set({ revision })).code).toBe('ok');
    const before = await plan();
    const fewer = { sites: sites.slice(0, 2), papers: [] };
    expect(await set({ ...fewer, revision })).toMatchObject({ status: 412, code: 'changed-meanwhile' });
    expect(await plan()).toEqual(before);
    expect(await seen()).not.toBe(revision);
    const both = await seen();
    const raced = await Promise.all([set({ revision: both }), set({ revision: both })]);
    expect(raced.map(({ code }) => code).toSorted()).toEqual(['changed-meanwhile', 'ok']);
  });

  it('keeps its shifts, rounds, kinds and rows as they were entered', async () => {
    expect((await set({ expected: { 'installer-5': 12 } })).code).toBe('ok');
    const kept = await plan();
    expect(kept.sites).toEqual(sites);
    expect(kept.papers).toHaveLength(papers.length);
    expect(kept.papers).toEqual(expect.arrayContaining(papers));
    expect(kept.expected).toEqual({ 'installer-5': 12 });
  });

  it.each([
    ['a shift twice', { papers: [...papers, papers[0]] }],
    ['rounds that do not part the hours', { papers: [paper('installer-5', 'skill', '13:00', '14:00', { rounds: 7 })] }],
    ['a row longer than the room', { sites: [site('东考点', [{ perRow: 7 }])], papers: [] }],
    ['an accessible seat that is none', { sites: [site('东考点', [{ accessible: [7] }])], papers: [] }],
    [
      'an overflow to nowhere',
      { papers: [paper('installer-5', 'skill', '13:00', '14:00', { overflowSiteName: '北' })] },
    ],
  ])('refuses %s', async (_, body) => {
    expect(await set(body)).toMatchObject({ code: 'invalid-input' });
  });

  it('seats everybody once a subject, balanced over shifts and rounds, with the right rooms at each', async () => {
    expect(await exam.officer.api.ok(sittings.seatSession, { params: exam.params })).toEqual({ seated: 12 });
    const given = await seats();
    expect(given).toHaveLength(24);
    const counted = new Map<string, number>();
    for (const { hour } of given) counted.set(hour, (counted.get(hour) ?? 0) + 1);
    expect([...counted].toSorted()).toEqual([
      ['2026-12-12 09:00', 7],
      ['2026-12-12 10:00', 5],
      ['2026-12-12 13:00', 4],
      ['2026-12-12 13:20', 4],
      ['2026-12-12 13:40', 4],
    ]);
    // the accessible seat is kept back as long as another is free: two of the first shift sit at the other site
    const early = given.filter(({ hour }) => hour === '2026-12-12 09:00').map(({ room }) => room);
    expect(early.filter((room) => room === '西考点 201')).toHaveLength(2);
    expect(new Set(given.filter(({ subject }) => subject === 'skill').map(({ room }) => room))).toEqual(
      new Set(['东考点 实操室']),
    );
    everybody = given.map(({ subject, name, documentNumber }) => `${subject} ${name} ${documentNumber}`);
    expect(new Set(everybody).size).toBe(24);
  });

  it('goes on with more seats, never with another shape of a room where people sit', async () => {
    const rooms = (more: object) => [
      { ...roomOf({ perRow: 3, accessible: [1] }), ...more },
      ...(sites[0]?.rooms ?? []).slice(1),
    ];
    const with101 = (more: object) => ({ sites: [{ ...site('东考点', []), rooms: rooms(more) }, ...sites.slice(1)] });
    expect(await set(with101({ perRow: 2 }))).toMatchObject({ code: 'places-in-use' });
    expect(await set(with101({ kind: 'computers' }))).toMatchObject({ code: 'places-in-use' });
    expect(await set({ papers: papers.slice(1) })).toMatchObject({ code: 'places-in-use' });
    expect((await set(with101({ seats: 9 }))).code).toBe('ok');
    await exam.officer.api.ok(sittings.seatSession, { params: exam.params });
    const again = (await seats()).map(({ subject, name, documentNumber }) => `${subject} ${name} ${documentNumber}`);
    expect(again.toSorted()).toEqual(everybody.toSorted());
  });
});

describe('a plan with conflicts', () => {
  let world: World;
  let exam: Examination;
  let id: string;
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-16' });
    exam = await openExamination(world);
    const { id: made, assumptions } = await exam.officer.api.ok(sessions.createSession, {
      body: {
        noticeId: 'bspia-2026-certification',
        name: '第二批',
        offeringCodes: ['installer-5'],
        examStart: day,
        examEnd: day,
        applicationOpens: localDate('2026-11-16'),
        applicationCloses: localDate('2026-11-30'),
        paymentCloses: localDate('2026-12-04'),
      },
    });
    id = made;
    const body = { assumptions: assumptions.map(({ path }) => path) };
    await exam.officer.api.ok(sessions.confirmWindows, { params: { id }, body });
  });
  afterAll(() => world.stop());

  const publish = async (body: object) => {
    await exam.officer.api.ok(sessions.setSessionPlaces, { params: { id }, body: { sites, papers: [], ...body } });
    return exam.officer.api.call(sessions.publishSession, { params: { id } });
  };
  const theory = paper('installer-5', 'theory', '09:00', '10:00', { siteName: '西考点' });
  const skill = paper('installer-5', 'skill', '10:00', '11:00', { siteName: '西考点' });

  it('is not published, and says why', async () => {
    const overlapping = [theory, { ...skill, startsAt: timeOfDay('09:30') }];
    expect(await publish({ papers: overlapping })).toMatchObject({
      code: 'plan-conflicts',
      data: {
        conflicts: [
          { code: 'room-twice', data: { siteName: '西考点', roomName: '201', first: '09:00', second: '09:30' } },
          { code: 'person-twice', data: { subject: 'theory', other: 'skill' } },
          { code: 'person-twice', data: { subject: 'skill', other: 'theory' } },
        ],
      },
    });
    expect(await publish({ papers: [theory, skill], expected: { 'installer-5': 10 } })).toMatchObject({
      code: 'plan-conflicts',
      data: {
        conflicts: [
          { code: 'places-short', data: { subject: 'theory', first: '09:00', needed: 10, missing: 1 } },
          { code: 'places-short', data: { subject: 'skill', first: '10:00', needed: 10, missing: 1 } },
        ],
      },
    });
    const seen = await exam.officer.api.ok(sessions.getStaffSession, { params: { id } });
    expect(seen.conflicts?.map(({ code }) => code)).toEqual(['places-short', 'places-short']);
  });

  it('nor where another session of the body has the room', async () => {
    const elsewhere = site('亦庄考点', [{}]);
    const at = (one: object) => ({ ...one, siteName: '亦庄考点' });
    await exam.setRooms(30);
    const body = { sites: [elsewhere], papers: [at(theory), at(skill)], expected: {} };
    expect(await publish(body)).toMatchObject({
      code: 'plan-conflicts',
      data: { conflicts: [{ code: 'room-elsewhere', data: { roomName: '101', first: '09:00' } }] },
    });
  });

  it('is published once nothing is in the way', async () => {
    expect(await publish({ papers: [theory, skill], expected: { 'installer-5': 9 } })).toMatchObject({ code: 'ok' });
    expect(await exam.officer.api.ok(sessions.getStaffSession, { params: { id } })).not.toHaveProperty('conflicts');
  });
});
