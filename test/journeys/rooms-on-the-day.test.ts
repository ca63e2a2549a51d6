import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attendance, invigilation, results, roomRecords, sittings } from '@jikaotong/shared/contract';
import { seatList } from '@jikaotong/shared/lists';
import { instantAt, localDate, timeOfDay } from '@jikaotong/shared/kernel';
import { DoorDevice } from '../support/door-device';
import { type Candidate, type Examination, openExamination } from '../support/examination';
import { inSeatOrder } from '../support/in-seat-order';
import { type SignedInPerson, staffMember } from '../support/people';
import { leaksOfTables, lookFor } from '../support/planted';
import { type World, openWorld } from '../support/world';

const SLOT = '2026-12-12 09:00';
const at = (time: string) => instantAt(localDate('2026-12-12'), timeOfDay(time));
const REASON = '考场记录单有三人签名';

describe('rooms of an exam, one with a phone and one without', () => {
  let world: World;
  let exam: Examination;
  let guests: Candidate[];
  let watcher: SignedInPerson;
  let device: DoorDevice;
  let dutyId: string;
  let rooms: Record<string, string>;
  const roomOf = (name: string) => rooms[name] ?? '';
  const guestAt = (position: number): Candidate => {
    const one = guests[position];
    if (!one) throw new Error('nobody there');
    return one;
  };
  const counts = () => exam.officer.api.ok(invigilation.getDoorCounts, { params: exam.params, query: { slot: SLOT } });
  const countOf = async (name: string) => {
    const room = (await counts()).rooms.find(({ roomName }) => roomName === name);
    return room && [room.present, room.absent, room.inferred.present, room.inferred.absent];
  };
  const place = (name: string) => ({ params: { ...exam.params, roomId: roomOf(name) } });
  const room = (name: string, slot = SLOT) =>
    exam.officer.api.ok(roomRecords.getRoomOfStaff, { ...place(name), query: { slot } });
  const decide = (name: string, kind: 'closed' | 'reopened' | 'paper-undone' | 'inferred', slot = SLOT) =>
    exam.officer.api.call(roomRecords.decideRoom, { ...place(name), body: { slot, kind, reason: REASON } });
  const keyPaper = (name: string, absentSeats: number[], slot = SLOT) =>
    exam.officer.api.call(roomRecords.keyPaper, { ...place(name), body: { slot, absentSeats } });
  const close = () => watcher.api.call(roomRecords.closeRoom, { params: { id: dutyId, roomId: roomOf('101') } });
  const seatsOf = async () => (await watcher.api.ok(invigilation.getDutyList, { params: { id: dutyId } })).guests;

  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23' });
    exam = await openExamination(world);
    guests = [];
    for (const order of [1, 2, 3, 4, 5, 6])
      guests.push(await exam.paid(`o-${order}`, { order, name: `考生${'甲乙丙丁戊己'[order - 1]}` }));
    await exam.setRooms(3, 3);
    await exam.officer.api.ok(sittings.seatSession, { params: exam.params });
    guests = await inSeatOrder(exam, guests);
    watcher = await staffMember(world, exam.administrator, 'jiankao', ['invigilator']);
    await world.moveTo('2026-12-07');
    await world.moveTo('2026-12-12', '08:40');
    const { keys } = await world.stranger.ok(sittings.getVerificationKeys, {});
    const plan = await exam.officer.api.ok(invigilation.getDutyPlan, { params: exam.params });
    rooms = Object.fromEntries((plan.hours[0]?.rooms ?? []).map(({ roomId, roomName }) => [roomName, roomId]));
    const assigned = await exam.officer.api.ok(invigilation.assignDuty, {
      params: exam.params,
      body: { slot: SLOT, roomIds: [roomOf('101')], who: { accountId: watcher.accountId } },
    });
    dutyId = assigned.dutyId;
    device = new DoorDevice({ person: watcher, dutyId, keys, clockOffMs: 13 * 60_000 });
    await device.fetchList();
  });
  afterAll(() => world.stop());

  it('note nobody absent while they may still come, by paper, by a phone or by an officer', async () => {
    const [first, , third] = await seatsOf();
    device.note({ kind: 'check-in', sittingId: first?.sittingId ?? '', way: 'name' });
    device.note({ kind: 'paper', roomId: roomOf('101'), absentSeats: [3] });
    await device.syncAll();
    expect(await countOf('101')).toEqual([2, 0, 0, 0]);
    const [early] = (await counts()).conflicts;
    expect(early).toMatchObject({ kind: 'paper', reason: 'absent-too-early', seat: 3, standing: 'planned' });
    const absence = { code: 'too-early', data: { of: 'absence', from: at('09:30') } };
    const body = { as: 'absent' as const, reason: '没有来' };
    expect(
      await exam.officer.api.call(invigilation.decideDoorAct, { params: { id: early?.id ?? '' }, body }),
    ).toMatchObject(absence);
    const sitting = { params: { id: third?.sittingId ?? '' }, body };
    expect(await exam.officer.api.call(attendance.setAttendance, sitting)).toMatchObject(absence);
    const paper = { code: 'too-early', data: { of: 'paper', from: at('09:30') } };
    for (const seats of [[1], []]) expect(await keyPaper('102', seats)).toMatchObject(paper);
    expect(await decide('101', 'closed')).toMatchObject({
      code: 'too-early',
      data: { of: 'admission', from: at('09:30') },
    });
    expect((await counts()).rooms.map(({ roomName, invigilators }) => [roomName, invigilators])).toEqual([
      ['101', ['jiankao']],
      ['102', []],
    ]);
    expect(await keyPaper('102', [9])).toMatchObject({ code: 'wrong-state', data: { state: 'seat-unknown' } });
    await world.moveTo('2026-12-12', '09:30');
    expect(await keyPaper('102', [])).toMatchObject(paper);
    expect((await counts()).conflicts).toHaveLength(1);
  });

  it('judge what was noted without a network by when it was, not by when it came', async () => {
    // at 09:20 by the phone’s corrected clock, sent at 09:40
    device.pass(40 * 60_000);
    device.note({ kind: 'paper', roomId: roomOf('101'), absentSeats: [3] });
    await world.moveTo('2026-12-12', '09:40');
    device.pass(20 * 60_000);
    await device.sync(() => 'lost');
    const before = (await counts()).conflicts.length;
    await device.syncAll();
    expect((await counts()).conflicts.slice(before).map(({ reason, seat }) => [reason, seat])).toEqual([
      ['absent-too-early', 3],
    ]);
    // the clock had noted it by then, for this phone keeps nothing more
    expect(await countOf('101')).toEqual([2, 1, 0, 0]);
  });

  it('say by which way somebody was noted, to the officer and to the candidate', async () => {
    const [first] = await seatsOf();
    device.note({ kind: 'paper', roomId: roomOf('101'), absentSeats: [1, 3] });
    await device.syncAll();
    expect((await counts()).conflicts.at(-1)).toMatchObject({
      reason: 'scanned-and-absent',
      seat: 1,
      way: 'paper',
      stands: { way: 'name' },
    });
    const told = await watcher.api.ok(invigilation.getDutyList, { params: { id: dutyId } });
    expect(told.told.find(({ sittingId }) => sittingId === first?.sittingId)).toMatchObject({ way: 'name' });
    const noted = async (position: number) => {
      const { person, id } = guestAt(position);
      return (await person.api.ok(attendance.getAttendance, { params: { id } })).items[0];
    };
    expect([(await noted(0))?.way, (await noted(1))?.way, (await noted(2))?.way]).toEqual(['name', 'paper', 'grace']);
  });

  it('keep what the desk keys from paper against a phone, to be decided, once', async () => {
    const before = (await room('101')).conflicts;
    for (const time of ['09:50', '09:51']) {
      await world.moveTo('2026-12-12', time);
      expect((await keyPaper('101', [1, 3])).data).toMatchObject({
        differing: [{ seat: 1, reason: 'scanned-and-absent' }],
      });
    }
    expect((await room('101')).conflicts).toBe(before + 1);
    const line = (await counts()).conflicts.find(({ at: when }) => when === at('09:50'));
    expect(line).toMatchObject({ kind: 'paper', reason: 'scanned-and-absent', seat: 1, by: 'kaowu', way: 'paper' });
    const decision = { params: { id: line?.id ?? '' }, body: { as: 'as-it-stands' as const, reason: '本人在场' } };
    await exam.officer.api.ok(invigilation.decideDoorAct, decision);
    expect((await room('101')).conflicts).toBe(before);
    expect(await exam.officer.api.call(invigilation.decideDoorAct, decision)).toMatchObject({ code: 'wrong-state' });
  });

  it('take back what was keyed by mistake, with a reason that their record keeps', async () => {
    expect((await keyPaper('102', [])).data).toMatchObject({ noted: 3 });
    expect((await room('102')).keyed).toEqual({ at: at('09:51'), people: 3 });
    expect((await decide('102', 'paper-undone')).data).toMatchObject({
      present: 0,
      open: 3,
      keyed: null,
      steps: [{ kind: 'paper' }, { kind: 'paper-undone', by: 'kaowu', reason: REASON }],
    });
    // a scan is nobody's paper
    for (const name of ['101', '102'])
      expect(await decide(name, 'paper-undone')).toMatchObject({ data: { state: 'nothing-keyed' } });
    expect(await countOf('101')).toEqual([2, 1, 0, 0]);
  });

  it('are closed once their papers are over, or before with the reason of an officer', async () => {
    expect(await close()).toMatchObject({ code: 'too-early', data: { of: 'room-closing', from: at('10:30') } });
    expect(await room('101')).toMatchObject({ absentFrom: at('09:30'), closesFrom: at('10:30') });
    expect((await decide('102', 'closed')).code).toBe('room-not-accounted');
    await world.moveTo('2026-12-12', '10:10');
    expect((await decide('101', 'closed')).data).toMatchObject({
      closedAt: at('10:10'),
      closedBy: 'kaowu',
      steps: [{ kind: 'paper' }, { kind: 'paper' }, { kind: 'closed', at: at('10:10'), by: 'kaowu', reason: REASON }],
    });
    expect(await decide('101', 'closed')).toMatchObject({ code: 'wrong-state', data: { state: 'room-closed' } });
    expect(await keyPaper('101', [])).toMatchObject({ code: 'wrong-state', data: { state: 'room-closed' } });
    expect((await close()).code).toBe('too-early');
  });

  it('are opened again by an officer with a reason, which their record keeps', async () => {
    expect((await decide('102', 'reopened')).data).toMatchObject({ state: 'room-open' });
    for (const one of [watcher, exam.reviewer, exam.marker])
      expect(
        await one.api.refused(roomRecords.decideRoom, {
          ...place('101'),
          body: { slot: SLOT, kind: 'reopened', reason: REASON },
        }),
      ).toMatchObject({ status: 403 });
    expect((await decide('101', 'reopened')).data).toMatchObject({ closedAt: null, closedBy: null });
    device.note({ kind: 'incident', roomId: roomOf('101'), words: '补记', picture: null });
    await device.syncAll();
    expect((await counts()).conflicts.map(({ words }) => words)).not.toContain('补记');
    expect((await room('101')).incidents).toBe(1);
    await world.moveTo('2026-12-12', '10:30');
    expect((await close()).code).toBe('ok');
    expect((await room('101')).steps.map(({ kind, by, reason }) => [kind, by, reason])).toEqual([
      ['paper', 'kaowu', null],
      ['paper', 'kaowu', null],
      ['closed', 'kaowu', REASON],
      ['reopened', 'kaowu', REASON],
      ['closed', 'jiankao', null],
    ]);
    const own = await watcher.api.ok(roomRecords.getRoomRecord, { params: { id: dutyId, roomId: roomOf('101') } });
    expect(own.steps).toHaveLength(5);
  });

  it('that no phone ever saw are no check-in: what the marks say is told apart, and named beside the marks', async () => {
    expect(await decide('102', 'inferred')).toMatchObject({ code: 'wrong-state', data: { state: 'nothing-inferred' } });
    await world.moveTo('2026-12-13');
    const marks: Record<string, Record<string, number | string>> = {};
    for (const [position, guest] of guests.entries()) {
      const isAway = position === 2 || position === 5;
      const mark = isAway ? '缺考' : 80;
      marks[await exam.numberOf(guest)] = { 理论知识: mark, 操作技能: mark };
    }
    expect(await exam.takeFilled(marks)).toMatchObject({ state: 'done' });
    expect(await countOf('101')).toEqual([2, 1, 0, 0]);
    expect(await countOf('102')).toEqual([0, 0, 2, 1]);
    expect((await room('102')).unnoted.map(({ seat, state }) => [seat, state])).toEqual([
      [1, 'present'],
      [2, 'present'],
      [3, 'absent'],
    ]);
    const { attendance: said } = await exam.publisher.api.ok(results.previewResults, { params: exam.params });
    expect(said.isDoorUsed).toBe(true);
    expect(said.rooms.map(({ roomName, slot, present, absent }) => [roomName, slot, present, absent])).toEqual([
      ['102', SLOT, 2, 1],
      ['101', '2026-12-12 13:00', 2, 1],
      ['102', '2026-12-12 13:00', 2, 1],
    ]);
  });

  it('keep results, and so certificates, back until somebody says who came', async () => {
    await exam.checked();
    const publish = () => exam.publisher.api.call(results.publishResults, { params: exam.params, body: {} });
    expect(await publish()).toMatchObject({ code: 'attendance-unsettled', data: { people: 9 } });
    // keyed back from paper at the desk: the marks agree but for one
    const once = { ...place('102'), body: { slot: SLOT, absentSeats: [2, 3] }, key: 'paper-of-102' };
    // the second time because the reply was lost
    for (const asked of [once, once])
      expect((await exam.officer.api.call(roomRecords.keyPaper, asked)).data).toEqual({
        noted: 2,
        differing: [{ seat: 2, name: guestAt(4).who.name, reason: 'marked' }],
      });
    expect(await countOf('102')).toEqual([1, 1, 1, 0]);
    expect(await decide('102', 'paper-undone')).toMatchObject({ data: { state: 'marks-in' } });
    expect(await publish()).toMatchObject({ code: 'attendance-unsettled', data: { people: 7 } });
    for (const [name, slot] of [
      ['102', SLOT],
      ['101', '2026-12-12 13:00'],
    ] as const)
      expect((await decide(name, 'inferred', slot)).code).toBe('ok');
    expect(await publish()).toMatchObject({
      code: 'attendance-unsettled',
      data: { people: 3, rooms: [{ siteName: '亦庄考点', roomName: '102', slot: '2026-12-12 13:00', people: 3 }] },
    });
    expect((await decide('102', 'inferred', '2026-12-12 13:00')).data).toMatchObject({
      present: 0,
      inferred: { present: 2, absent: 1 },
      steps: [{ kind: 'inferred', by: 'kaowu', reason: REASON }],
    });
    // and of whom a paper says otherwise than a phone or a mark
    expect(await publish()).toMatchObject({ code: 'attendance-unsettled', data: { people: 0, differing: 2 } });
    const lines = (await counts()).conflicts.filter(({ reason }) => reason !== 'absent-too-early');
    expect(lines.map(({ reason, seat }) => [reason, seat])).toEqual([
      ['scanned-and-absent', 1],
      ['marked', 2],
    ]);
    for (const { id } of lines)
      await exam.officer.api.ok(invigilation.decideDoorAct, {
        params: { id },
        body: { as: 'as-it-stands', reason: REASON },
      });
    expect((await publish()).code).toBe('ok');
    expect((await counts()).rooms.map(({ inferred }) => inferred.settled)).toEqual([false, true]);
  });

  it('stay as they were signed once results are out', async () => {
    expect(await decide('101', 'reopened')).toMatchObject({ code: 'wrong-state', data: { state: 'results-out' } });
    const [seat] = (await exam.officer.api.ok(seatList.rows, { params: exam.params, query: {} })).items;
    for (const as of ['present', 'absent'] as const) {
      const set = { params: { id: seat?.id ?? '' }, body: { as, reason: REASON } };
      expect(await exam.officer.api.call(attendance.setAttendance, set)).toMatchObject({
        code: 'wrong-state',
        data: { state: 'attendance-out' },
      });
    }
    const look = lookFor([{ what: 'words of officers', writings: [REASON] }]);
    expect(await leaksOfTables(world.db, look)).toEqual([]);
  });
});
