import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invigilation, sittings } from '@jikaotong/shared/contract';
import { proveCount } from '../../bff/src/prove-count.testing';
import { DoorDevice, type Network } from '../support/door-device';
import { type Examination, openExamination } from '../support/examination';
import { KNOWN_KEYS, addPaid } from '../support/many-paid';
import { patience } from '../support/patience';
import { staffMember } from '../support/people';
import { type World, openWorld } from '../support/world';

const CANDIDATES = proveCount(60);
const DEVICES = 10;
const SLOT = '2026-12-12 09:00';
const HALF_HOUR_MS = 1_800_000;
const QUARTER_HOUR_MS = 900_000;

/** Numbers that look random and are the same in every run. */
function chanceOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

describe(`${CANDIDATES} candidates at the doors of ${DEVICES} devices`, () => {
  let world: World;
  let exam: Examination;
  const chance = chanceOf(Number(process.env['PROVE_SEED'] ?? 20_261_212));
  const devices: DoorDevice[] = [];
  const lists: Awaited<ReturnType<DoorDevice['fetchList']>>[] = [];
  let roomOfPaper = '';
  const tokens = new Map<string, string>();
  /** Sittings whose candidates stay away, and those that two phones of one room let in while both were offline. */
  const away = new Set<string>();
  const doubled = new Set<string>();

  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23', env: KNOWN_KEYS });
    exam = await openExamination(world);
    const { id } = await exam.paid('o-first', { name: '首位' });
    await addPaid(world, id, CANDIDATES - 1);
    await exam.setRooms(...Array<number>(DEVICES).fill(Math.ceil(CANDIDATES / DEVICES)));
    await exam.officer.api.ok(sittings.seatSession, { params: exam.params });
    await world.moveTo('2026-12-07');
    await world.moveTo('2026-12-12', '08:30');
    const { keys } = await world.stranger.ok(sittings.getVerificationKeys, {});
    const plan = await exam.officer.api.ok(invigilation.getDutyPlan, { params: exam.params });
    const rooms = plan.hours.find(({ slot }) => slot === SLOT)?.rooms ?? [];
    roomOfPaper = rooms.at(-1)?.roomId ?? '';
    for (let at = 0; at < DEVICES; at += 1) {
      const person = await staffMember(world, exam.administrator, `jiankao${at}`, ['invigilator']);
      // the first two watch over the same two rooms
      const mine = at < 2 ? rooms.slice(0, 2) : rooms.slice(at, at + 1);
      const { dutyId } = await exam.officer.api.ok(invigilation.assignDuty, {
        params: exam.params,
        body: { slot: SLOT, roomIds: mine.map(({ roomId }) => roomId), who: { accountId: person.accountId } },
      });
      const device = new DoorDevice({ person, dutyId, keys, clockOffMs: (chance(21) - 10) * 60_000 });
      devices.push(device);
      lists.push(await device.fetchList());
    }
    const issued = await world.db.read((h) =>
      h.query<{ id: string; token: string }>(
        `SELECT s.id AS id, t.token AS token FROM sitting s JOIN ticket t ON t.live_key = s.participant_id WHERE s.slot = ?`,
        [SLOT],
      ),
    );
    for (const { id: sittingId, token } of issued) tokens.set(sittingId, token);
  }, patience(300_000));
  afterAll(() => world.stop());

  const paperGuests = () => lists.at(-1)?.guests ?? [];

  /** Messages are lost, answered into nothing, or sent twice, as it comes. */
  const badNetwork: Network = () => (['through', 'lost', 'reply-lost', 'twice'] as const)[chance(4)] ?? 'lost';

  it('are let in at their own door alone, while the network comes and goes', async () => {
    expect([tokens.size, lists.length]).toEqual([CANDIDATES, DEVICES]);
    const refusedElsewhere = new Set<string>();
    const guestsOf = lists.map(({ guests }) => guests);
    const arrivals = guestsOf
      .flatMap((guests, at) => (at === 1 ? [] : guests.map(({ sittingId }) => ({ at, sittingId }))))
      .map((one) => ({ one, by: chance(1 << 30) }))
      .toSorted((a, b) => a.by - b.by)
      .map(({ one }) => one);
    for (const [count, { at, sittingId }] of arrivals.entries()) {
      if (chance(33) === 0) {
        away.add(sittingId);
        continue;
      }
      const token = tokens.get(sittingId) ?? '';
      // every tenth goes to a wrong door first
      const wrong = 2 + chance(DEVICES - 2);
      if (chance(10) === 0 && wrong !== at) refusedElsewhere.add(devices[wrong]?.scan(token).code ?? '');
      if (at === DEVICES - 1) continue;
      expect(devices[at]?.scan(token).code).toBe('enter');
      // a few come by the other phone of the room, which has not heard of them
      if (at === 0 && chance(6) === 0 && devices[1]?.scan(token).code === 'enter') doubled.add(sittingId);
      if (count % 7 === 0) await Promise.all(devices.map((device) => device.sync(badNetwork)));
    }
    expect([...refusedElsewhere]).toEqual(['other-room']);
    expect(doubled.size).toBeGreaterThan(0);
    expect(away.size).toBeGreaterThan(0);
  });

  it('stand once each when everything has come in, whatever was sent twice and crashed', async () => {
    // the morning is longer than an access token holds
    world.clock.passWall(QUARTER_HOUR_MS);
    // both of each pair at once, and each twice: what was read from the store after a crash is sent again
    for (let round = 0; round < 3; round += 1) await Promise.all(devices.map((device) => device.sync(badNetwork)));
    await Promise.all(devices.map((device) => device.syncAll()));
    expect(devices.map(({ waiting }) => waiting)).toEqual(devices.map(() => 0));

    const standing = await world.db.read((h) =>
      h.query<{ id: string; state: string; live: number | string }>(
        `SELECT s.id AS id, s.state AS state,
                (SELECT COUNT(*) FROM attendance a WHERE a.sitting_id = s.id AND a.live_key IS NOT NULL) AS live
         FROM sitting s WHERE s.slot = ?`,
        [SLOT],
      ),
    );
    const onPaper = new Set(paperGuests().map(({ sittingId }) => sittingId));
    const expected = (sittingId: string) => (away.has(sittingId) || onPaper.has(sittingId) ? 'planned' : 'present');
    expect(standing).toHaveLength(CANDIDATES);
    expect(standing.filter(({ id, state }) => state !== expected(id))).toEqual([]);
    expect(standing.filter(({ state, live }) => Number(live) !== (state === 'planned' ? 0 : 1))).toEqual([]);
  });

  it('and what two phones said of one is listed for the officer', async () => {
    const { conflicts, rooms } = await exam.officer.api.ok(invigilation.getDoorCounts, {
      params: exam.params,
      query: { slot: SLOT },
    });
    const found = await world.db.read((h) =>
      h.query<{ id: string; reason: string }>(
        "SELECT sitting_id AS id, reason FROM door_act WHERE outcome = 'conflict'",
      ),
    );
    expect(new Set(found.map(({ reason }) => reason))).toEqual(new Set(['already-in']));
    expect(found.map(({ id }) => id).toSorted()).toEqual([...doubled].toSorted());
    expect(conflicts).toHaveLength(Math.min(500, doubled.size));
    const paper = paperGuests().filter(({ sittingId }) => !away.has(sittingId)).length;
    expect(rooms.reduce((sum, { present }) => sum + present, 0)).toBe(CANDIDATES - away.size - paper);
  });

  it('and who has not come is absent once every phone was heard after the grace time', async () => {
    await world.moveTo('2026-12-12', '09:31');
    for (const device of devices) device.pass(2 * HALF_HOUR_MS);
    // the last room had no phone that worked: its paper is keyed back, over a network that still comes and goes
    const seats = paperGuests()
      .filter(({ sittingId }) => away.has(sittingId))
      .map(({ seat }) => seat);
    devices.at(-1)?.note({ kind: 'paper', roomId: roomOfPaper, absentSeats: seats });
    for (let round = 0; round < 3; round += 1) await Promise.all(devices.map((device) => device.sync(badNetwork)));
    await Promise.all(devices.map((device) => device.syncAll()));
    const { rooms } = await exam.officer.api.ok(invigilation.getDoorCounts, {
      params: exam.params,
      query: { slot: SLOT },
    });
    expect(rooms.reduce((sum, { absent }) => sum + absent, 0)).toBe(away.size);
    expect(rooms.reduce((sum, { present }) => sum + present, 0)).toBe(CANDIDATES - away.size);
  });
});
