import { sessions, sittings, staffEntries, stageDraws, stages } from '@jikaotong/shared/contract';
import { localDate, timeOfDay } from '@jikaotong/shared/kernel';
import { drawnPlaceList, seatList } from '@jikaotong/shared/lists';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { C25 } from '../support/contest-entry';
import { nameOf } from '../support/contest-story';
import { entriesOf, listedEntries } from '../support/listed-entries';
import { type SignedInPerson, staffMember } from '../support/people';
import { type StageStaff, confirmAll, entered, freezeRoster, note, stageStaff } from '../support/stage';
import { announcePreliminary, theoryIn } from '../support/stage-day';
import { type World, openWorld } from '../support/world';

const at = { id: C25, stage: 'preliminary' as const };
const DAY = '2025-07-28';

/** Theory in a room in the morning, skill at drawn stations in the afternoon: whoever is out has neither, by whichever door. */
describe('stepping back from a stage', () => {
  let world: World;
  let staff: StageStaff;
  let officer: SignedInPerson;
  let params: { id: string };
  beforeAll(async () => {
    world = await openWorld({ day: '2025-07-10' });
    staff = await stageStaff(world);
    officer = await staffMember(world, staff.administrator, 'kaowu', ['exam-officer']);
    await entered(world, staff, 6, nameOf);
    params = await entriesOf(staff.administrator);
    await announcePreliminary(staff.administrator, DAY);
    await staff.administrator.api.ok(stages.openStageDay, { params });
    await staff.administrator.api.ok(sessions.setSessionPlaces, { params, body: theoryIn(DAY, 10) });
    await world.moveTo('2025-07-26');
    const hours = { day: localDate(DAY), startsAt: timeOfDay('13:00'), endsAt: timeOfDay('18:00') };
    const plan = { stations: 3, minutes: 40, gapMinutes: 10, blocks: [hours], papers: [] };
    await officer.api.ok(stageDraws.drawStage, { params: at, body: plan });
    await seatAll();
    await freezeRoster(staff.administrator, params.id);
  });
  afterAll(() => world.stop());

  async function seatAll(): Promise<void> {
    await officer.api.ok(sittings.seatSession, { params });
    await officer.api.ok(sittings.issueTickets, { params });
  }
  const drawn = async () => {
    const { items } = await officer.api.ok(drawnPlaceList.rows, { params, query: {} });
    return items.filter(({ state }) => state !== 'withdrawn');
  };
  const seated = async () => (await officer.api.ok(seatList.rows, { params, query: {} })).items;
  /** How many hold a station, a seat and a ticket of those still to come. */
  const held = async () => {
    const seats = await seated();
    return [(await drawn()).length, seats.length, seats.filter(({ ticketNumber }) => ticketNumber !== null).length];
  };
  const page = () => officer.api.ok(stageDraws.getStaffStageDraw, { params: at });
  const nameAt = async (number: number) =>
    (await staff.marker.api.ok(stages.getStageEntrant, { params: { ...params, number: String(number) } })).name;
  const holds = async (name: string) => [
    (await drawn()).some((one) => one.name === name),
    (await seated()).some((one) => one.name === name),
  ];

  it('holds both while nobody has stepped back', async () => {
    expect(await held()).toEqual([6, 6, 6]);
  });

  it('at the end of the entry, at once: nobody’s own step at the draw, and in its public file', async () => {
    const [entry] = await listedEntries(staff.administrator, {});
    const { version } = await staff.administrator.api.ok(staffEntries.getStaffEntry, {
      params: { id: entry?.id ?? '' },
    });
    const body = { verdict: 'refused' as const, reason: '本人来电退出', version };
    await staff.administrator.api.ok(staffEntries.decideEntry, { params: { id: entry?.id ?? '' }, body });
    expect(await held()).toEqual([5, 5, 5]);
    const { steps, changes } = await page();
    expect([steps, changes]).toMatchObject([[{ kind: 'withdrawn', by: '' }], 1]);
  });

  it('noted at the desk, once another one confirms it; neither seat nor station is given again', async () => {
    const name = await nameAt(2);
    await note(staff.marker, params.id, { number: 2, standing: 'withdrawn', reason: '本人来电' });
    expect(await holds(name)).toEqual([true, true]);
    await confirmAll(staff.second, params.id);
    expect(await holds(name)).toEqual([false, false]);
    await seatAll();
    expect(await held()).toEqual([4, 4, 4]);
  });

  it('at the draw: the station at once, seat and ticket with the confirmation', async () => {
    const [place] = await drawn();
    const body = { kind: 'withdrawn' as const, placeId: place?.id ?? '', reason: '医院证明' };
    await officer.api.ok(stageDraws.changeStageDraw, { params: at, body });
    expect(await holds(place?.name ?? '')).toEqual([false, true]);
    await confirmAll(staff.second, params.id);
    expect(await held()).toEqual([3, 3, 3]);
  });

  it('put right, both are given again by staff, and not before', async () => {
    const name = await nameAt(2);
    const without = async () => (await page()).without.find((one) => one.name === name);
    const back = await without();
    const join = () =>
      officer.api.call(stageDraws.changeStageDraw, {
        params: at,
        body: { kind: 'added', entryId: back?.entryId ?? '', reason: '登记错了人' },
      });
    expect(back).toMatchObject({ left: true });
    expect((await join()).data).toMatchObject({ state: 'stepped-back' });
    await note(staff.marker, params.id, { number: 2, standing: 'present', reason: '登记错了人' });
    await confirmAll(staff.second, params.id);
    expect(await holds(name)).toEqual([false, false]);
    expect((await join()).code).toBe('ok');
    await seatAll();
    expect(await holds(name)).toEqual([true, true]);
    expect(await without()).toBeUndefined();
    expect(await held()).toEqual([4, 4, 4]);
  });

  it('in the middle of it: a station whose heat has begun stays as it was', async () => {
    await world.moveTo(DAY, '13:10');
    const begun = (await drawn()).filter(({ startsAt }) => startsAt === '13:00');
    const later = (await drawn()).filter(({ startsAt }) => startsAt !== '13:00');
    expect([begun.length > 0, later.length > 0]).toEqual([true, true]);
    for (const number of [1, 2, 3, 4, 5, 6]) {
      const of = { params: { ...params, number: String(number) } };
      const { standing, version } = await staff.marker.api.ok(stages.getStageEntrant, of);
      if (standing === 'withdrawn') continue;
      const body = { standing: 'withdrawn' as const, version, reason: '设备比赛中退赛', witness: null };
      await staff.marker.api.ok(stages.noteStanding, { ...of, body });
    }
    await confirmAll(staff.second, params.id);
    expect((await drawn()).map(({ id }) => id).toSorted()).toEqual(begun.map(({ id }) => id).toSorted());
  });
});
