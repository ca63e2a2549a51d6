import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attendance, invigilation, results, roomRecords, sittings } from '@jikaotong/shared/contract';
import { differingFacts } from '@jikaotong/shared/words';
import { DoorDevice } from '../support/door-device';
import { type Candidate, type Examination, openExamination } from '../support/examination';
import { inSeatOrder } from '../support/in-seat-order';
import { type SignedInPerson, staffMember } from '../support/people';
import { type World, openWorld } from '../support/world';

const SLOT = '2026-12-12 09:00';
const LATER = '2026-12-12 13:00';
const reason = '监考员证实';

describe('what comes from a phone after the marks', () => {
  let world: World;
  let exam: Examination;
  let guests: Candidate[];
  let watcher: SignedInPerson;
  let device: DoorDevice;
  let roomId: string;
  let seats: readonly { sittingId: string; seat: number; subject: string }[];
  const guestAt = (position: number): Candidate => {
    const one = guests[position];
    if (!one) throw new Error('nobody there');
    return one;
  };
  const seatAt = (position: number): string => seats[position]?.sittingId ?? '';
  const differing = async () => (await exam.marker.api.ok(attendance.listDiffering, { params: exam.params })).items;
  const conflicts = async () =>
    (await exam.officer.api.ok(invigilation.getDoorCounts, { params: exam.params, query: { slot: SLOT } })).conflicts;
  const publish = () => exam.publisher.api.call(results.publishResults, { params: exam.params, body: {} });
  const decide = (id: string, as: 'present' | 'absent' | 'as-it-stands') =>
    exam.officer.api.call(invigilation.decideDoorAct, { params: { id }, body: { as, reason } });
  const setAttendance = (id: string, as: 'present' | 'absent') =>
    exam.officer.api.call(attendance.setAttendance, { params: { id }, body: { as, reason } });
  const keyMark = async (position: number, mark: string, by = exam.marker) => {
    const ticketNumber = await exam.numberOf(guestAt(position));
    const params = { ...exam.params, ticketNumber };
    const { marks } = await by.api.ok(results.getMarks, { params });
    const version = marks.find(({ subject }) => subject === 'theory')?.version ?? 0;
    const body = { ticketNumber, subject: 'theory' as const, mark, version };
    return by.api.call(results.keyMark, { params: exam.params, body });
  };
  const markOf = async (position: number) => {
    const params = { ...exam.params, ticketNumber: await exam.numberOf(guestAt(position)) };
    const { marks } = await exam.marker.api.ok(results.getMarks, { params });
    return marks.find(({ subject }) => subject === 'theory')?.mark;
  };
  const attendanceOf = ({ person, id }: Candidate) => person.api.ok(attendance.getAttendance, { params: { id } });
  const object = ({ person, id }: Candidate) =>
    person.api.call(attendance.objectToAttendance, {
      params: { id },
      body: { subject: 'theory' as const, words: '我 8:50 就在 101 了' },
    });

  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23' });
    exam = await openExamination(world);
    guests = [];
    for (const order of [1, 2, 3, 4, 5])
      guests.push(await exam.paid(`o-${order}`, { order, name: `考生${'甲乙丙丁戊'[order - 1]}` }));
    await exam.setRooms(5);
    await exam.officer.api.ok(sittings.seatSession, { params: exam.params });
    guests = await inSeatOrder(exam, guests);
    watcher = await staffMember(world, exam.administrator, 'jiankao', ['invigilator']);
    await world.moveTo('2026-12-07');
    await world.moveTo('2026-12-12', '08:40');
    const { keys } = await world.stranger.ok(sittings.getVerificationKeys, {});
    const plan = await exam.officer.api.ok(invigilation.getDutyPlan, { params: exam.params });
    roomId = plan.hours[0]?.rooms[0]?.roomId ?? '';
    const { dutyId } = await exam.officer.api.ok(invigilation.assignDuty, {
      params: exam.params,
      body: { slot: SLOT, roomIds: [roomId], who: { accountId: watcher.accountId } },
    });
    device = new DoorDevice({ person: watcher, dutyId, keys, clockOffMs: 0 });
    seats = (await device.fetchList()).guests;
    // the phone notes the second and the fourth, and loses its network
    for (const position of [1, 3]) device.note({ kind: 'check-in', sittingId: seatAt(position), way: 'name' });
    await world.moveTo('2026-12-12', '10:40');
    device.pass(120 * 60_000);
    await exam.officer.api.ok(roomRecords.keyPaper, {
      params: { ...exam.params, roomId },
      body: { slot: SLOT, absentSeats: [2, 4, 5] },
    });
    await world.moveTo('2026-12-13');
    device.pass((22 * 60 + 20) * 60_000);
    const marks: Record<string, Record<string, number | string>> = {};
    for (const [position, guest] of guests.entries())
      // the third was there, and 缺考 was keyed by mistake
      marks[await exam.numberOf(guest)] = { 理论知识: position === 0 ? 80 : '缺考', 操作技能: 80 };
    const { state } = await exam.takeFilled(marks);
    if (state !== 'done') throw new Error(`the sheet is ${state}`);
    for (const room of plan.hours.find(({ slot }) => slot === LATER)?.rooms ?? [])
      await exam.officer.api.ok(roomRecords.decideRoom, {
        params: { ...exam.params, roomId: room.roomId },
        body: { slot: LATER, kind: 'inferred', reason },
      });
    await exam.checked();
  });
  afterAll(() => world.stop());

  it('is listed beside the mark for the exam officer and the score officer, and changes neither', async () => {
    expect((await differing()).map(({ seat }) => seat)).toEqual([3]);
    await device.syncAll();
    expect(await conflicts()).toMatchObject([
      { kind: 'check-in', reason: 'scanned-and-absent', seat: 2, standing: 'absent' },
      { kind: 'check-in', reason: 'scanned-and-absent', seat: 4, standing: 'absent' },
    ]);
    expect([await markOf(1), (await attendanceOf(guestAt(1))).items[0]?.state]).toEqual(['缺考', 'absent']);
    const items = await differing();
    expect(items).toMatchObject([
      { seat: 2, door: { state: 'absent', way: 'paper' }, marks: 'absent', said: { kind: 'check-in', way: 'name' } },
      { seat: 3, door: { state: 'present', way: 'paper' }, marks: 'absent', said: null },
      { seat: 4, said: { kind: 'check-in' } },
    ]);
    expect(items[0]?.name).toBe(guestAt(1).who.name);
    expect(await exam.duties()).toContainEqual(['settle-attendance', '2026-12-18', false]);
    expect(items.map(differingFacts)[0]).toMatch(
      /^签到记缺考（纸质签到表 10:40）；成绩录的是缺考；手机另传来 \d\d:\d\d 手工入场的记录$/,
    );
  });

  it('keeps results back until an officer has decided and the mark says the same', async () => {
    expect(await publish()).toMatchObject({ code: 'attendance-unsettled', data: { rooms: [], differing: 3 } });
    const [second, , fourth] = await differing();
    // a mark says in silence nothing that the door says otherwise
    expect(await keyMark(1, '75')).toMatchObject({ code: 'mark-refused', data: { code: 'absent-at-door' } });
    expect((await decide(second?.said?.id ?? '', 'present')).code).toBe('ok');
    expect((await decide(fourth?.said?.id ?? '', 'as-it-stands')).code).toBe('ok');
    expect(await markOf(1)).toBe('缺考');
    expect(await differing()).toMatchObject([
      { seat: 2, door: { state: 'present', way: 'officer' }, marks: 'absent', said: null },
      { seat: 3 },
    ]);
    expect(await publish()).toMatchObject({ code: 'attendance-unsettled', data: { differing: 2 } });
    expect((await keyMark(1, '75')).code).toBe('ok');
    expect((await differing()).map(({ seat }) => seat)).toEqual([3]);
  });

  it('lets the door be put right where the mark was', async () => {
    expect((await setAttendance(seatAt(2), 'absent')).code).toBe('ok');
    expect(await differing()).toEqual([]);
    expect((await attendanceOf(guestAt(2))).items[0]?.state).toBe('absent');
    // and the other way round: the mark follows
    expect((await setAttendance(seatAt(2), 'present')).code).toBe('ok');
    expect(await differing()).toMatchObject([{ seat: 3, door: { state: 'present', way: 'officer' }, marks: 'absent' }]);
    expect((await setAttendance(seatAt(2), 'absent')).code).toBe('ok');
    // points are no absence: the mark is corrected first
    expect(await setAttendance(seatAt(0), 'absent')).toMatchObject({ data: { state: 'attendance-marked' } });
  });

  it('waits for what a candidate says of it, which may be said until results are out', async () => {
    const last = guestAt(4);
    expect(await attendanceOf(last)).toMatchObject({ objection: 'open', items: [{ state: 'absent' }] });
    expect((await object(last)).code).toBe('ok');
    expect(await differing()).toMatchObject([{ seat: 5, said: { kind: 'objection' }, marks: 'absent' }]);
    await exam.checked();
    expect(await publish()).toMatchObject({ code: 'attendance-unsettled', data: { differing: 1 } });
    const [said] = await conflicts();
    expect((await decide(said?.id ?? '', 'as-it-stands')).code).toBe('ok');
    expect((await publish()).code).toBe('ok');
    expect(await attendanceOf(last)).toMatchObject({ objection: 'review' });
    expect(await object(last)).toMatchObject({ code: 'wrong-state', data: { state: 'attendance-review' } });
  });

  it('is listed still when it comes after the results, and changes nothing', async () => {
    device.note({ kind: 'check-in', sittingId: seatAt(4), way: 'name' });
    device.pass(-26 * 60 * 60_000);
    await device.syncAll();
    const [late] = await differing();
    expect(late).toMatchObject({ seat: 5, published: true, said: { kind: 'check-in' }, marks: 'absent' });
    expect(await exam.duties()).toContainEqual(['settle-attendance', null, false]);
    const id = late?.said?.id ?? '';
    expect(await decide(id, 'present')).toMatchObject({ code: 'wrong-state', data: { state: 'attendance-out' } });
    expect([await markOf(4), (await attendanceOf(guestAt(4))).items[0]?.state]).toEqual(['缺考', 'absent']);
    expect((await decide(id, 'as-it-stands')).code).toBe('ok');
    expect(await differing()).toEqual([]);
    expect((await exam.duties()).map(([code]) => code)).not.toContain('settle-attendance');
  });

  it('leads to nobody’s review once that is over', async () => {
    await world.moveTo('2027-01-20');
    expect(await attendanceOf(guestAt(4))).toMatchObject({ objection: 'closed' });
    expect(await object(guestAt(4))).toMatchObject({ data: { state: 'attendance-closed' } });
  });
});
