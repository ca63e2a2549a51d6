import { stages } from '@jikaotong/shared/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { entriesOf } from '../support/listed-entries';
import { type StageStaff, confirmAll, deskOf, entered, keyAll, publish, stageStaff } from '../support/stage';
import { type World, openWorld } from '../support/world';

type Why = 'entry-open' | 'protests-open' | 'unannounced';

let world: World;
let staff: StageStaff;
let first: string;
const freeze = (id: string, seen: Why[]) =>
  staff.administrator.api.call(stages.freezeStageRoster, { params: { id }, body: { seen } });

beforeAll(async () => {
  world = await openWorld({ day: '2025-07-10' });
  staff = await stageStaff(world);
  await entered(world, staff, 3);
  ({ id: first } = await entriesOf(staff.administrator));
});
afterAll(() => world.stop());

it('freezes the roster of the first stage while people enter only for whoever has read that they do', async () => {
  const early = { code: 'roster-early', data: { why: 'entry-open' } };
  for (const seen of [[], ['protests-open', 'unannounced']] satisfies Why[][])
    expect(await freeze(first, seen)).toMatchObject(early);
  expect(await deskOf(staff.marker, first)).toMatchObject({ frozenAt: null, waiting: 3 });
  expect(await freeze(first, ['entry-open'])).toMatchObject({ code: 'ok', data: { entrants: 3 } });
});

it('and that of the next one while the ranks before may be protested against', async () => {
  await keyAll(staff.marker, first, { 1: ['90', '90'], 2: ['80', '80'], 3: ['70', '70'] });
  await confirmAll(staff.second, first);
  await publish(staff.publisher, first);
  const next = (await deskOf(staff.marker, first)).stages[1]?.id ?? '';
  const early = { code: 'roster-early', data: { why: 'protests-open' } };
  expect(await freeze(next, ['entry-open', 'unannounced'])).toMatchObject(early);
  // nobody can protest any more: nothing is to be read, and the day may be announced later
  await world.moveTo('2025-07-20');
  expect(await freeze(next, [])).toMatchObject({ code: 'ok' });
});

it('does not ask once nobody enters any more', async () => {
  const other = await openWorld({ day: '2025-07-10' });
  const people = await stageStaff(other);
  await entered(other, people, 1);
  const { id } = await entriesOf(people.administrator);
  await other.moveTo('2025-07-26');
  const bare = { params: { id }, body: { seen: [] } };
  expect(await people.administrator.api.ok(stages.freezeStageRoster, bare)).toMatchObject({ entrants: 1 });
  await other.stop();
});
