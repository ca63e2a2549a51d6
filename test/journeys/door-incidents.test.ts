import { instantAt, localDate, timeOfDay } from '@jikaotong/shared/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type BodyOf,
  attendance,
  breachCases as cases,
  breaches,
  invigilation,
  results,
  sittings,
} from '@jikaotong/shared/contract';
import { portrait } from '../builders/photos';
import { type Candidate, type Examination, openExamination } from '../support/examination';
import { inSeatOrder } from '../support/in-seat-order';
import { patience } from '../support/patience';
import { type SignedInPerson, candidateByPhone, staffMember } from '../support/people';
import { printConduct } from '../support/printed-conduct';
import { type World, openWorld } from '../support/world';

const SLOT = '2026-12-12 09:00';
type Acts = BodyOf<typeof invigilation.sendDoorActs>['acts'];

describe('what happens at a door', () => {
  let world: World;
  let exam: Examination;
  let guests: Candidate[];
  let watcher: SignedInPerson;
  let dutyId: string;
  let roomId: string;
  let seats: string[];
  let nonces = 0;

  const there = <T>(one: T | undefined): T => {
    if (one === undefined) throw new Error('nobody there');
    return one;
  };
  const guestAt = (at: number): Candidate => there(guests[at]);
  const counts = () => exam.officer.api.ok(invigilation.getDoorCounts, { params: exam.params, query: { slot: SLOT } });
  const act = () => {
    nonces += 1;
    return { nonce: `nonce-${String(nonces).padStart(4, '0')}`, atMs: Date.now() };
  };
  const send = (acts: Acts) =>
    watcher.api.ok(invigilation.sendDoorActs, {
      params: { id: dutyId },
      body: { sentAtMs: Date.now(), waiting: 0, acts },
    });
  const breach = (at: number, item: string) => ({
    ...act(),
    kind: 'breach' as const,
    sittingId: seats[at] ?? '',
    item,
    witness: '李师傅',
    words: '当场收缴',
  });

  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23' });
    await printConduct(world);
    exam = await openExamination(world);
    guests = [];
    for (const order of [1, 2, 3])
      guests.push(await exam.paid(`o-${order}`, { order, name: `考生${'甲乙丙'[order - 1]}` }));
    await exam.setRooms(3);
    await exam.officer.api.ok(sittings.seatSession, { params: exam.params });
    guests = await inSeatOrder(exam, guests);
    watcher = await staffMember(world, exam.administrator, 'jiankao', ['invigilator']);
    const { hours } = await exam.officer.api.ok(invigilation.getDutyPlan, { params: exam.params });
    roomId = hours[0]?.rooms[0]?.roomId ?? '';
    await world.moveTo('2026-12-07');
    const body = { slot: SLOT, roomIds: [roomId], who: { accountId: watcher.accountId } };
    dutyId = (await exam.officer.api.ok(invigilation.assignDuty, { params: exam.params, body })).dutyId;
    await world.moveTo('2026-12-12', '08:30');
    const list = await watcher.api.ok(invigilation.getDutyList, { params: { id: dutyId } });
    seats = list.guests.toSorted((a, b) => a.seat - b.seat).map(({ sittingId }) => sittingId);
  }, patience(120_000));
  afterAll(() => world.stop());

  it('goes on past an act that cannot be read, which is listed for the officer', async () => {
    const checkIn = (at: number) => ({
      ...act(),
      kind: 'check-in' as const,
      sittingId: seats[at] ?? '',
      way: 'name' as const,
    });
    const [first, second] = [checkIn(0), checkIn(1)];
    const odd = { ...act(), kind: 'check-in-by-face', sittingId: seats[2], words: '新版本的记录' };
    const { answers } = await send([first, odd, second]);
    expect(answers.toSorted((a, b) => (a.nonce < b.nonce ? -1 : 1))).toEqual([
      { nonce: first.nonce, outcome: 'done' },
      { nonce: second.nonce, outcome: 'done' },
      { nonce: odd.nonce, outcome: 'conflict' },
    ]);
    expect((await send([odd])).answers).toEqual([{ nonce: odd.nonce, outcome: 'conflict' }]);
    const { conflicts } = await counts();
    expect(conflicts).toMatchObject([{ kind: 'unreadable', reason: 'unreadable', name: guestAt(2).who.name }]);
    expect(conflicts[0]?.words).toContain('新版本的记录');
    const decision = { as: 'present' as const, reason: '看过录像' };
    await exam.officer.api.ok(invigilation.decideDoorAct, {
      params: { id: conflicts[0]?.id ?? '' },
      body: decision,
    });
    expect((await counts()).rooms[0]).toMatchObject({ present: 3 });
  });

  it('stands on the page of the application for the staff of its body', async () => {
    const { id } = guestAt(0);
    const seen = (who: SignedInPerson) => who.api.call(attendance.getAttendanceOf, { params: { id } });
    expect((await seen(exam.reviewer)).data).toMatchObject({ items: [{ subject: 'theory', state: 'present' }] });
    expect((await seen(watcher)).code).toBe('forbidden');
    const stranger = await staffMember(world, exam.administrator, 'caiwu2', ['finance']);
    expect((await seen(stranger)).code).toBe('ok');
  });

  it('is shown to the officer with its picture', async () => {
    const picture = (await portrait()).toString('base64');
    await send([{ ...act(), kind: 'incident', roomId, words: '停电两分钟', picture }]);
    const [incident] = (await counts()).incidents;
    expect(incident).toMatchObject({ kind: 'incident', words: '停电两分钟', by: 'jiankao', open: false });
    const shown = await fetch(new URL(incident?.pictureUrl ?? '', world.origin));
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
  });

  it('was on its day, whatever the clock of the phone says', async () => {
    const said = { ...act(), atMs: 0, kind: 'incident' as const, roomId, words: '手机时间不对', picture: null };
    const body = { sentAtMs: 1.9e12, waiting: 0, acts: [said] };
    await watcher.api.ok(invigilation.sendDoorActs, { params: { id: dutyId }, body });
    const incident = there((await counts()).incidents.find(({ words }) => words === '手机时间不对'));
    expect(incident.at).toBe(instantAt(localDate('2026-12-12'), timeOfDay('00:00')));
  });

  it('may be somebody in another’s place: a person without an application, with picture, beside the candidate', async () => {
    const picture = (await portrait()).toString('base64');
    const before = (await counts()).rooms[0];
    const said = { kind: 'impostor' as const, roomId, words: '照片不是本人', picture };
    await send([
      { ...act(), ...said, sittingId: seats[1] ?? '' },
      { ...act(), ...said, sittingId: null, words: '不在名单里' },
    ]);
    const found = (await counts()).incidents.filter(({ kind }) => kind === 'impostor');
    expect(found.map(({ name, applicationId, words }) => [name, applicationId, words]).toSorted()).toEqual(
      [
        [guestAt(1).who.name, guestAt(1).id, '照片不是本人'],
        [null, null, '不在名单里'],
      ].toSorted(),
    );
    for (const { pictureUrl } of found) expect((await fetch(new URL(pictureUrl ?? '', world.origin))).status).toBe(200);
    // whoever came in their place is no reason to note the candidate in or out
    expect((await counts()).rooms[0]).toEqual({ ...before, heardAt: expect.any(Number) });
  });

  it('is no breach, with a reason, or becomes a case, from which alone anything follows', async () => {
    await send([breach(0, 'tier-1-4'), breach(1, 'tier-2-1'), breach(2, 'tier-2-2')]);
    const find = async (at: number) =>
      there((await counts()).incidents.find(({ name, kind }) => name === guestAt(at).who.name && kind === 'breach'));
    const mild = await find(0);
    expect(mild).toMatchObject({
      applicationId: guestAt(0).id,
      open: true,
      decided: null,
      breachId: null,
      witness: '李师傅',
      item: { follows: '取消这一科的成绩', text: '其他违反考场规则但尚未构成作弊的行为' },
    });
    const dismiss = (id: string) =>
      exam.officer.api.call(breaches.dismissDoorBreach, { params: { id }, body: { reason: '看过录像，没有违规' } });
    // two at once: one is heard, the other is told
    const innocent = await find(2);
    const both = await Promise.all([dismiss(innocent.id), dismiss(innocent.id)]);
    expect(both.map(({ code }) => code).toSorted()).toEqual(['ok', 'wrong-state']);
    expect(await find(2)).toMatchObject({ decided: 'none', open: true, reason: '看过录像，没有违规' });

    const query = { doorActId: mild.id };
    const { door } = await exam.officer.api.ok(cases.listBreachItems, { params: { id: guestAt(0).id }, query });
    expect(door).toMatchObject({ item: 'tier-1-4', subject: 'theory', facts: '当场收缴', witness: '李师傅' });
    const elsewhere = { params: { id: guestAt(1).id }, query };
    expect((await exam.officer.api.refused(cases.listBreachItems, elsewhere)).status).toBe(404);
    const refer = async (at: number, item: string, doorActId: string) => {
      const body = { item, subject: 'theory' as const, facts: '当场收缴', doorActId };
      return exam.officer.api.call(cases.openBreach, { params: { id: guestAt(at).id }, body });
    };
    expect((await refer(1, 'tier-1-4', mild.id)).code).toBe('breach-open');
    const opened = await Promise.all([refer(0, 'tier-1-4', mild.id), refer(0, 'tier-1-4', mild.id)]);
    expect(opened.map(({ code }) => code).toSorted()).toEqual(['breach-open', 'ok']);
    const breachId = there((await find(0)).breachId ?? undefined);
    expect(await find(0)).toMatchObject({ decided: 'case', open: false });
    expect((await dismiss(mild.id)).code).toBe('wrong-state');
    const read = await exam.officer.api.ok(cases.getStaffBreach, { params: { id: breachId } });
    expect(read).toMatchObject({ source: 'door', state: 'recorded', subject: 'theory', penalty: null });
  });

  it('holds the result of that person alone until all of it is decided', async () => {
    await world.moveTo('2026-12-13');
    const numbers = await Promise.all(guests.map((one) => exam.numberOf(one)));
    await exam.takeFilled(Object.fromEntries(numbers.map((number) => [number, { 理论知识: '90', 操作技能: '88' }])));
    await exam.settled();
    await exam.publish();
    const resultOf = async (at: number) => {
      const { person, id } = guestAt(at);
      const reply = await person.api.call(results.getResult, { params: { id } });
      if (reply.code !== 'ok') return reply.code;
      const { subjects, outcome } = reply.data as { subjects: { cancelled: boolean }[]; outcome: string };
      return [outcome, ...subjects.map(({ cancelled }) => (cancelled ? 'cancelled' : 'counts'))];
    };
    // one has a case, of another nobody has decided, a third was no breach
    expect([await resultOf(0), await resultOf(1), await resultOf(2)]).toEqual([
      'result-pending',
      'result-pending',
      ['passed', 'counts', 'counts'],
    ]);
    const incidents = (await counts()).incidents.filter(({ kind }) => kind === 'breach');
    const undecided = there(incidents.find(({ name }) => name === guestAt(1).who.name));
    const body = { reason: '没有违规' };
    await exam.officer.api.ok(breaches.dismissDoorBreach, { params: { id: undecided.id }, body });
    expect(await resultOf(1)).toEqual(['passed', 'counts', 'counts']);
    // nothing follows of the case but by two
    const params = { id: there(incidents.find(({ name }) => name === guestAt(0).who.name)?.breachId ?? undefined) };
    await exam.officer.api.ok(cases.notifyBreach, { params });
    const said = { params, body: { words: '是草稿纸' } };
    await guestAt(0).person.api.ok(cases.stateToBreach, said);
    const proposal = { drops: false, reason: '考场记录和录像' };
    await exam.officer.api.ok(cases.proposeBreach, { params, body: proposal });
    expect(await resultOf(0)).toBe('result-pending');
    await exam.administrator.api.ok(cases.confirmBreach, { params, body: { agrees: true } });
    expect(await resultOf(0)).toEqual(['failed', 'cancelled', 'counts']);
    expect(await exam.stageOf(guestAt(1))).toBe(await exam.stageOf(guestAt(2)));
  });

  it('keeps no number of a helper for long', async () => {
    const body = { slot: SLOT, roomIds: [roomId], who: { name: '王师傅', phone: '13712345678' } };
    const late = await exam.officer.api.call(invigilation.assignDuty, { params: exam.params, body });
    expect(late.code).toBe('too-late');
    const helper = await candidateByPhone(world, '13712345678', { consents: false });
    // as one whose link nobody opened, assigned the day before
    await world.db.tx((h) =>
      h.run(
        `UPDATE duty SET kind = 'helper', account_id = NULL, phone = 'sealed', phone_index = 'index', name = '王师傅' WHERE id = ?`,
        [dutyId],
      ),
    );
    const kept = async () =>
      (
        await world.db.read((h) =>
          h.query<{ phone: string | null; name: string }>('SELECT phone, name FROM duty WHERE id = ?', [dutyId]),
        )
      )[0];
    await world.moveTo('2027-01-10');
    expect((await kept())?.name).toBe('王师傅');
    await world.moveTo('2027-01-13');
    expect(await kept()).toMatchObject({ phone: null, name: '（没有来的临时监考）' });
    expect((await helper.api.ok(invigilation.listMyDuties, {})).items).toEqual([]);
  });
});
