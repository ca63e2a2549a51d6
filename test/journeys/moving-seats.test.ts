import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sessions, sittings } from '@jikaotong/shared/contract';
import { type ListRow, auditList, seatList } from '@jikaotong/shared/lists';
import { localDate, timeOfDay } from '@jikaotong/shared/kernel';
import { isDuplicate } from '@jikaotong/bff/platform/db';
import { type Candidate, type Examination, openExamination } from '../support/examination';
import { type World, openWorld } from '../support/world';

const day = localDate('2026-12-12');

describe('a seat changed by hand', () => {
  let world: World;
  let exam: Examination;
  let people: Candidate[];
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23' });
    exam = await openExamination(world);
    people = [];
    for (const [order, name] of ['甲一', '乙二', '丙三'].entries())
      people.push(await exam.paid(`o-${order}`, { name, order: order + 1 }));
    await exam.setRooms(4, 4);
    await exam.officer.api.ok(sittings.seatSession, { params: exam.params });
  });
  afterAll(() => world.stop());

  type Seat = ListRow<typeof seatList>;
  const theory = async () =>
    (await exam.officer.api.ok(seatList.rows, { params: exam.params, query: {} })).items.filter(
      ({ subject }) => subject === 'theory',
    );
  const seatOf = async (name: string): Promise<Seat> => {
    const found = (await theory()).find((one) => one.name === name);
    if (!found) throw new Error(`${name} has no seat`);
    return found;
  };
  const freeFor = async (name: string) => {
    const sittingId = (await seatOf(name)).id;
    return exam.officer.api.ok(sittings.listFreeSeats, { params: { ...exam.params, sittingId } });
  };
  const bodyFor = async (name: string, change: object = {}) => {
    const { rooms } = await freeFor(name);
    const {
      day: on,
      startsAt,
      roomId,
      free,
    } = rooms.at(-1) ?? { day, startsAt: timeOfDay('09:00'), roomId: '', free: [] };
    return {
      sittingId: (await seatOf(name)).id,
      day: on,
      startsAt,
      roomId,
      seat: free.at(-1) ?? 0,
      reason: '轮椅过不去',
      ...change,
    };
  };
  const move = (body: Awaited<ReturnType<typeof bodyFor>>) =>
    exam.officer.api.call(sittings.moveSeat, { params: exam.params, body });

  it('is one of those that are free at that hour, and stands in the list, the audit and the public file', async () => {
    const { rooms, name } = await freeFor('甲一');
    expect(name).toBe('甲一');
    expect(rooms.flatMap(({ free }) => free)).toHaveLength(8 - 3);
    const body = await bodyFor('甲一');
    expect(await move(body)).toMatchObject({
      code: 'ok',
      data: { at: { roomName: '102', seat: body.seat } },
    });
    expect(await seatOf('甲一')).toMatchObject({ room: '亦庄考点 102', seat: body.seat });
    const file = JSON.parse(
      (await world.stranger.file(sittings.downloadSeating, { params: exam.params })).toString('utf8'),
    );
    expect(file.steps).toMatchObject([{ kind: 'drawn' }, { kind: 'moved', moves: [{ to: { seat: body.seat } }] }]);
    expect(JSON.stringify(file)).not.toContain('轮椅');
    const events = await exam.administrator.api.ok(auditList.rows, {
      params: { id: (await exam.officer.api.ok(sessions.getStaffSession, { params: exam.params })).bodyId },
      query: {},
    });
    expect(events.items.map(({ event }) => event)).toContain('seat-moved');
  });

  it.each([
    [
      'the seat one has',
      'same',
      async () => {
        const { seat } = await seatOf('甲一');
        return { seat };
      },
    ],
    ['a seat that is none', 'unknown', async () => ({ seat: 5 })],
    ['an hour at which the subject is not examined', 'unknown', async () => ({ startsAt: timeOfDay('13:00') })],
    [
      'a seat that somebody has',
      'taken',
      async () => {
        const { rooms } = await freeFor('乙二');
        const other = await seatOf('乙二');
        const at = rooms.find(({ roomName }) => other.room.endsWith(roomName));
        return { roomId: at?.roomId ?? '', seat: other.seat };
      },
    ],
  ])('is refused: %s', async (_, reason, change) => {
    expect(await move(await bodyFor('甲一', await change()))).toMatchObject({ code: 'seat-unfit', data: { reason } });
  });

  it('goes to one of two whom officers move there at once, and the database would not give it to both', async () => {
    const { roomId, seat } = await bodyFor('乙二');
    const both = await Promise.all(['乙二', '丙三'].map(async (name) => move(await bodyFor(name, { roomId, seat }))));
    expect(both.map(({ code }) => code).toSorted()).toEqual(['ok', 'seat-unfit']);
    // the twin without a look at the room: two officers who only write
    const [one, other] = (await theory()).filter(({ name }) => name !== '甲一');
    const write = (id: string) =>
      world.db.tx((h) => h.run('UPDATE sitting SET room_id = ?, seat = ? WHERE id = ?', [roomId, seat, id]));
    const written = await Promise.allSettled([write(one?.id ?? ''), write(other?.id ?? '')]);
    const failed = written.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
    // one of them holds the chair; the database alone turns the other away
    expect(failed.map((error) => isDuplicate(error, 'uq_sitting_seat'))).toEqual([true]);
    expect(new Set((await theory()).map(({ room, seat: at }) => `${room} ${at}`)).size).toBe(3);
  });

  it('tells whoever has the ticket, which keeps its number and shows the new seat', async () => {
    await world.moveTo('2026-12-07');
    const [first] = people;
    if (!first) throw new Error('nobody');
    const before = await exam.ticketOf(first);
    const body = await bodyFor('甲一');
    expect((await move(body)).code).toBe('ok');
    const after = await exam.ticketOf(first);
    expect([after.number, after.qr]).toEqual([before.number, before.qr]);
    expect(after.sittings.find(({ subject }) => subject === 'theory')).toMatchObject({ seat: body.seat });
    expect((await exam.toldTo(first)).map(({ code }) => code)).toContain('seat-moved');
  });

  it('is over with its day, and not for the staff of others', async () => {
    expect(
      await exam.reviewer.api.refused(sittings.moveSeat, { params: exam.params, body: await bodyFor('甲一') }),
    ).toMatchObject({
      code: 'forbidden',
    });
    const body = await bodyFor('甲一');
    await world.moveTo('2026-12-13');
    expect(await move(body)).toMatchObject({ code: 'day-over' });
  });
});

