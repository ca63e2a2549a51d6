import { overview, sessions, sittings } from '@jikaotong/shared/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Examination, openExamination } from '../support/examination';
import { type World, openWorld } from '../support/world';

// The duties of a body over all its sessions, by the day on which they are due, and whether there are seats enough
// before anybody is seated.
describe('what is to be done', () => {
  let world: World;
  let exam: Examination;
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-15' });
    exam = await openExamination(world);
    await world.moveTo('2026-11-16');
    for (const [at, name] of ['安娜', '薄一', '陈晨'].entries()) await exam.paid(`o-${at}`, { name, order: at + 1 });
    await exam.approved('o-owing', { name: '欠费', order: 4 });
    await exam.setRooms(3);
  });
  afterAll(() => world.stop());

  const duties = () => exam.finance.api.ok(overview.listDuties, {});
  const state = async () => (await exam.officer.api.ok(sessions.getStaffSession, { params: exam.params })).state;

  it('names who owes, with how many and the last day, whatever session it is in', async () => {
    const { items, isCut } = await duties();
    const { name, bodyId } = await exam.officer.api.ok(sessions.getStaffSession, { params: exam.params });
    expect(isCut).toBe(false);
    expect(items).toContainEqual({
      sessionId: exam.params.id,
      sessionName: name,
      bodyId,
      code: 'collect-fees',
      dueOn: '2026-12-04',
      overdue: false,
      waiting: 1,
    });
    const days = items.map(({ dueOn }) => dueOn ?? '9999');
    expect(days).toEqual(days.toSorted());
    expect(await exam.stranger.api.refused(overview.listDuties, {})).toMatchObject({ status: 403 });
  });

  it('compares seats with those who were approved, people with sittings, before anybody is seated', async () => {
    const capacity = () => exam.officer.api.ok(overview.getSeatCapacity, { params: exam.params });
    const row = { day: '2026-12-12', siteName: '亦庄考点', needed: 4, places: 3, short: 1 };
    expect(await capacity()).toMatchObject({ people: 4, paid: 3, sittings: 8 });
    expect((await capacity()).rows.filter(({ needed }) => needed > 0)).toMatchObject([
      { ...row, subject: 'theory', startsAt: '09:00' },
      { ...row, subject: 'skill', startsAt: '13:00' },
    ]);
    const [first] = await world.db.read((h) => h.query<{ id: string }>('SELECT id FROM candidate ORDER BY id LIMIT 1'));
    await world.db.tx((h) => h.run('UPDATE candidate SET subjects = \'["skill"]\' WHERE id = ?', [first?.id ?? '']));
    expect((await capacity()).admitted).toEqual([
      { offeringCode: 'installer-5', subjects: ['theory', 'skill'], people: 3 },
      { offeringCode: 'installer-5', subjects: ['skill'], people: 1 },
    ]);
    expect((await capacity()).rows.map(({ needed }) => needed).toSorted()).toContain(3);
    await world.db.tx((h) => h.run('UPDATE candidate SET subjects = NULL'));
    expect((await exam.setRooms(4)).code).toBe('ok');
    expect((await capacity()).rows.filter(({ short }) => short > 0)).toEqual([]);
    expect(await exam.marker.api.refused(overview.getSeatCapacity, { params: exam.params })).toMatchObject({
      status: 403,
    });
  });

  it('says on the day of the exam that it is that day, to staff and in the session, and not the day after', async () => {
    await exam.officer.api.ok(sittings.seatSession, { params: exam.params });
    await world.moveTo('2026-12-11', '23:00');
    expect(await state()).toBe('awaiting-exam');
    expect((await exam.duties()).map(([code]) => code)).not.toContain('exam-day');
    await world.moveTo('2026-12-12', '07:30');
    expect(await state()).toBe('exam-days');
    expect(await exam.duties()).toContainEqual(['exam-day', '2026-12-12', false]);
    await world.moveTo('2026-12-13', '07:30');
    expect(await state()).toBe('awaiting-results');
    expect((await exam.duties()).map(([code]) => code)).not.toContain('exam-day');
  });
});
