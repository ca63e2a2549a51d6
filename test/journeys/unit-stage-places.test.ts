import { groupTickets, stageDraws } from '@jikaotong/shared/contract';
import { localDate, timeOfDay } from '@jikaotong/shared/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { C25 } from '../support/contest-entry';
import { entriesOf } from '../support/listed-entries';
import type { SignedInPerson } from '../support/people';
import { type StageStaff, confirmAll, freezeRoster, keyAll, note, publish, stageStaff } from '../support/stage';
import { seatedStage } from '../support/stage-day';
import { unitAtStage } from '../support/unit-at-stage';
import { type World, openWorld } from '../support/world';

const DAY = '2025-07-28';

describe('what a unit’s agent passes on to its three people in a preliminary', () => {
  let world: World;
  let staff: StageStaff;
  let agent: SignedInPerson;
  let group: { id: string };
  let names: readonly string[];
  let params: { id: string };
  beforeAll(async () => {
    world = await openWorld({ day: '2025-07-10' });
    staff = await stageStaff(world);
    ({ agent, group, names } = await unitAtStage(world, staff.administrator, 3));
    params = await entriesOf(staff.administrator);
    await world.moveTo('2025-07-26');
  });
  afterAll(() => world.stop());
  const told = async () => (await agent.api.ok(groupTickets.listGroupPlaces, { params: group })).stages;

  it('is nothing before there are tickets, nor of whom the roster alone names', async () => {
    expect(await told()).toEqual([]);
    await freezeRoster(staff.administrator, params.id);
    expect(await told()).toEqual([]);
  });

  it('is the seat with the ticket, and the heat with the draw', async () => {
    await seatedStage(staff.administrator, params, DAY, 30);
    const [before] = await told();
    expect(
      before?.people.map(({ name, number, ticket }) => [name, number, ticket?.seats.length, ticket?.heat]),
    ).toEqual(names.map((name, at) => [name, at + 1, 1, null]));
    const hours = { day: localDate(DAY), startsAt: timeOfDay('13:00'), endsAt: timeOfDay('18:00') };
    await staff.administrator.api.ok(stageDraws.drawStage, {
      params: { id: C25, stage: 'preliminary' },
      body: { stations: 1, minutes: 40, gapMinutes: 10, blocks: [hours], papers: [] },
    });
    const [drawn] = await told();
    expect(drawn?.people.map(({ ticket }) => ticket?.heat?.heat).toSorted()).toEqual([1, 2, 3]);
    expect(drawn?.people.every(({ ticket, result }) => ticket?.heat?.day === DAY && result === null)).toBe(true);
  });

  it('is rank and advancing once they are published, and never a mark', async () => {
    await world.moveTo('2025-07-29');
    await keyAll(staff.marker, params.id, { 1: ['80', '80'], 2: ['90', '90'] });
    await note(staff.marker, params.id, { number: 3, standing: 'absent' });
    await confirmAll(staff.second, params.id);
    expect((await told())[0]?.people.map(({ result }) => result)).toEqual([null, null, null]);
    await publish(staff.publisher, params.id);
    expect((await told())[0]?.people.map(({ name, result }) => [name, result])).toEqual([
      [names[0], { rank: 2, advances: false, standing: 'present' }],
      [names[1], { rank: 1, advances: true, standing: 'present' }],
      [names[2], { rank: null, advances: false, standing: 'absent' }],
    ]);
  });
});
