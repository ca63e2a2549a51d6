import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applications, seatNeeds, sessions, sittings } from '@jikaotong/shared/contract';
import { seatList } from '@jikaotong/shared/lists';
import { localDate, timeOfDay } from '@jikaotong/shared/kernel';
import { type Candidate, type Examination, openExamination } from '../support/examination';
import { type World, openWorld } from '../support/world';

const day = localDate('2026-12-12');
const NEED = '坐轮椅，要靠门的座位';

describe('somebody who needs an accessible seat', () => {
  let world: World;
  let exam: Examination;
  let one: Candidate;
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23' });
    exam = await openExamination(world);
    for (const [order, name] of ['甲一', '乙二', '丙三'].entries())
      one = await exam.paid(`o-${order}`, { name, order: order + 1 });
  });
  afterAll(() => world.stop());

  const params = () => ({ id: one.id });
  const setRooms = (accessible: number[] | undefined) => {
    const at = { day, siteName: '考点', offeringCode: 'installer-5' };
    const papers = [
      { ...at, subject: 'theory' as const, startsAt: timeOfDay('09:00'), endsAt: timeOfDay('10:00') },
      { ...at, subject: 'skill' as const, startsAt: timeOfDay('13:00'), endsAt: timeOfDay('14:00') },
    ];
    const rooms = [{ name: '101', seats: 6, perRow: 3, ...(accessible && { accessible }) }];
    const sites = [{ name: '考点', address: '一街', rooms }];
    return exam.officer.api.call(sessions.setSessionPlaces, { params: exam.params, body: { sites, papers } });
  };

  it('tells it freely, and takes it back', async () => {
    const { api } = one.person;
    expect(await api.ok(seatNeeds.getSeatNeed, { params: params() })).toEqual({ needed: false, note: null });
    const told = { needed: true, note: NEED };
    expect(await api.ok(seatNeeds.setSeatNeed, { params: params(), body: told })).toEqual(told);
    await api.ok(seatNeeds.setSeatNeed, { params: params(), body: { needed: false } });
    expect(await api.ok(seatNeeds.getSeatNeed, { params: params() })).toEqual({ needed: false, note: null });
    await api.ok(seatNeeds.setSeatNeed, { params: params(), body: told });
  });

  it('is known to who plans the rooms alone: sealed, in no review, no list of others, no public file', async () => {
    expect(await exam.stranger.api.refused(seatNeeds.getSeatNeed, { params: params() })).toMatchObject({
      code: 'not-found',
    });
    expect(await exam.reviewer.api.refused(seatNeeds.listSeatNeeds, { params: exam.params })).toMatchObject({
      status: 403,
    });
    const { items } = await exam.officer.api.ok(seatNeeds.listSeatNeeds, { params: exam.params });
    expect(items).toEqual([{ applicationId: one.id, name: '丙三', note: NEED, seats: [] }]);
    const review = await exam.reviewer.api.ok(applications.getReview, { params: params() });
    expect(JSON.stringify(review)).not.toContain('轮椅');
    const stored = await world.db.read((h) => h.query<{ need: string }>('SELECT need FROM seat_need'));
    expect(JSON.stringify(stored)).not.toContain('轮椅');
  });

  it('finds the plan refused while too few such seats are kept, and sits on one of them then', async () => {
    const two = await exam.paid('o-two', { name: '丁四', order: 9 });
    await two.person.api.ok(seatNeeds.setSeatNeed, { params: { id: two.id }, body: { needed: true } });
    expect((await setRooms([1])).code).toBe('ok');
    expect(await exam.officer.api.refused(sittings.seatSession, { params: exam.params })).toMatchObject({
      code: 'seats-short',
      data: {
        short: [
          { subject: 'theory', missing: 1, reserved: true },
          { subject: 'skill', missing: 1, reserved: true },
        ],
      },
    });
    expect((await setRooms([1, 4])).code).toBe('ok');
    await exam.officer.api.ok(sittings.seatSession, { params: exam.params });
    const { items } = await exam.officer.api.ok(seatNeeds.listSeatNeeds, { params: exam.params });
    expect(items.flatMap(({ seats }) => seats.map(({ accessible }) => accessible))).toEqual([true, true, true, true]);
    const rows = (await exam.officer.api.ok(seatList.rows, { params: exam.params, query: {} })).items;
    const others = rows.filter(({ name }) => name === '甲一' || name === '乙二');
    expect(others.every(({ seat }) => seat !== 1 && seat !== 4)).toBe(true);
    const file = (await world.stranger.file(sittings.downloadSeating, { params: exam.params })).toString('utf8');
    expect(file).not.toMatch(/轮椅|丙三|need/);
  });
});
