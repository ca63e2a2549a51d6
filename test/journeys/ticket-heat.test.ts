import {
  contestEntries,
  judging,
  prints,
  sittings,
  stageDraws,
  stageRankings,
  stages,
} from '@jikaotong/shared/contract';
import { localDate, timeOfDay } from '@jikaotong/shared/kernel';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { C25 } from '../support/contest-entry';
import { SHEET } from '../support/judging';
import { entriesOf } from '../support/listed-entries';
import { type SignedInPerson, staffMember } from '../support/people';
import { readText } from '../support/read-pages';
import { type StageStaff, entered, stageStaff } from '../support/stage';
import { seatedStage } from '../support/stage-day';
import { type World, openWorld } from '../support/world';

const DAY = '2025-07-28';
const HEAT = /技能出场2025-07-28星期一\d\d:\d\d—\d\d:\d\d第\d场\d号工位/;

let world: World;
let staff: StageStaff;
let officer: SignedInPerson;
let person: SignedInPerson;
let params: { id: string };
let entryId: string;
beforeAll(async () => {
  world = await openWorld({ day: '2025-07-10' });
  staff = await stageStaff(world);
  officer = await staffMember(world, staff.administrator, 'kaowu', ['exam-officer']);
  const [first] = await entered(world, staff, 3);
  if (!first) throw new Error('nobody entered');
  person = first;
  params = await entriesOf(staff.administrator);
  entryId = (await person.api.ok(contestEntries.listMyEntries, {})).items[0]?.id ?? '';
  await world.moveTo('2025-07-26');
  await staff.administrator.api.ok(stages.freezeStageRoster, { params, body: { seen: [] } });
  await seatedStage(staff.administrator, params, DAY, 30);
});
afterAll(() => world.stop());

const ticketId = async () => {
  const { items } = await person.api.ok(stageRankings.listMyStages, { params: { id: entryId } });
  return { params: { id: items[0]?.ticket?.id ?? '' } };
};
const printedBy = async (who: SignedInPerson) =>
  readText(await who.api.file(prints.printSeats, { params: { ...params, print: 'tickets' as const }, query: {} }));

it('is not on the ticket before the draw', async () => {
  expect(await person.api.ok(sittings.getTicket, await ticketId())).not.toHaveProperty('heat');
  expect(await printedBy(officer)).not.toContain('技能出场');
});

it('is on it afterwards, as in the own path, on the screen and on paper', async () => {
  const hours = { day: localDate(DAY), startsAt: timeOfDay('13:00'), endsAt: timeOfDay('18:00') };
  await officer.api.ok(stageDraws.drawStage, {
    params: { id: C25, stage: 'preliminary' },
    body: { stations: 2, minutes: 40, gapMinutes: 10, blocks: [hours], papers: [] },
  });
  const own = await person.api.ok(stageDraws.listMyPlaces, { params: { id: entryId } });
  const { heat, sittings: seats } = await person.api.ok(sittings.getTicket, await ticketId());
  expect(seats).toHaveLength(1);
  expect(own.items[0]).toMatchObject(heat ?? { heat: 'none' });
  expect(await readText(await person.api.file(sittings.downloadTicket, await ticketId()))).toMatch(HEAT);
});

it('is printed by staff only while nobody, or they, hold the key between names and places', async () => {
  const other = await staffMember(world, staff.administrator, 'kaowu-er', ['exam-officer']);
  expect(await printedBy(other)).toMatch(HEAT);
  const at = { ...params, part: 'skill' as const };
  await officer.api.ok(judging.defineMarkingSheet, { params: at, body: SHEET });
  await officer.api.ok(judging.holdMarkingKey, {
    params: at,
    body: { first: staff.administrator.accountId, second: officer.accountId },
  });
  expect(await printedBy(other)).not.toContain('技能出场');
  expect(await printedBy(officer)).toMatch(HEAT);
  expect(await person.api.ok(sittings.getTicket, await ticketId())).toHaveProperty('heat');
});
