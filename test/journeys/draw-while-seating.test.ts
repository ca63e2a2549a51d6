import { sessions, sittings, stageDraws, stages } from '@jikaotong/shared/contract';
import { localDate, timeOfDay } from '@jikaotong/shared/kernel';
import { drawnPlaceList, seatList } from '@jikaotong/shared/lists';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { C25 } from '../support/contest-entry';
import { entriesOf } from '../support/listed-entries';
import { type SignedInPerson, staffMember } from '../support/people';
import { type StageStaff, entered, stageStaff } from '../support/stage';
import { announcePreliminary, theoryIn } from '../support/stage-day';
import { type World, openWorld } from '../support/world';

const ENTRANTS = 4;

/** The theory part at these hours of the day of the stage. */
const theoryAt = (startsAt: string, endsAt: string) => {
  const places = theoryIn('2025-07-28', 10);
  const hours = { startsAt: timeOfDay(startsAt), endsAt: timeOfDay(endsAt) };
  return { ...places, papers: places.papers.map((paper) => ({ ...paper, ...hours })) };
};

let world: World;
let staff: StageStaff;
let officers: SignedInPerson[];
let params: { id: string };
beforeAll(async () => {
  world = await openWorld({ day: '2025-07-10' });
  staff = await stageStaff(world);
  officers = [
    await staffMember(world, staff.administrator, 'kaowu', ['exam-officer']),
    await staffMember(world, staff.administrator, 'chouqian', ['exam-officer']),
  ];
  await entered(world, staff, ENTRANTS);
  params = await entriesOf(staff.administrator);
  await announcePreliminary(staff.administrator, '2025-07-28');
  await staff.administrator.api.ok(stages.openStageDay, { params });
  await staff.administrator.api.ok(sessions.setSessionPlaces, { params, body: theoryAt('14:00', '15:30') });
  await world.moveTo('2025-07-26');
});
afterAll(() => world.stop());

const seatsNow = async (by: SignedInPerson) => (await by.api.ok(seatList.rows, { params, query: {} })).items;
const placesNow = async (by: SignedInPerson) => (await by.api.ok(drawnPlaceList.rows, { params, query: {} })).items;

// The control: each sees nothing of the other, and would go on.
it('would give both, if each looked and then decided', async () => {
  const [seater, drawer] = officers;
  if (!seater || !drawer) throw new Error('two officers');
  expect(await Promise.all([placesNow(seater), seatsNow(drawer)])).toEqual([[], []]);
});

it('gives an entrant a seat or a station of the same hour, never both, while theory is moved, seated and drawn over', async () => {
  const [seater, drawer] = officers;
  if (!seater || !drawer) throw new Error('two officers');
  const hours = { day: localDate('2025-07-28'), startsAt: timeOfDay('09:00'), endsAt: timeOfDay('09:50') };
  const body = { stations: ENTRANTS, minutes: 40, gapMinutes: 10, blocks: [hours], papers: [] };
  const moveAndSeat = async () => {
    await seater.api.ok(sessions.setSessionPlaces, { params, body: theoryAt('09:00', '10:30') });
    return seater.api.call(sittings.seatSession, { params });
  };
  const replies = await Promise.all([
    moveAndSeat(),
    drawer.api.call(stageDraws.drawStage, { params: { id: C25, stage: 'preliminary' }, body }),
  ]);
  expect(replies.map(({ code }) => code).toSorted()).toEqual(['heats-clash', 'ok']);
  expect((await seatsNow(seater)).length + (await placesNow(seater)).length).toBe(ENTRANTS);
});
