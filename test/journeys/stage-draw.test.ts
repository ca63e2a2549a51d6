import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { contests, messages, staffEntries, stageDraws as draws } from '@jikaotong/shared/contract';
import { drawnPlaceList } from '@jikaotong/shared/lists';
import { addDays, localDate, timeOfDay } from '@jikaotong/shared/kernel';
import { fullDayWords, messageSentence } from '@jikaotong/shared/words';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawnPlaceRecord } from '../../bff/src/features/draws/draw.record';
import { placeSource } from '../../bff/src/features/draws/place-list.repository';
import { planFaults } from '../../bff/src/platform/lists/plan.testing';
import { C25 } from '../support/contest-entry';
import { firstEntrant, plantEntrants } from '../support/entrants';
import { entriesOf } from '../support/listed-entries';
import { KNOWN_KEYS, knownCrypto } from '../support/many-paid';
import { patience } from '../support/patience';
import { type SignedInPerson, firstAdministrator, staffMember } from '../support/people';
import { type World, openWorld } from '../support/world';

const ENTRANTS = 412;
const params = { id: C25, stage: 'preliminary' as const };
const redraw = fileURLToPath(new URL('../support/redraw.sh', import.meta.url));
const hours = (startsAt: string, endsAt: string, day = '2025-07-28') => ({
  day: localDate(day),
  startsAt: timeOfDay(startsAt),
  endsAt: timeOfDay(endsAt),
});
const plan = {
  stations: 40,
  minutes: 40,
  gapMinutes: 10,
  blocks: [hours('08:00', '12:00'), hours('13:00', '18:00')],
  papers: ['A', 'B'],
};

type File = {
  commitment: string;
  seed: string | null;
  entrants: string[];
  places: {
    entrant: string;
    position: number;
    heat: number;
    station: number;
    paper: string;
    day: string;
    startsAt: string;
  }[];
  changes: { kind: string; position: number }[];
};

