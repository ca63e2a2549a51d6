import { invigilation, overview, roomRecords, stages } from '@jikaotong/shared/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entriesOf } from '../support/listed-entries';
import { type StageStaff, deskOf, entered, key, note, stageStaff, freezeRoster } from '../support/stage';
import { seatedStage } from '../support/stage-day';
import { type World, openWorld } from '../support/world';

const DAY = '2025-07-28';

// Two rooms of two: the paper list of the one is keyed in, nobody noted anything in the other.
describe('attendance that no room knows', () => {
  let world: World;
  let staff: StageStaff;
  let params: { id: string };
  const known = () => staff.marker.api.ok(stages.getStageAttendance, { params });
  const due = async () =>
    (await staff.administrator.api.ok(overview.listDuties, {})).items.find(({ code }) => code === 'take-attendance');

  beforeAll(async () => {
    world = await openWorld({ day: '2025-07-10' });
    staff = await stageStaff(world);
    await entered(world, staff, 4);
    params = await entriesOf(staff.administrator);
    await world.moveTo('2025-07-26');
    await seatedStage(staff.administrator, params, DAY, 2, 2);
    await world.moveTo(DAY, '12:00');
    const office = staff.administrator.api;
    const plan = await office.ok(invigilation.getDutyPlan, { params });
    const [hour] = plan.hours;
    await office.ok(roomRecords.keyPaper, {
      params: { ...params, roomId: hour?.rooms.find(({ roomName }) => roomName === '101')?.roomId ?? '' },
      body: { slot: hour?.slot ?? '', absentSeats: [2] },
    });
  });
  afterAll(() => world.stop());

  it('is asked of nobody before there is a roster', async () => {
    expect(await staff.marker.api.refused(stages.getStageAttendance, { params })).toMatchObject({
      code: 'wrong-state',
      data: { state: 'roster-open' },
    });
    await freezeRoster(staff.administrator, params.id);
    expect((await staff.publisher.api.refused(stages.getStageAttendance, { params })).code).toBe('forbidden');
  });

  it('is named by room and seat, beside how many are known and not counted in', async () => {
    const { present, absent, rooms } = await known();
    expect([present, absent]).toEqual([1, 1]);
    expect(rooms.map(({ roomName, day, people }) => [roomName, day, people.map(({ seat }) => seat)])).toEqual([
      ['102', DAY, [1, 2]],
    ]);
    expect(rooms[0]?.people.every(({ name, objects }) => name !== '' && !objects)).toBe(true);
  });

  it('is a duty from the day after on, for those who are known, until it is counted in', async () => {
    expect(await due()).toBeUndefined();
    await world.moveTo('2025-07-29');
    expect(await due()).toMatchObject({ waiting: 2, overdue: false });
    expect(await staff.marker.api.ok(stages.takeStageAttendance, { params })).toEqual({
      present: 1,
      absent: 1,
      open: 2,
    });
    expect(await due()).toBeUndefined();
    expect((await deskOf(staff.marker, params.id)).standings).toMatchObject({ present: 1, absent: 1, unnoted: 2 });
  });

  it('is asked no more of whoever has a mark or was noted by hand', async () => {
    const [room] = (await known()).rooms;
    const [one, two] = room?.people ?? [];
    await key(staff.marker, params.id, { number: one?.number ?? 0, part: 'theory', mark: '80' });
    expect((await known()).rooms[0]?.people.map(({ number }) => number)).toEqual([two?.number]);
    const standing = 'present';
    expect(await note(staff.marker, params.id, { number: two?.number ?? 0, standing })).toMatchObject({
      standing,
      open: ['standing'],
    });
    expect((await known()).rooms).toEqual([]);
    expect((await deskOf(staff.marker, params.id)).standings).toMatchObject({ present: 3, absent: 1, unnoted: 0 });
  });
});
