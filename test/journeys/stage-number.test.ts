import { contestEntries, messages, prints, sittings, stageRankings } from '@jikaotong/shared/contract';
import { stageEntrantList } from '@jikaotong/shared/lists';
import { messageSentence } from '@jikaotong/shared/words';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { entriesOf } from '../support/listed-entries';
import type { SignedInPerson } from '../support/people';
import { readText } from '../support/read-pages';
import {
  type StageStaff,
  confirmAll,
  entered,
  keyAll,
  note,
  publish,
  stageStaff,
  freezeRoster,
} from '../support/stage';
import { seatedStage } from '../support/stage-day';
import { type World, openWorld } from '../support/world';

let world: World;
let staff: StageStaff;
let people: readonly SignedInPerson[];
let params: { id: string };
beforeAll(async () => {
  world = await openWorld({ day: '2025-07-10' });
  staff = await stageStaff(world);
  people = await entered(world, staff, 4);
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
const marks = async (sort: 'rank' | '-rank') =>
  (await staff.marker.api.ok(stageEntrantList.rows, { params, query: { sort } })).items.map(
    ({ number, total, rank }) => [number, total, rank],
  );
const told = async (wanted: 'contest-ticket-issued' | 'stage-published') =>
  (await second().ok(messages.listMessages, { query: {} })).items.flatMap(({ code, data }) =>
    code === wanted ? [messageSentence(wanted, data)] : [],
  );

it('stands on the way through the competition from the day the roster is fixed', async () => {
  expect(await place()).not.toHaveProperty('number');
  await freezeRoster(staff.administrator, params.id);
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
  await note(staff.marker, params.id, { number: 1, standing: 'absent' });
  await keyAll(staff.marker, params.id, { 2: ['80', '80'], 3: ['70', '70'], 4: ['90', '90'] });
  expect(await marks('rank')).toEqual([1, 2, 3, 4].map((number) => [number, null, null]));
  await confirmAll(staff.second, params.id);
  await publish(staff.publisher, params.id);
  expect((await told('stage-published'))[0]).toContain('您的参赛号2，第2名');
  const { items } = await world.stranger.ok(stageRankings.getStageRanking, { params, query: {} });
  expect(items.find(({ rank }) => rank === 2)).toMatchObject({ number: 2 });
});

it('is followed by the total and the rank in the list of staff, sorted by rank in the database', async () => {
  const ranked = [
    [4, '90.00', 1],
    [2, '80.00', 2],
    [3, '70.00', 3],
    // whoever has no rank comes behind all that have one
    [1, null, null],
  ];
  expect(await marks('rank')).toEqual(ranked);
  expect(await marks('-rank')).toEqual(ranked.toReversed());
  const page = (cursor?: string) =>
    staff.marker.api.ok(stageEntrantList.rows, {
      params,
      query: { sort: 'rank', limit: '2', ...(cursor !== undefined && { cursor }) },
    });
  const first = await page();
  const then = await page(first.next ?? '');
  expect([...first.items, ...then.items].map(({ number }) => number)).toEqual([4, 2, 3, 1]);
  expect(then.next).toBeNull();
});
