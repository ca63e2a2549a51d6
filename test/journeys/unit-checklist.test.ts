import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ContestGroupView, type UnitView, contestGroups } from '@jikaotong/shared/contract';
import { addDays } from '@jikaotong/shared/kernel';
import { type SignedInPerson, candidateByPhone, firstAdministrator, staffMember } from '../support/people';
import { approvedUnit, registered, unitCode } from '../support/units';
import { type World, openWorld } from '../support/world';

const noticeId = 'bspia-2024-competition-installer';

describe('C24: a unit by the steps of the government’s site', () => {
  let world: World;
  let reviewer: SignedInPerson;
  let agent: SignedInPerson;
  let unit: UnitView;
  let group: ContestGroupView;
  beforeAll(async () => {
    world = await openWorld({ day: '2024-05-06' });
    const administrator = await firstAdministrator(world);
    reviewer = await staffMember(world, administrator, 'shenhe', ['reviewer']);
    agent = await candidateByPhone(world, '13900000001');
    unit = await approvedUnit(agent, reviewer, { name: '北京甲安防有限公司' });
  });
  afterAll(() => world.stop());
  const params = () => ({ id: group.id });
  const tick = (who: SignedInPerson, step: number, done = true) =>
    who.api.call(contestGroups.tickGroupStep, { params: { ...params(), step }, body: { done } });
  const offered = async () => {
    const { items } = await agent.api.ok(contestGroups.listUnitContests, { query: { unit: unit.id } });
    return items.find((item) => item.noticeId === noticeId);
  };
  const now = () => agent.api.ok(contestGroups.getContestGroup, { params: params() });
  const note = (change: object) =>
    agent.api.call(contestGroups.noteGroup, {
      params: params(),
      body: { state: 'submitted' as const, reference: 'BJ2024-018', registeredOn: world.today(), ...change },
    });

  it('is offered to an approved unit, once, with the steps as they are printed and where to go', async () => {
    expect(await offered()).toMatchObject({ way: 'site', state: 'open', groupId: null });
    const open = { body: { unitId: unit.id, noticeId } };
    group = await agent.api.ok(contestGroups.openContestGroup, open);
    expect((await agent.api.ok(contestGroups.openContestGroup, open)).id).toBe(group.id);
    expect(group.steps.length).toBeGreaterThan(1);
    expect(group.steps.every(({ source, doneOn }) => 'quote' in source && doneOn === null)).toBe(true);
    expect(group.url).toMatch(/^https?:/);
  });

  it('ticks each printed step off, takes a tick back, and knows no other', async () => {
    expect((await tick(agent, 1)).code).toBe('ok');
    expect((await tick(agent, 2)).code).toBe('ok');
    await world.moveTo('2024-05-07');
    expect((await tick(agent, 1)).code).toBe('ok');
    expect((await now()).steps.slice(0, 2).map(({ doneOn }) => doneOn)).toEqual(['2024-05-07', '2024-05-06']);
    await tick(agent, 2, false);
    expect((await now()).steps[1]?.doneOn).toBeNull();
    expect((await tick(agent, group.steps.length + 1)).code).toBe('not-found');
  });

  it('keeps the unit’s own record: how far it is, its number, and a day that has come', async () => {
    expect((await note({ registeredOn: addDays(world.today(), 1) })).code).toBe('invalid-input');
    expect((await note({})).code).toBe('ok');
    expect(await now()).toMatchObject({ state: 'submitted', reference: 'BJ2024-018', registeredOn: '2024-05-07' });
  });

  it('makes no package of it, and shows it to nobody else', async () => {
    const call = { params: params(), body: { title: '甲安防+32' } };
    expect((await agent.api.refused(contestGroups.callPackage, call)).code).toBe('group-not-offered');
    const template = { params: params() };
    expect((await agent.api.refused(contestGroups.downloadPackageTemplate, template)).code).toBe('group-not-offered');
    const other = await candidateByPhone(world, '13900000002');
    await registered(other, { name: '北京乙安防有限公司', code: unitCode(2) });
    expect((await other.api.refused(contestGroups.getContestGroup, { params: params() })).code).toBe('not-found');
    expect((await tick(other, 1)).code).toBe('not-found');
  });

  it('after closing ticks nothing any more, and still notes what became of it', async () => {
    const closesOn = (await offered())?.closesOn ?? null;
    if (closesOn === null) throw new Error('a competition without a last day');
    await world.moveTo(closesOn);
    expect((await tick(agent, 3)).code).toBe('ok');
    await world.moveTo(addDays(closesOn, 1));
    expect((await tick(agent, 3, false)).code).toBe('too-late');
    expect((await note({ state: 'accepted' })).code).toBe('ok');
    expect((await now()).state).toBe('accepted');
  });
});
