import { attendance, invigilation, overview, roomRecords, sittings, stages } from '@jikaotong/shared/contract';
import { seatList, stageEntrantList } from '@jikaotong/shared/lists';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DoorDevice } from '../support/door-device';
import { entriesOf } from '../support/listed-entries';
import { type SignedInPerson, staffMember } from '../support/people';
import { type StageStaff, confirmAll, deskOf, entered, stageStaff, freezeRoster } from '../support/stage';
import { seatedStage } from '../support/stage-day';
import { type World, openWorld } from '../support/world';

const DAY = '2025-07-28';
const SLOT = `${DAY} 09:00`;

// Two rooms of three: one with a phone at its door, one with a paper list.
describe('the doors of a preliminary', () => {
  let world: World;
  let staff: StageStaff;
  let params: { id: string };
  let device: DoorDevice;
  let rooms: ReadonlyMap<string, string>;
  const office = () => staff.administrator.api;
  const seats = async () => (await office().ok(seatList.rows, { params, query: { limit: '200' } })).items;
  const take = (by: SignedInPerson = staff.marker) => by.api.call(stages.takeStageAttendance, { params });
  const standings = async () => (await deskOf(staff.marker, params.id)).standings;

  beforeAll(async () => {
    world = await openWorld({ day: '2025-07-10' });
    staff = await stageStaff(world);
    await entered(world, staff, 6);
    params = await entriesOf(staff.administrator);
    await world.moveTo('2025-07-26');
    await seatedStage(staff.administrator, params, DAY, 3, 3);
    const watcher = await staffMember(world, staff.administrator, 'jiankao', ['invigilator']);
    await world.moveTo(DAY, '08:40');
    const plan = await office().ok(invigilation.getDutyPlan, { params });
    rooms = new Map((plan.hours[0]?.rooms ?? []).map(({ roomId, roomName }) => [roomName, roomId]));
    const who = { accountId: watcher.accountId };
    const body = { slot: SLOT, roomIds: [rooms.get('101') ?? ''], who };
    const { dutyId } = await office().ok(invigilation.assignDuty, { params, body });
    const { keys } = await world.stranger.ok(sittings.getVerificationKeys, {});
    device = new DoorDevice({ person: watcher, dutyId, keys, clockOffMs: 0 });
  });
  afterAll(() => world.stop());

  it('let entrants in by the ticket, without the network, at their own room alone', async () => {
    const { guests, duty } = await device.fetchList();
    expect(duty).toMatchObject({ sessionName: '安全防范设备值机员竞赛初赛', ofStage: true });
    expect([guests.length, guests.every(({ ticketNumber, name }) => ticketNumber && name)]).toEqual([3, true]);
    const tokens = await world.db.read((h) =>
      h.query<{ id: string; room: string; token: string }>(
        `SELECT s.id AS id, s.room_name AS room, t.token AS token
         FROM sitting s JOIN ticket t ON t.live_key = s.participant_id ORDER BY s.seat`,
      ),
    );
    const own = tokens.filter(({ room }) => room === '101');
    expect(device.scan(tokens.find(({ room }) => room === '102')?.token ?? '').code).toBe('other-room');
    expect(own.slice(0, 2).map(({ token }) => device.scan(token).code)).toEqual(['enter', 'enter']);
    expect(device.scan(own[0]?.token ?? '').code).toBe('already-in');
    await device.syncAll();
    const here = (await seats()).filter(({ room }) => room === '亦庄考点 101');
    expect(here.map(({ state }) => state).toSorted()).toEqual(['planned', 'present', 'present']);
    const { seated, paid, duties } = await office().ok(overview.getSessionCounts, { params });
    expect([seated, paid, duties]).toEqual([6, 6, []]);
  });

  it('close with whoever did not come absent, by phone and by paper', async () => {
    await world.moveTo(DAY, '09:40');
    await world.runJobs();
    const paper = await office().ok(roomRecords.keyPaper, {
      params: { ...params, roomId: rooms.get('102') ?? '' },
      body: { slot: SLOT, absentSeats: [2] },
    });
    expect(paper).toMatchObject({ noted: 3, differing: [] });
    const [third] = (await seats()).filter(({ room, state }) => room === '亦庄考点 101' && state !== 'present');
    if (third?.state === 'planned')
      await office().ok(attendance.setAttendance, {
        params: { id: third.id },
        body: { as: 'absent', reason: '到点没有来' },
      });
    const all = (await seats()).map(({ state }) => state).toSorted();
    expect(all).toEqual(['absent', 'absent', 'present', 'present', 'present', 'present']);
  });

  it('say how entrants stood, once and for somebody else to confirm', async () => {
    expect(await take()).toMatchObject({ code: 'wrong-state', data: { state: 'roster-open' } });
    await freezeRoster(staff.administrator, params.id);
    expect((await take(staff.publisher)).code).toBe('forbidden');
    expect(await standings()).toMatchObject({ present: 0, absent: 0, unnoted: 6 });
    const [first] = (await office().ok(stageEntrantList.rows, { params, query: { limit: '1' } })).items;
    expect(first?.standing).toBe('unnoted');
    expect(await take()).toMatchObject({ code: 'ok', data: { present: 4, absent: 2, open: 0 } });
    expect(await take()).toMatchObject({ code: 'ok', data: { present: 0, absent: 0, open: 0 } });
    expect(await standings()).toMatchObject({ present: 4, absent: 2, unnoted: 0 });
    const { unconfirmed, hasExamDay } = await deskOf(staff.marker, params.id);
    expect([unconfirmed.standing, unconfirmed.mine, hasExamDay]).toEqual([2, 2, true]);
    await confirmAll(staff.second, params.id);
    expect((await deskOf(staff.marker, params.id)).unconfirmed.standing).toBe(0);
  });

  it('put right who was noted absent by mistake', async () => {
    const [one, other] = (await seats()).filter(({ state }) => state === 'absent');
    await office().ok(attendance.setAttendance, {
      params: { id: one?.id ?? '' },
      body: { as: 'present', reason: '签到表上有签名' },
    });
    expect(await take()).toMatchObject({ data: { present: 1, absent: 0 } });
    expect(await standings()).toMatchObject({ present: 5, absent: 1 });
    expect(other?.state).toBe('absent');
  });
});