describe(`a stage of ${ENTRANTS} is drawn from a promised seed`, () => {
  let world: World;
  let officer: SignedInPerson;
  let reviewer: SignedInPerson;
  let first: { person: SignedInPerson; id: string };
  let ids: string[];
  const file = async () =>
    JSON.parse(Buffer.from(await world.stranger.file(draws.downloadStageDraw, { params })).toString()) as File;
  const rows = async (query: Record<string, string> = {}) =>
    (await officer.api.ok(drawnPlaceList.rows, { params: await entriesOf(officer), query: { limit: '200', ...query } }))
      .items;
  const leave = (placeId: string) =>
    officer.api.call(draws.changeStageDraw, { params, body: { kind: 'withdrawn', placeId, reason: '医院证明' } });
  const join = (entryId: string, reason = '医院证明') =>
    officer.api.call(draws.changeStageDraw, { params, body: { kind: 'added', entryId, reason } });
  /** Where a planted entrant stands. */
  const placeOf = async (candidateId: string) => {
    const found = await world.db.read((h) => h.repo(drawnPlaceRecord).findOneByOrFail({ candidateId, state: 'drawn' }));
    return found.id;
  };

  beforeAll(async () => {
    world = await openWorld({ day: '2025-07-10', env: KNOWN_KEYS });
    const administrator = await firstAdministrator(world);
    officer = await staffMember(world, administrator, 'kaowu', ['exam-officer']);
    reviewer = await staffMember(world, administrator, 'shenhe', ['reviewer']);
    first = await firstEntrant(world, { openid: 'o-first', order: 900 });
    const one = { unit: '北京甲公司', unitType: 'company' as const, coach: null, unionCard: true };
    ids = await plantEntrants(
      world,
      first.id,
      Array.from({ length: ENTRANTS - 1 }, () => one),
    );
  }, patience(120_000));
  afterAll(() => world.stop());

  it('whose hash anybody sees while people still enter; nothing is drawn before the list is closed and decided', async () => {
    const before = await world.stranger.ok(draws.getStageDraw, { params });
    expect(before).toMatchObject({ seed: null, drawnOn: null, entrants: null });
    expect(before.commitment).toMatch(/^[0-9a-f]{64}$/);
    expect((await first.person.api.refused(draws.drawStage, { params, body: plan })).code).toBe('forbidden');
    expect(await officer.api.call(draws.drawStage, { params, body: plan })).toMatchObject({
      code: 'draw-too-early',
      data: { closesOn: '2025-07-25' },
    });
    const entryOpen = async () => (await officer.api.ok(draws.getStaffStageDraw, { params })).entryOpen;
    expect(await entryOpen()).toEqual({ closesOn: '2025-07-25' });
    await world.moveTo('2025-07-26');
    expect(await entryOpen()).toBeNull();
    expect(await officer.api.call(draws.drawStage, { params, body: plan })).toMatchObject({
      code: 'draw-undecided',
      data: { count: 1 },
    });
    const { version } = await reviewer.api.ok(staffEntries.getStaffEntry, { params: { id: first.id } });
    const body = { verdict: 'accepted' as const, version };
    await reviewer.api.ok(staffEntries.decideEntry, { params: { id: first.id }, body });
    const short = { ...plan, blocks: [hours('08:00', '09:00')] };
    expect(await officer.api.call(draws.drawStage, { params, body: short })).toMatchObject({
      code: 'heats-too-many',
      data: { needed: 11, fit: 1 },
    });
    const crossed = { ...plan, blocks: [hours('13:00', '18:00'), hours('08:00', '12:00')] };
    expect((await officer.api.refused(draws.drawStage, { params, body: crossed })).code).toBe('heat-hours-wrong');
    const final = { ...params, stage: 'final' as const };
    expect((await officer.api.refused(draws.drawStage, { params: final, body: plan })).code).toBe('draw-empty');
    expect((await world.stranger.ok(draws.getStageDraw, { params })).commitment).toBe(before.commitment);
  });

  it('once, however many ask at once', async () => {
    const both = await Promise.all([1, 2].map(() => officer.api.call(draws.drawStage, { params, body: plan })));
    expect(both.map(({ code }) => code).toSorted()).toEqual(['draw-done', 'ok']);
    const { seed, entrants, heats } = await world.stranger.ok(draws.getStageDraw, { params });
    expect([entrants, heats]).toEqual([ENTRANTS, 11]);
    const { commitment } = await file();
    expect(
      createHash('sha256')
        .update(seed ?? '')
        .digest('hex'),
    ).toBe(commitment);
  });

  it('and a script of ten lines draws the same order and papers from the public file, which names nobody', async () => {
    const told = await file();
    expect(JSON.stringify(told)).not.toMatch(/甲公司|首位/);
    expect(told.entrants).toHaveLength(ENTRANTS);
    // beside the back end, whose connections would end meanwhile
    const again = async (purpose: string) => {
      const script = spawn('bash', [redraw, told.seed ?? '', purpose]);
      script.stdin.end(`${told.entrants.join('\n')}\n`);
      return (await text(script.stdout)).trimEnd().split('\n');
    };
    const order = await again('order');
    expect(told.places.map(({ entrant }) => entrant)).toEqual(order);
    const papers = (await again('paper')).map((entrant, at) => [entrant, at % 2 === 0 ? 'A' : 'B']);
    expect(Object.fromEntries(told.places.map(({ entrant, paper }) => [entrant, paper]))).toEqual(
      Object.fromEntries(papers),
    );
    const at = (position: number) => told.places[position - 1];
    expect(at(1)).toMatchObject({ heat: 1, station: 1, startsAt: '08:00' });
    // four heats before noon, the fifth begins after it; the last has twelve
    expect(at(161)).toMatchObject({ heat: 5, station: 1, startsAt: '11:20' });
    expect(at(201)).toMatchObject({ heat: 6, station: 1, startsAt: '13:00' });
    expect(at(ENTRANTS)).toMatchObject({ heat: 11, station: 12, startsAt: '17:10' });
  });

  it('tells the entrant heat, station and hour, and under which name to look', async () => {
    const { items } = await first.person.api.ok(draws.listMyPlaces, { params: { id: first.id } });
    const told = (await file()).places.find(({ entrant }) => entrant === items[0]?.pseudonym);
    expect(items).toMatchObject([{ stage: 'preliminary', stageName: '初赛', ...(told && { station: told.station }) }]);
    const [message] = (await first.person.api.ok(messages.listMessages, { query: {} })).items;
    expect(message).toMatchObject({ code: 'contest-drawn', data: { heat: items[0]?.heat, station: told?.station } });
  });

  it('lets somebody leave and another come in that very place; nobody else moves', async () => {
    const before = await file();
    const [gone = '', other = ''] = ids;
    expect((await join(gone)).data).toMatchObject({ state: 'has-place' });
    expect((await join('nobody')).data).toMatchObject({ state: 'not-of-stage' });
    const place = await placeOf(gone);
    expect((await leave(place)).code).toBe('ok');
    expect((await leave(place)).data).toMatchObject({ state: 'no-place' });
    expect((await leave(await placeOf(other))).code).toBe('ok');
    // whoever left may come back, to the first empty place
    expect((await join(other, '已经康复')).code).toBe('ok');
    const back = await officer.api.ok(draws.getStaffStageDraw, { params });
    expect(back.steps.map(({ kind, reason }) => [kind, reason])).toEqual([
      ['withdrawn', '医院证明'],
      ['withdrawn', '医院证明'],
      ['added', '已经康复'],
    ]);
    const after = await file();
    const positionOf = (told: File) =>
      new Map(told.places.map(({ entrant, position }) => [`${entrant}:${position}`, true]));
    expect([...positionOf(before).keys()].filter((key) => !positionOf(after).has(key))).toEqual([]);
    expect(after.entrants).toEqual(before.entrants);
    expect(after.changes.map(({ kind }) => kind)).toEqual(['withdrawn', 'withdrawn', 'added']);
    const [step] = after.changes;
    const lowest = Math.min(...after.changes.slice(0, 2).map(({ position }) => position));
    expect(after.changes[2]?.position).toBe(lowest);
    expect(step).toBeDefined();
    expect(await rows({ state: 'late' })).toHaveLength(1);
  });

  it('moves with its stage: all heats by as many days, nobody to another place, and everybody is told once more', async () => {
    const before = await file();
    const move = (firstDay: string, reason = '考点停电') =>
      officer.api.call(draws.moveStageDraw, { params, body: { firstDay: localDate(firstDay), reason } });
    const [day = ''] = before.places.map((place) => place.day).toSorted();
    expect((await move(day)).code).toBe('nothing-changed');
    expect((await move('2025-07-01')).code).toBe('day-over');
    const next = addDays(localDate(day), 1);
    const held = { startsAt: timeOfDay('08:00'), place: '亦庄考点' };
    const announce = (stage: 'preliminary' | 'semi-final', on: string) =>
      officer.api.ok(contests.announceStage, { params: { id: C25, stage }, body: { ...held, day: localDate(on) } });
    await announce('preliminary', day);
    await announce('semi-final', day);
    expect((await move(next)).code).toBe('stage-order-wrong');
    await announce('semi-final', '2025-08-09');
    expect((await move(next)).code).toBe('ok');
    // what was announced of it begins with its heats, and moves along
    const { stages } = await world.stranger.ok(contests.getContest, { params: { id: C25 } });
    expect(stages[0]?.announced).toMatchObject({ ...held, day: next });
    const { moves } = await officer.api.ok(draws.getStaffStageDraw, { params });
    expect(moves).toEqual([{ from: day, to: next, reason: '考点停电', by: 'kaowu', on: world.today() }]);
    const after = await file();
    const moved = before.places.map((place) => ({ ...place, day: addDays(localDate(place.day), 1) }));
    expect(after.places).toEqual(moved);
    expect([after.seed, after.commitment]).toEqual([before.seed, before.commitment]);
    const [place] = (await first.person.api.ok(draws.listMyPlaces, { params: { id: first.id } })).items;
    const [message] = (await first.person.api.ok(messages.listMessages, { query: {} })).items;
    expect(message).toMatchObject({ code: 'contest-drawn', data: { moved: '考点停电', day: place?.day } });
    expect(message && messageSentence('contest-drawn', message.data)).toContain('改期（考点停电），原来的时间作废');
  });

  it('moves with the schedule as well, once and with what is told of it', async () => {
    const before = await file();
    const { stages } = await world.stranger.ok(contests.getContest, { params: { id: C25 } });
    const day = stages[0]?.announced?.day ?? '';
    const next = addDays(localDate(day), 2);
    const { firstHeat, drawn } = await officer.api.ok(contests.getStageHoldings, { params });
    expect([firstHeat, drawn]).toEqual([day, ENTRANTS - 1]);
    const body = { day: next, startsAt: timeOfDay('08:00'), place: '亦庄考点' };
    await officer.api.ok(contests.announceStage, { params, body });
    const after = await file();
    expect(after.places).toEqual(before.places.map((place) => ({ ...place, day: addDays(localDate(place.day), 2) })));
    const { moves } = await officer.api.ok(draws.getStaffStageDraw, { params });
    expect(moves.slice(1)).toEqual([{ from: day, to: next, reason: '赛程改期', by: 'kaowu', on: world.today() }]);
    const { items } = await first.person.api.ok(messages.listMessages, { query: {} });
    // one says that the stage moved, the other one's own new time
    expect(
      items
        .slice(0, 2)
        .map(({ code }) => code)
        .toSorted(),
    ).toEqual(['contest-drawn', 'contest-stage-announced']);
    const moved = items.find(({ code }) => code === 'contest-stage-announced');
    const sentence = moved ? messageSentence('contest-stage-announced', moved.data) : '';
    const [from, to] = [fullDayWords(localDate(day)), fullDayWords(next)];
    expect(sentence).toMatch(new RegExp(`改期：由${from}（周.）改到${to}（周.）08:00，在亦庄考点举行`));
  });

  it('and lists every place by its order, on either engine by its index', async () => {
    const all = await rows();
    expect(all).toHaveLength(200);
    // who came late may stand where somebody else was drawn
    const positions = all.map(({ position }) => position);
    expect(positions).toEqual(positions.toSorted((a, b) => a - b));
    expect(positions[0]).toBe(1);
    const { eventId } = await officer.api.ok(draws.getStaffStageDraw, { params });
    const given = { withinId: eventId, crypto: knownCrypto };
    expect(await world.db.read((h) => planFaults(h, drawnPlaceList, placeSource, given))).toEqual([]);
    const places = await world.db.read((h) => h.repo(drawnPlaceRecord).countBy({ eventId }));
    expect(places).toBe(ENTRANTS + 1);
  });
});
