import { contestEntries, messages, prints, sittings, stageRankings, stages } from '@jikaotong/shared/contract';
import { messageSentence } from '@jikaotong/shared/words';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { entriesOf } from '../support/listed-entries';
import type { SignedInPerson } from '../support/people';
import { readText } from '../support/read-pages';
import { type StageStaff, confirmAll, entered, keyAll, publish, stageStaff } from '../support/stage';
import { seatedStage } from '../support/stage-day';
import { type World, openWorld } from '../support/world';

let world: World;
let staff: StageStaff;
let people: readonly SignedInPerson[];
let params: { id: string };
beforeAll(async () => {
  world = await openWorld({ day: '2025-07-10' });
  staff = await stageStaff(world);
  people = await entered(world, staff, 3);
  params = await entriesOf(staff.administrator);
  await world.moveTo('2025-07-26');
});
afterAll(() => world.stop());

const second = () => {
  const [, person] = people;
  if (!person) throw new Error('nobody is second');
  return person.api;
};
const place = async () => {
  const [entry] = (await second().ok(contestEntries.listMyEntries, {})).items;
  const { items } = await second().ok(stageRankings.listMyStages, { params: { id: entry?.id ?? '' } });
  return items[0];
};
const told = async (wanted: 'contest-ticket-issued' | 'stage-published') =>
  (await second().ok(messages.listMessages, { query: {} })).items.flatMap(({ code, data }) =>
    code === wanted ? [messageSentence(wanted, data)] : [],
  );

it('stands on the way through the competition from the day the roster is fixed', async () => {
  expect(await place()).not.toHaveProperty('number');
  await staff.administrator.api.ok(stages.freezeStageRoster, { params });
  expect(await place()).toMatchObject({ number: 2, rank: null });
});

it('stands on the ticket, on its paper, on the list to sign and in the message', async () => {
  await seatedStage(staff.administrator, params, '2025-07-28', 30);
  const id = (await place())?.ticket?.id ?? '';
  expect(await second().ok(sittings.getTicket, { params: { id } })).toMatchObject({ entrantNumber: 2 });
  const paper = await readText(await second().file(sittings.downloadTicket, { params: { id } }));
  expect(paper).toContain('参赛号2');
  expect(paper).not.toContain('等级——');
  const list = { params: { ...params, print: 'hand-out' as const }, query: {} };
  expect(await readText(await staff.administrator.api.file(prints.printSeats, list))).toContain('参赛号');
  expect((await told('contest-ticket-issued'))[0]).toContain('参赛证已发放（参赛号2）');
});

it('stands in the message of one’s rank, as in the public list', async () => {
  await world.moveTo('2025-07-28', '18:00');
  await keyAll(staff.marker, params.id, { 1: ['90', '90'], 2: ['80', '80'], 3: ['70', '70'] });
  await confirmAll(staff.second, params.id);
  await publish(staff.publisher, params.id);
  expect((await told('stage-published'))[0]).toContain('您的参赛号2，第2名');
  const { items } = await world.stranger.ok(stageRankings.getStageRanking, { params, query: {} });
  expect(items.find(({ rank }) => rank === 2)).toMatchObject({ number: 2 });
});
