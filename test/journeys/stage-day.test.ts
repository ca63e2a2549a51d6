import {
  type BodyOf,
  contests,
  messages,
  overview,
  prints,
  sessionChanges,
  sessions,
  sittings,
  stageDraws,
  stages,
  staffEntries,
  stageRankings,
} from '@jikaotong/shared/contract';
import { localDate, timeOfDay } from '@jikaotong/shared/kernel';
import { seatList } from '@jikaotong/shared/lists';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPdfText } from '../../bff/src/platform/pdf/read-text.testing';
import { C25 } from '../support/contest-entry';
import { acceptEntry } from '../support/competition';
import { firstEntrant, plantEntrants } from '../support/entrants';
import { entriesOf } from '../support/listed-entries';
import { KNOWN_KEYS } from '../support/many-paid';
import { type SignedInPerson, firstAdministrator, staffMember } from '../support/people';
import { readPages, readText } from '../support/read-pages';
import { type StageStaff, stageStaff } from '../support/stage';
import { announcePreliminary, theoryIn } from '../support/stage-day';
import { type World, openWorld } from '../support/world';

const ENTRANTS = 120;
type Places = BodyOf<typeof sessions.setSessionPlaces>;

describe(`the preliminary of ${ENTRANTS} entrants in two rooms`, () => {
  let world: World;
  let staff: StageStaff;
  let officer: SignedInPerson;
  let first: { person: SignedInPerson; id: string };
  let params: { id: string };
  beforeAll(async () => {
    world = await openWorld({ day: '2025-07-10', env: KNOWN_KEYS });
    staff = await stageStaff(world);
    officer = await staffMember(world, staff.administrator, 'kaowu', ['exam-officer']);
    first = await firstEntrant(world, { openid: 'o-first', order: 900, unit: '甲公司' });
    await acceptEntry(staff, first.id);
    const unit = { unitType: 'company', coach: null, unionCard: false } as const;
    const others = Array.from({ length: ENTRANTS - 1 }, (_, at) => ({ ...unit, unit: `第${at % 9}公司` }));
    await plantEntrants(world, first.id, others);
    params = await entriesOf(staff.administrator);
  });
  afterAll(() => world.stop());

  const announce = (day: string) => announcePreliminary(staff.administrator, day);
  const setPlaces = (body: Places, by = officer) => by.api.call(sessions.setSessionPlaces, { params, body });
  const seat = () => officer.api.call(sittings.seatSession, { params });
  const seats = async () => {
    const page = await officer.api.ok(seatList.rows, { params, query: { limit: '200' } });
    return page.items;
  };
  const place = async () => {
    const { items } = await first.person.api.ok(stageRankings.listMyStages, { params: { id: first.id } });
    return items[0];
  };
  /** All of them want a training, and none is arranged. */
  const WISHES = ['arrange-training', '2025-07-28', ENTRANTS];
  /** What the workbench says of the competition. */
  const due = async (by = officer) => {
    const { items, contests } = await by.api.ok(overview.listDuties, {});
    expect(contests.map(({ stageId, day, entered }) => [stageId, day, entered])).toEqual([
      [params.id, '2025-07-28', ENTRANTS],
    ]);
    return items.map(({ code, dueOn, waiting }) => [code, dueOn, waiting]);
  };
  const told = async (code: string) =>
    (await first.person.api.ok(messages.listMessages, { query: {} })).items.filter((one) => one.code === code);

  it('has an exam day once it is announced, which is no session of anybody else', async () => {
    expect(await officer.api.refused(stages.openStageDay, { params })).toMatchObject({
      code: 'wrong-state',
      data: { state: 'stage-unannounced' },
    });
    expect((await officer.api.call(sessions.getStaffSession, { params })).code).toBe('not-found');
    await announce('2025-07-28');
    const elsewhere = await firstAdministrator(world, 'elsewhere', { id: 'cecc', name: '别的机构' });
    expect((await elsewhere.api.call(stages.openStageDay, { params })).code).toBe('not-found');
    expect((await staff.marker.api.call(stages.openStageDay, { params })).code).toBe('forbidden');
    for (let again = 0; again < 2; again += 1) await officer.api.ok(stages.openStageDay, { params });
    expect(await officer.api.ok(sessions.getStaffSession, { params })).toMatchObject({
      ofStage: true,
      name: '安全防范设备值机员竞赛初赛',
      examStart: '2025-07-28',
      windows: [],
      assumptions: [],
    });
    expect((await elsewhere.api.call(sessions.getStaffSession, { params })).code).toBe('not-found');
    expect((await officer.api.ok(sessions.listStaffSessions, { query: {} })).items).toEqual([]);
    expect((await world.stranger.call(sessions.getSession, { params })).code).toBe('not-found');
    expect((await officer.api.call(sessions.publishSession, { params })).code).toBe('not-found');
    expect((await officer.api.call(sessionChanges.deleteSession, { params })).code).toBe('not-found');
  });

  it('has rooms on its own days alone, and seats once nobody can enter any more', async () => {
    expect((await setPlaces(theoryIn('2025-07-27', 70, 60))).code).toBe('window-order-wrong');
    const twice = theoryIn('2025-07-28', 70);
    const [paper] = twice.papers;
    const clash = [...twice.papers, ...(paper ? [{ ...paper, subject: 'skill' as const }] : [])];
    expect((await setPlaces({ ...twice, papers: clash })).code).toBe('plan-conflicts');
    expect((await setPlaces(theoryIn('2025-07-28', 70, 40))).code).toBe('ok');
    expect(await seat()).toMatchObject({ code: 'too-early' });
    await world.moveTo('2025-07-26');
    expect(await seat()).toMatchObject({ code: 'seats-short', data: { missing: 10 } });
    expect(await seats()).toEqual([]);
    expect(await due()).toEqual([
      WISHES,
      ['freeze-roster', '2025-07-28', ENTRANTS],
      ['seat-session', '2025-07-28', ENTRANTS],
    ]);
    expect((await setPlaces(theoryIn('2025-07-28', 70, 60))).code).toBe('ok');
  });

  it('seats everybody by the seed that was promised, and nobody anew', async () => {
    const promised = await world.stranger.ok(sittings.getSeating, { params });
    expect(promised).toMatchObject({ seed: null, steps: 0 });
    // two officers at once: the database has one seat for each, whoever is first
    for (const one of await Promise.all([seat(), seat()]))
      expect(one).toMatchObject({ code: 'ok', data: { seated: ENTRANTS } });
    const given = await seats();
    expect(given).toHaveLength(ENTRANTS);
    expect(await due(staff.marker)).toEqual([
      WISHES,
      ['freeze-roster', '2025-07-28', ENTRANTS],
      ['issue-tickets', '2025-07-28', ENTRANTS],
    ]);
    expect(new Set(given.map(({ room, seat: at }) => `${room} ${at}`)).size).toBe(ENTRANTS);
    expect(given.filter(({ room }) => room === '亦庄考点 101').length).toBeLessThanOrEqual(70);
    expect(new Set(given.map(({ subject }) => subject))).toEqual(new Set(['theory']));
    const told = await world.stranger.ok(sittings.getSeating, { params });
    expect(told).toMatchObject({ commitment: promised.commitment, steps: 1 });
    expect(told.seed).not.toBeNull();
    expect((await seat()).code).toBe('ok');
    expect(await seats()).toEqual(given);
    expect((await setPlaces(theoryIn('2025-07-28', 60, 60))).code).toBe('places-in-use');
  });

  it('draws nobody to a station who sits in a room then', async () => {
    const at = { params: { id: C25, stage: 'preliminary' as const } };
    const { inRooms } = await officer.api.ok(stageDraws.getStaffStageDraw, at);
    expect(inRooms).toMatchObject([{ subject: 'theory', day: '2025-07-28', startsAt: '09:00' }]);
    const block = { day: localDate('2025-07-28'), startsAt: timeOfDay('08:00'), endsAt: timeOfDay('18:00') };
    const body = { stations: 40, minutes: 40, gapMinutes: 10, blocks: [block], papers: [] };
    // of heats at 08:00, 08:50 and 09:40 only those of the first are free
    const ends = inRooms[0]?.endsAt ?? '';
    expect(await officer.api.refused(stageDraws.drawStage, { ...at, body })).toMatchObject({
      code: 'heats-clash',
      data: { people: ENTRANTS - 40, hours: [`2025-07-28 09:00–${ends}`] },
    });
    expect(await officer.api.ok(stageDraws.getStaffStageDraw, at)).toMatchObject({ drawnOn: null });
  });

  it('gives every entrant a ticket of the body’s numbers, told on the phone, that holds without the server', async () => {
    expect((await place())?.ticket).toBeUndefined();
    expect(await officer.api.ok(sittings.issueTickets, { params })).toEqual({ issued: ENTRANTS });
    const id = (await place())?.ticket?.id ?? '';
    const ticket = await first.person.api.ok(sittings.getTicket, { params: { id } });
    expect(ticket).toMatchObject({ ofStage: true, isNew: true, offering: { code: 'monitor-operator' } });
    expect(ticket.number).toMatch(/^202507280\d{4}$/);
    expect(ticket.sittings).toMatchObject([{ subject: 'theory', day: '2025-07-28', siteName: '亦庄考点' }]);
    expect(await world.stranger.ok(sittings.verifyTicket, { query: { token: ticket.qr } })).toMatchObject({
      state: 'issued',
      ofStage: true,
    });
    await first.person.api.ok(sittings.openTicket, { params: { id } });
    expect((await first.person.api.ok(sittings.getTicket, { params: { id } })).isNew).toBeUndefined();
    const text = readPdfText(await first.person.api.file(sittings.downloadTicket, { params: { id } })).replace(
      /\s/g,
      '',
    );
    for (const part of [
      ticket.number,
      '职业技能竞赛（安全防范设备值机员竞赛初赛）',
      '科谷一街10号院',
      '参赛证编号',
      '选手须知',
      '原件参加比赛',
    ])
      expect(text).toContain(part);
    expect(text).not.toMatch(/准考证|考生/);
    expect((await officer.api.call(sittings.getTicket, { params: { id } })).code).toBe('not-found');
    expect(await told('contest-ticket-issued')).toMatchObject([{ entryId: first.id }]);
    expect(await officer.api.ok(sittings.issueTickets, { params })).toEqual({ issued: ENTRANTS });
    expect(await told('contest-ticket-issued')).toHaveLength(1);
  });

  it('is printed for its rooms', async () => {
    const list = await officer.api.file(prints.printSeats, { params: { ...params, print: 'attendance' }, query: {} });
    const words = await readText(list);
    for (const part of ['安全防范设备值机员竞赛初赛', '参赛证编号']) expect(words).toContain(part);
    const door = await officer.api.file(prints.printSeats, { params: { ...params, print: 'door' }, query: {} });
    expect(await readText(door)).toContain('参赛证编号2025');
    const all = await officer.api.file(prints.printSeats, { params: { ...params, print: 'tickets' }, query: {} });
    expect(await readPages(all)).toHaveLength(ENTRANTS);
  });

  it('takes seat and ticket back from whoever steps back', async () => {
    const { id } = (await place())?.ticket ?? { id: '' };
    const { qr } = await first.person.api.ok(sittings.getTicket, { params: { id } });
    const { api } = staff.administrator;
    const { version } = await api.ok(staffEntries.getStaffEntry, { params: { id: first.id } });
    const body = { verdict: 'refused' as const, reason: '本人来电退出', version };
    await api.ok(staffEntries.decideEntry, { params: { id: first.id }, body });
    expect(await seats()).toHaveLength(ENTRANTS - 1);
    expect((await world.stranger.ok(sittings.verifyTicket, { query: { token: qr } })).state).toBe('revoked');
    expect(await first.person.api.refused(sittings.getTicket, { params: { id } })).toMatchObject({
      code: 'ticket-revoked',
      data: { ofStage: true },
    });
    expect((await place())?.ticket).toBeUndefined();
  });

  it('moves with the stage: shifts go along, everybody gets up, tickets hold no more', async () => {
    const at = { params: { id: C25, stage: 'preliminary' as const } };
    const given = { seated: ENTRANTS - 1, tickets: ENTRANTS - 1, duties: 0, drawn: 0, firstHeat: null };
    expect(await officer.api.ok(contests.getStageHoldings, at)).toEqual({ ...given, voided: 0 });
    await announce('2025-07-30');
    expect(await seats()).toEqual([]);
    const lost = { seated: 0, tickets: 0, voided: ENTRANTS - 1 };
    expect(await officer.api.ok(contests.getStageHoldings, at)).toEqual({ ...given, ...lost });
    const { plan, examStart, placesFrozen } = await officer.api.ok(sessions.getStaffSession, { params });
    expect([examStart, placesFrozen, plan.papers.map(({ day }) => day)]).toEqual(['2025-07-30', false, ['2025-07-30']]);
    expect(await world.stranger.ok(sittings.getSeating, { params })).toMatchObject({ seed: null, steps: 0 });
    expect(await seat()).toMatchObject({ code: 'ok', data: { seated: ENTRANTS - 1 } });
    expect(await officer.api.ok(sittings.issueTickets, { params })).toEqual({ issued: ENTRANTS - 1 });
    expect(await officer.api.ok(contests.getStageHoldings, at)).toMatchObject({ voided: 0 });
  });
});
