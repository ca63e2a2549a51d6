import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodies, dutyCopies, invigilation, sessions, sittings } from '@jikaotong/shared/contract';
import { localDate, timeOfDay } from '@jikaotong/shared/kernel';
import { type Examination, openExamination } from '../support/examination';
import { type SignedInPerson, staffMember } from '../support/people';
import { type World, openWorld } from '../support/world';

const MORNING = '2026-12-12 09:00';
const AFTERNOON = '2026-12-12 13:00';

// The afternoon is watched as the morning was; rooms are others there, and somebody has left meanwhile.
describe('the duties of an hour, copied to the next', () => {
  let world: World;
  let exam: Examination;
  let staff: SignedInPerson[];
  const site = (name: string, rooms: readonly string[]) => {
    return { name, address: `${name}1号`, rooms: rooms.map((room) => ({ name: room, seats: 1 })) };
  };
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23' });
    exam = await openExamination(world);
    const paper = (offeringCode: string, subject: 'theory' | 'skill', from: string, to: string, siteName: string) => ({
      offeringCode,
      subject,
      day: localDate('2026-12-12'),
      startsAt: timeOfDay(from),
      endsAt: timeOfDay(to),
      siteName,
      ...(subject === 'skill' && { overflowSiteName: '西' }),
    });
    const papers = ['installer-5', 'security-manager-3'].flatMap((code) => [
      paper(code, 'theory', '09:00', '10:00', '东'),
      paper(code, 'skill', '13:00', '14:00', '北'),
    ]);
    const sites = [site('东', ['101', '102', '103']), site('北', ['101']), site('西', ['201', '202'])];
    await exam.officer.api.ok(sessions.setSessionPlaces, { params: exam.params, body: { sites, papers } });
    for (const order of [1, 2, 3]) await exam.paid(`o-${order}`, { name: `考生${'甲乙丙'[order - 1]}`, order });
    await exam.officer.api.ok(sittings.seatSession, { params: exam.params });
    staff = [];
    for (const name of ['wang', 'zhao', 'qian'])
      staff.push(await staffMember(world, exam.administrator, name, ['invigilator']));
  });
  afterAll(() => world.stop());

  const plan = () => exam.officer.api.ok(invigilation.getDutyPlan, { params: exam.params });
  const toCopy = async () => (await exam.officer.api.ok(dutyCopies.listDutiesToCopy, { params: exam.params })).from;
  const copy = (duties: readonly { accountId: string; roomIds: string[] }[]) =>
    exam.officer.api.call(dutyCopies.copyDuties, {
      params: exam.params,
      body: { slot: AFTERNOON, duties: [...duties] },
    });
  const openAt = async (slot: string) =>
    (await plan()).duties.filter((duty) => duty.slot === slot && duty.state === 'open');
  const idOf = (at: number) => staff[at]?.accountId ?? '';

  it('tells who watched where, who may no longer, and who needs a link again', async () => {
    expect(await toCopy()).toEqual([]);
    const morning = (await plan()).hours.find(({ slot }) => slot === MORNING)?.rooms ?? [];
    const assign = (room: number, who: { accountId: string } | { name: string; phone: string }) =>
      exam.officer.api.ok(invigilation.assignDuty, {
        params: exam.params,
        body: { slot: MORNING, roomIds: [morning[room]?.roomId ?? ''], who },
      });
    for (const at of [0, 1, 2]) await assign(at, { accountId: idOf(at) });
    await assign(0, { name: '帮忙的', phone: '13812345678' });
    await exam.administrator.api.ok(bodies.updateStaff, {
      params: { id: 'bspia', accountId: idOf(2) },
      body: { disabled: true },
    });
    const [from, ...others] = await toCopy();
    expect(others).toEqual([]);
    expect(from).toMatchObject({ slot: MORNING, day: '2026-12-12', startsAt: '09:00' });
    expect(
      from?.duties.map(({ standing, accountId, rooms }) => [
        standing,
        accountId,
        rooms.map(({ roomName }) => roomName),
      ]),
    ).toEqual([
      ['active', idOf(0), ['101']],
      ['active', idOf(1), ['102']],
      ['gone', null, ['103']],
      ['helper', null, ['101']],
    ]);
  });

  it('is given all at once or not at all, and twice no duty twice', async () => {
    const rooms = ((await plan()).hours.find(({ slot }) => slot === AFTERNOON)?.rooms ?? []).map(
      ({ roomId }) => roomId,
    );
    const [a = '', b = ''] = rooms;
    expect(
      await copy([
        { accountId: idOf(0), roomIds: [a] },
        { accountId: idOf(2), roomIds: [b] },
      ]),
    ).toMatchObject({
      code: 'not-an-invigilator',
    });
    expect(await copy([{ accountId: idOf(0), roomIds: ['elsewhere'] }])).toMatchObject({ code: 'not-found' });
    expect(await openAt(AFTERNOON)).toEqual([]);
    const two = [
      { accountId: idOf(0), roomIds: [a] },
      { accountId: idOf(1), roomIds: [b] },
    ];
    const at = await Promise.all([copy(two), copy(two)]);
    expect(at.map(({ code }) => code)).toEqual(['ok', 'ok']);
    expect(await openAt(AFTERNOON)).toHaveLength(2);
    expect((await toCopy()).map(({ slot }) => slot)).toEqual([MORNING, AFTERNOON]);
    expect(
      await exam.marker.api.refused(dutyCopies.copyDuties, {
        params: exam.params,
        body: { slot: AFTERNOON, duties: two },
      }),
    ).toMatchObject({ status: 403 });
    await world.moveTo('2026-12-13');
    expect(await copy(two)).toMatchObject({ code: 'too-late' });
  });
});
