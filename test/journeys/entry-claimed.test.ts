import { contestEntries, contestGroups, rosterRows } from '@jikaotong/shared/contract';
import { refusalSentence } from '@jikaotong/shared/words';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { C25, entryBody } from '../support/contest-entry';
import { entrantLine, openGroup, packageOf, sendPackage } from '../support/packages';
import { type SignedInPerson, candidateByPhone, firstAdministrator, staffMember } from '../support/people';
import { numberOf } from '../support/rosters';
import { sheetItems } from '../support/send-sheet';
import { approvedUnit } from '../support/units';
import { type World, openWorld } from '../support/world';

let world: World;
let agent: SignedInPerson;
let group: { id: string };
let template: Buffer;
beforeAll(async () => {
  world = await openWorld({ day: '2025-07-10' });
  const reviewer = await staffMember(world, await firstAdministrator(world), 'shenhe', ['reviewer']);
  agent = await candidateByPhone(world, '13900000001');
  group = await openGroup(agent, (await approvedUnit(agent, reviewer, { name: '北京甲安防有限公司' })).id);
  template = await agent.api.file(contestGroups.downloadPackageTemplate, { params: { id: group.id } });
});
afterAll(() => world.stop());

const send = async (orders: readonly number[], missing: 'keep' | 'remove' = 'keep') =>
  sendPackage(world, agent, {
    id: group.id,
    title: `甲安防+${orders.length}`,
    bytes: await packageOf(
      template,
      orders.map((order) => entrantLine(order)),
    ),
    missing,
  });
const stateOf = async (order: number) =>
  (await agent.api.ok(contestGroups.listGroupEntrants, { params: { id: group.id }, query: { limit: 200 } })).items.find(
    ({ name }) => name === entrantLine(order)['姓名'],
  )?.state;
const byPhone = (order: number) => candidateByPhone(world, entrantLine(order)['手机号'] ?? '');
const claim = (person: SignedInPerson, order: number) => {
  const name = entrantLine(order)['姓名'] ?? '';
  const body = { name, documentType: 'resident-id' as const, documentNumber: numberOf(order) };
  return person.api.call(rosterRows.claimRosterRow, { body });
};

it('is taken out by no later package, which says so of whom it leaves out', async () => {
  await send([1, 2, 3]);
  expect((await claim(await byPhone(1), 1)).code).toBe('ok');
  const run = await send([3], 'remove');
  expect(run).toMatchObject({ state: 'done', counts: { missing: 2 }, applied: 1, refused: 1 });
  const items = await sheetItems(agent, { endpoints: contestGroups.packageSheet, id: group.id, importId: run.id });
  const missing = items
    .filter(({ kind }) => kind === 'missing')
    .map(({ label, state }) => [label.includes('已认领'), state]);
  expect(missing).toEqual([
    [true, 'refused'],
    [false, 'applied'],
  ]);
  expect([await stateOf(1), await stateOf(2)]).toEqual(['entered', 'withdrawn']);
});

it('is not one’s own beside an entry of one’s own: which to give up is said, and by when', async () => {
  const person = await byPhone(8);
  const line = entrantLine(8);
  const told = { order: 8, name: line['姓名'] ?? '', phone: line['手机号'] ?? '' };
  const alone = await person.api.ok(contestEntries.enterContest, {
    params: { id: C25 },
    body: await entryBody(person, told),
  });
  await send([3, 8]);
  const answer = await claim(person, 8);
  expect(answer).toMatchObject({
    code: 'entry-conflict',
    data: { entryId: alone.id, claims: 'open', closesOn: '2025-07-25' },
  });
  expect(refusalSentence('entry-conflict', answer.data as Record<string, unknown>)).toContain(
    '先撤回自己的那份（2025年7月25日前，含当日），再来认领',
  );
  await world.moveTo('2025-07-26');
  expect(await claim(person, 8)).toMatchObject({ code: 'entry-conflict', data: { claims: 'closed' } });
});
