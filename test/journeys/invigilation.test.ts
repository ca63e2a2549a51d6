import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attendance, bodies, dutyLink, invigilation, results, roomRecords, sittings } from '@jikaotong/shared/contract';
import { seatList } from '@jikaotong/shared/lists';
import { instantAt, localDate, timeOfDay } from '@jikaotong/shared/kernel';
import { DoorDevice } from '../support/door-device';
import { type Candidate, type Examination, openExamination } from '../support/examination';
import { type SignedInPerson, candidateByPhone, staffMember } from '../support/people';
import { sheetItems } from '../support/send-sheet';
import { inSeatOrder } from '../support/in-seat-order';
import { leaksOfTables, lookFor } from '../support/planted';
import { type World, openWorld } from '../support/world';

const SLOT = '2026-12-12 09:00';
const at = (time: string) => instantAt(localDate('2026-12-12'), timeOfDay(time));
const tokenOf = (path: string | null) => new URLSearchParams(path?.split('?')[1]).get('token') ?? '';

describe('the day of an invigilator', () => {
  let world: World;
  let exam: Examination;
  let guests: Candidate[];
  let helper: SignedInPerson;
  let watcher: SignedInPerson;
  let rooms: Record<string, string>;
  let duties: { a: string; b: string };
  let device: DoorDevice;
  let keys: Record<string, string>;
  const plan = () => exam.officer.api.ok(invigilation.getDutyPlan, { params: exam.params });
  const counts = () => exam.officer.api.ok(invigilation.getDoorCounts, { params: exam.params, query: { slot: SLOT } });
  const assign = (
    roomNames: string[],
    who: { accountId: string } | { name: string; phone: string },
    replaces?: string,
  ) =>
    exam.officer.api.ok(invigilation.assignDuty, {
      params: exam.params,
      body: { slot: SLOT, roomIds: roomNames.map((name) => rooms[name] ?? ''), who, ...(replaces && { replaces }) },
    });
  const guestAt = (position: number): Candidate => {
    const one = guests[position];
    if (!one) throw new Error('nobody there');
    return one;
  };
  const nameAt = (position: number): string => guestAt(position).who.name ?? '';
  const qrOf = async (one: Candidate) => (await exam.ticketOf(one)).qr;
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23' });
    exam = await openExamination(world);
    guests = [];
    for (const order of [1, 2, 3, 4, 5])
      guests.push(await exam.paid(`o-${order}`, { order, name: `考生${'甲乙丙丁戊'[order - 1]}` }));
    await exam.setRooms(3, 2);
    await exam.officer.api.ok(sittings.seatSession, { params: exam.params });
    guests = await inSeatOrder(exam, guests);
    watcher = await staffMember(world, exam.administrator, 'jiankao', ['invigilator']);
    helper = await candidateByPhone(world, '13812345678', { consents: false });
    await world.moveTo('2026-12-07');
    keys = (await world.stranger.ok(sittings.getVerificationKeys, {})).keys;
    const { hours } = await plan();
    rooms = Object.fromEntries((hours[0]?.rooms ?? []).map(({ roomId, roomName }) => [roomName, roomId]));
  });
  afterAll(() => world.stop());

  it('is given by an exam officer: to the staff, or by a link bound to a number', async () => {
    expect(
      (await plan()).hours.map(({ slot, startsAt, rooms: all }) => [
        slot,
        startsAt,
        all.map(({ roomName, expected }) => [roomName, expected]),
      ]),
    ).toEqual([
      [
        SLOT,
        '09:00',
        [
          ['101', 3],
          ['102', 2],
        ],
      ],
      [
        '2026-12-12 13:00',
        '13:00',
        [
          ['101', 3],
          ['102', 2],
        ],
      ],
    ]);
    for (const one of [exam.reviewer, watcher, helper])
      expect(await one.api.refused(invigilation.getDutyPlan, { params: exam.params })).toMatchObject({ status: 403 });
    const body = { slot: SLOT, roomIds: [rooms['101'] ?? ''], who: { accountId: exam.reviewer.accountId } };
    expect(await exam.officer.api.refused(invigilation.assignDuty, { params: exam.params, body })).toMatchObject({
      code: 'not-an-invigilator',
    });
    const ofStaff = await assign(['102'], { accountId: watcher.accountId });
    expect(ofStaff.linkPath).toBeNull();
    const lost = await assign(['101'], { name: '李师傅', phone: '13812345678' });
    const renewed = await exam.officer.api.ok(invigilation.renewDutyLink, { params: { id: lost.dutyId } });
    const join = (who: SignedInPerson, path: string | null) =>
      who.api.call(dutyLink.joinDuty, { params: { token: tokenOf(path) } });
    const other = await candidateByPhone(world, '13900001111', { consents: false });
    expect((await join(other, renewed.linkPath)).code).toBe('duty-of-another-phone');
    expect((await join(watcher, renewed.linkPath)).code).toBe('phone-not-proven');
    expect((await join(helper, lost.linkPath)).code).toBe('invitation-invalid');
    expect((await join(helper, renewed.linkPath)).code).toBe('ok');
    expect((await join(helper, renewed.linkPath)).code).toBe('invitation-invalid');
    duties = { a: lost.dutyId, b: ofStaff.dutyId };
  });

  it('shows a helper the own duty, and nothing else of the body', async () => {
    const { items } = await helper.api.ok(invigilation.listMyDuties, {});
    expect(items.map(({ id, rooms: all }) => [id, all.map(({ roomName }) => roomName)])).toEqual([[duties.a, ['101']]]);
    expect(await helper.api.refused(invigilation.getDutyList, { params: { id: duties.b } })).toMatchObject({
      status: 404,
    });
    expect(await helper.api.refused(seatList.rows, { params: exam.params, query: {} })).toMatchObject({ status: 403 });
    expect(await helper.api.refused(invigilation.getDutyList, { params: { id: duties.a } })).toMatchObject({
      code: 'duty-locked',
      data: { opensAt: at('06:00'), closesAt: at('14:30') },
    });
    await world.moveTo('2026-12-12', '08:40');
    expect((await watcher.api.ok(invigilation.listMyDuties, {})).items.map(({ id }) => id)).toEqual([duties.b]);
  });

  it('names the guests of its own rooms alone, with photos; others are a hash and a room', async () => {
    device = new DoorDevice({ person: helper, dutyId: duties.a, keys, clockOffMs: -7 * 60_000 });
    const list = await device.fetchList();
    expect(list.guests.map(({ name, seat, documents }) => [name, seat, documents.includes('resident-id')])).toEqual([
      [nameAt(0), 1, true],
      [nameAt(1), 2, true],
      [nameAt(2), 3, true],
    ]);
    const said = JSON.stringify(list);
    for (const name of [nameAt(3), nameAt(4)]) expect(said).not.toContain(name);
    expect(said).not.toContain(await qrOf(guestAt(3)));
    const other = await watcher.api.ok(invigilation.getDutyList, { params: { id: duties.b } });
    expect(other.markKey).not.toBe(list.markKey);
    expect(Object.keys(other.elsewhere).filter((mark) => mark in list.elsewhere)).toEqual([]);
    const photos = await helper.api.ok(invigilation.getDutyPhotos, { params: { id: duties.a }, query: {} });
    expect(photos.items.map(({ sittingId }) => sittingId)).toEqual(list.guests.map(({ sittingId }) => sittingId));
    expect(
      Buffer.from(photos.items[0]?.jpeg ?? '', 'base64')
        .subarray(0, 2)
        .toString('hex'),
    ).toBe('ffd8');
  });

  it('lets guests in without a network, says why not, and sends it once however often it goes', async () => {
    const [first, second, , fourth] = await Promise.all(guests.map(qrOf));
    expect(device.scan(first ?? '').code).toBe('enter');
    expect(device.scan(first ?? '')).toMatchObject({ code: 'already-in' });
    expect(device.scan(fourth ?? '')).toMatchObject({ code: 'other-room', place: { roomName: '102' } });
    expect(device.scan(second ?? '').code).toBe('enter');
    await device.sync(() => 'lost');
    await device.sync(() => 'reply-lost');
    await device.sync(() => 'twice');
    expect([device.waiting, device.conflicts]).toEqual([0, 0]);
    expect(
      (await counts()).rooms.map(({ roomName, expected, present, absent }) => [roomName, expected, present, absent]),
    ).toEqual([
      ['101', 3, 2, 0],
      ['102', 2, 0, 0],
    ]);
    const [row] = await world.db.read((h) => h.query<{ n: number }>('SELECT COUNT(*) AS n FROM attendance'));
    expect(Number(row?.n)).toBe(2);
  });

  it('closes its doors as the body says, and half an hour after the beginning where nobody says', async () => {
    const set = (graceMinutes: number | null) =>
      exam.administrator.api.ok(bodies.updateBody, { params: { id: 'bspia' }, body: { graceMinutes } });
    expect(await counts()).toMatchObject({ graceMinutes: 30, graceIsAssumed: true, graceEndsAt: at('09:30') });
    expect(await set(45)).toMatchObject({ graceMinutes: 45 });
    expect(await counts()).toMatchObject({ graceMinutes: 45, graceIsAssumed: false, graceEndsAt: at('09:45') });
    expect(await set(null)).toMatchObject({ graceMinutes: null });
  });

  it('lists for the officer what cannot be true', async () => {
    const list = await device.fetchList();
    const [first, second, third] = list.guests.map(({ sittingId }) => sittingId);
    const twin = new DoorDevice({ person: helper, dutyId: duties.a, keys, clockOffMs: 0 });
    await twin.fetchList();
    twin.note({ kind: 'check-in', sittingId: first ?? '', way: 'name' });
    twin.note({ kind: 'undo', sittingId: third ?? '', words: '点错了' });
    twin.note({ kind: 'undo', sittingId: second ?? '', words: '点错了' });
    twin.note({ kind: 'breach', sittingId: first ?? '', item: 'no-such-item', witness: '李师傅', words: '' });
    await twin.syncAll();
    const { conflicts } = await counts();
    expect(conflicts.map(({ kind, reason, name }) => [kind, reason, name])).toEqual([
      ['check-in', 'already-in', nameAt(0)],
      ['undo', 'not-in', nameAt(2)],
      ['breach', 'not-of-this-duty', nameAt(0)],
    ]);
    const decide = (id: string, as: 'present' | 'absent' | 'as-it-stands') =>
      exam.officer.api.call(invigilation.decideDoorAct, { params: { id }, body: { as, reason: '现场核实' } });
    expect((await decide(conflicts[0]?.id ?? '', 'as-it-stands')).code).toBe('ok');
    expect((await decide(conflicts[0]?.id ?? '', 'absent')).code).toBe('wrong-state');
    expect((await decide(conflicts[1]?.id ?? '', 'present')).code).toBe('ok');
    expect((await counts()).conflicts).toHaveLength(1);
    expect((await counts()).rooms[0]).toMatchObject({ present: 2, absent: 0 });
  });

  it('takes a room from paper and lets scans stand against it', async () => {
    device.note({ kind: 'paper', roomId: rooms['101'] ?? '', absentSeats: [1, 9] });
    await device.syncAll();
    expect((await counts()).rooms[0]).toMatchObject({ present: 3, absent: 0 });
    expect((await counts()).conflicts.map(({ reason, seat }) => `${reason} ${seat}`).toSorted()).toEqual([
      'no-such-seat 9',
      'not-of-this-duty 1',
      'scanned-and-absent 1',
    ]);
    expect((await device.fetchList()).guests[0]?.name).toBe(nameAt(0));
  });

  it('calls nobody absent while a phone is away, and whoever has not come once all were heard', async () => {
    const away = new DoorDevice({ person: watcher, dutyId: duties.b, keys, clockOffMs: 0 });
    await away.fetchList();
    await world.moveTo('2026-12-12', '09:29');
    away.pass(49 * 60_000);
    expect(away.scan(await qrOf(guestAt(3))).code).toBe('enter');
    await world.moveTo('2026-12-12', '09:31');
    away.pass(2 * 60_000);
    expect((await counts()).rooms[1]).toMatchObject({ present: 0, absent: 0 });
    await away.syncAll();
    expect((await counts()).rooms[1]).toMatchObject({ present: 1, absent: 1 });
  });

  it('tells candidates what was noted, and lets them say that it is not so', async () => {
    const [first, last] = [guestAt(0), guestAt(4)];
    const noted = ({ person, id }: Candidate) => person.api.ok(attendance.getAttendance, { params: { id } });
    expect((await noted(first)).items).toMatchObject([{ subject: 'theory', state: 'present', objected: false }]);
    expect((await noted(last)).items).toMatchObject([{ subject: 'theory', state: 'absent', at: at('09:30') }]);
    expect(await exam.stranger.api.refused(attendance.getAttendance, { params: { id: first.id } })).toMatchObject({
      status: 404,
    });
    const object = (subject: 'theory' | 'skill') =>
      last.person.api.call(attendance.objectToAttendance, {
        params: { id: last.id },
        body: { subject, words: '我 8:50 就在 102 了' },
      });
    expect((await object('skill')).code).toBe('wrong-state');
    expect((await object('theory')).code).toBe('ok');
    expect((await object('theory')).code).toBe('ok');
    const said = (await counts()).conflicts.filter(({ kind }) => kind === 'objection');
    expect(said).toMatchObject([{ reason: 'objected', words: '我 8:50 就在 102 了', standing: 'absent', seat: 2 }]);
    expect((await noted(last)).items[0]).toMatchObject({ objected: true });
    const decide = { params: { id: said[0]?.id ?? '' }, body: { as: 'present' as const, reason: '监考员证实' } };
    await exam.officer.api.ok(invigilation.decideDoorAct, decide);
    expect((await noted(last)).items[0]).toMatchObject({ state: 'present', objected: false });
    expect((await counts()).rooms[1]).toMatchObject({ present: 2, absent: 0, absentees: [] });
  });

  it('has its papers counted by two accounts, and closes a room once everybody is accounted for', async () => {
    const params = { id: duties.b, roomId: rooms['102'] ?? '' };
    const count = (taken: number, blank: number) =>
      watcher.api.call(roomRecords.countPapers, {
        params,
        body: { taken, returned: 1, blank, sealNumber: 'A0012' },
      });
    const second = await staffMember(world, exam.administrator, 'jiankao2', ['invigilator']);
    const { dutyId } = await assign(['102'], { accountId: second.accountId });
    expect(await count(2, 0)).toMatchObject({ code: 'papers-differ', data: { taken: 2, counted: 1 } });
    expect((await count(2, 1)).code).toBe('ok');
    const seconds = { params: { ...params, id: dutyId } };
    for (const [who, asked, code] of [
      [watcher, { params }, 'second-person-needed'],
      [second, seconds, 'ok'],
      [second, seconds, 'wrong-state'],
    ] as const)
      expect((await who.api.call(roomRecords.countersignPapers, asked)).code).toBe(code);
    await world.moveTo('2026-12-12', '10:30');
    // counted anew, the second signature falls
    expect((await count(3, 2)).code).toBe('ok');
    expect(await watcher.api.call(roomRecords.closeRoom, { params })).toMatchObject({
      code: 'second-person-needed',
      data: { of: 'unsigned-papers' },
    });
    expect((await second.api.call(roomRecords.countersignPapers, seconds)).code).toBe('ok');
    expect(await watcher.api.ok(roomRecords.closeRoom, { params })).toMatchObject({
      expected: 2,
      present: 2,
      open: 0,
      papers: { taken: 3, secondBy: 'jiankao2' },
      closedBy: 'jiankao',
    });
    expect((await second.api.call(roomRecords.closeRoom, seconds)).code).toBe('wrong-state');
    expect((await count(3, 2)).code).toBe('wrong-state');
    const late = new DoorDevice({ person: second, dutyId, keys, clockOffMs: 0 });
    await late.fetchList();
    late.note({ kind: 'incident', roomId: params.roomId, words: '补记', picture: null });
    await late.syncAll();
    expect((await counts()).conflicts.at(-1)).toMatchObject({ kind: 'incident', reason: 'room-closed', words: '补记' });
    expect(await helper.api.refused(roomRecords.getRoomRecord, { params })).toMatchObject({ status: 404 });
  });

  it('ends at once when the officer gives it to somebody else; what the old phone held is kept', async () => {
    device.note({ kind: 'incident', roomId: rooms['101'] ?? '', words: '停电两分钟', picture: null });
    const next = await assign(['101'], { name: '王师傅', phone: '13712345678' }, duties.a);
    expect(await helper.api.refused(invigilation.getDutyList, { params: { id: duties.a } })).toMatchObject({
      status: 404,
    });
    expect((await helper.api.ok(invigilation.listMyDuties, {})).items).toEqual([]);
    await device.syncAll();
    expect(device.waiting).toBe(0);
    expect((await counts()).conflicts).toContainEqual(
      expect.objectContaining({ kind: 'incident', reason: 'not-of-this-duty', words: '停电两分钟' }),
    );
    expect(next.linkPath).toContain('/packages/duty/join/index?token=');
  });

  it('gives no mark in silence to somebody noted absent', async () => {
    const last = guestAt(4);
    const list = await watcher.api.ok(invigilation.getDutyList, { params: { id: duties.b } });
    const params = { id: list.guests.find(({ name }) => name === nameAt(4))?.sittingId ?? '' };
    const set = (as: 'present' | 'absent') =>
      exam.officer.api.call(attendance.setAttendance, { params, body: { as, reason: '考场记录单' } });
    expect((await set('absent')).code).toBe('ok');
    expect((await set('absent')).code).toBe('ok');
    expect((await counts()).rooms[1]).toMatchObject({
      present: 1,
      absent: 1,
      absentees: [{ name: nameAt(4), seat: 2 }],
    });
    const number = await exam.numberOf(last);
    await world.moveTo('2026-12-13');
    const sheet = await exam.takeFilled({ [number]: { 理论知识: '88' } });
    expect(sheet).toMatchObject({ state: 'refused', counts: { problems: 1 } });
    const items = await sheetItems(exam.marker, { endpoints: results.scoreSheet, ...exam.params, importId: sheet.id });
    expect(items.map(({ code, value }) => [code, value])).toEqual([['absent-at-door', '88 分']]);
    expect(await exam.takeFilled({ [number]: { 理论知识: '缺考' } })).toMatchObject({ counts: { problems: 0 } });
  });

  it('leaves what was decided of people, and why, in no table', async () => {
    const officers = { what: 'words of officers', writings: ['现场核实', '监考员证实', '考场记录单', '点错了'] };
    expect(await leaksOfTables(world.db, lookFor([officers]))).toEqual([]);
  });
});