describe('somebody who comes late', () => {
  let world: World;
  let exam: Examination;
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23' });
    exam = await openExamination(world);
  });
  afterAll(() => world.stop());

  it('moves nobody while there is a place, else as few as can be, seen before it is done', async () => {
    const at = { day, siteName: '考点' };
    const paper = (subject: 'theory' | 'skill', from: string, to: string, kind: 'desks' | 'computers') => {
      return { ...at, offeringCode: 'installer-5', subject, startsAt: timeOfDay(from), endsAt: timeOfDay(to), kind };
    };
    // each subject at both hours: who sits theory at nine sits skill at ten
    const papers = [
      paper('theory', '09:00', '10:00', 'desks'),
      paper('theory', '10:00', '11:00', 'desks'),
      paper('skill', '09:00', '10:00', 'computers'),
      paper('skill', '10:00', '11:00', 'computers'),
    ];
    const sites = [
      {
        name: '考点',
        address: '一街',
        rooms: [
          { name: '101', seats: 2 },
          { name: '102', seats: 2, kind: 'computers' as const },
        ],
      },
    ];
    const set = await exam.officer.api.call(sessions.setSessionPlaces, {
      params: exam.params,
      body: { sites, papers },
    });
    expect(set.code).toBe('ok');
    for (const order of [1, 2]) await exam.paid(`o-${order}`, { name: order === 1 ? '先一' : '先二', order });
    await exam.officer.api.ok(sittings.seatSession, { params: exam.params });
    const params = exam.params;
    await exam.paid('o-3', { name: '后三', order: 3 });
    const preview = await exam.officer.api.ok(sittings.previewLateSeats, { params });
    // only the second hour of theory is left, and the first of skill
    const turned = expect.objectContaining({ name: '后三', how: 'turned' });
    expect(preview).toEqual({ added: 1, parted: [turned], moved: [] });
    expect(await exam.officer.api.refused(sittings.seatLate, { params, body: { moves: [params.id] } })).toMatchObject({
      code: 'changed-meanwhile',
    });
    expect(await exam.officer.api.ok(sittings.seatLate, { params, body: { moves: [] } })).toEqual({ seated: 3 });

    // the places that are left: one of theory and one of skill, moved by hand to the same hour
    const rows = async () => (await exam.officer.api.ok(seatList.rows, { params, query: {} })).items;
    const left = (given: readonly ListRow<typeof seatList>[], subject: string) =>
      ['2026-12-12 09:00', '2026-12-12 10:00'].find(
        (hour) => given.filter((one) => one.hour === hour && one.subject === subject).length < 2,
      );
    const given = await rows();
    expect(left(given, 'theory')).not.toBe(left(given, 'skill'));
    await exam.paid('o-4', { name: '后四', order: 4 });
    expect(await exam.officer.api.ok(sittings.seatSession, { params })).toEqual({ seated: 4 });
    await exam.paid('o-5', { name: '后五', order: 5 });
    expect(await exam.officer.api.refused(sittings.previewLateSeats, { params })).toMatchObject({
      code: 'seats-short',
    });
  });
});
