import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listSelections, staffList } from '@jikaotong/shared/lists';
import { actOn } from '../support/act-on';
import { type SignedInPerson, bspia, firstAdministrator, staffMember } from '../support/people';
import { type World, openWorld } from '../support/world';

const params = { id: bspia.id };

describe('what one did to many at once', () => {
  let world: World;
  let administrator: SignedInPerson;
  let others: readonly string[];
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23' });
    administrator = await firstAdministrator(world);
    const found: string[] = [];
    for (const name of ['anjian', 'beihai', 'chenxi'])
      found.push((await staffMember(world, administrator, name, ['invigilator'])).accountId);
    others = found;
  });
  afterAll(() => world.stop());

  const own = (query: Record<string, string> = {}, who = administrator) => who.api.ok(listSelections, { query });
  const choose = (act: 'disable' | 'enable', ids: readonly string[]) =>
    administrator.api.ok(staffList.acting.select, { params, body: { act, which: { ids: [...ids] } } });

  it('is not there before it is started, runs, and stays with what became of it', async () => {
    const frozen = await choose('disable', others);
    expect((await own()).items).toEqual([]);
    await administrator.api.ok(staffList.acting.start, { params: { ...params, selectionId: frozen.id } });
    const running = {
      id: frozen.id,
      list: 'staff',
      withinId: bspia.id,
      withinName: bspia.name,
      act: 'disable',
      state: 'running',
      total: 3,
      waiting: 3,
      done: 0,
      refused: 0,
      mayTakeBack: false,
    };
    expect((await own()).items).toMatchObject([running]);
    await world.runJobs();
    expect((await own()).items).toMatchObject([
      { ...running, state: 'done', waiting: 0, done: 3, mayTakeBack: true, at: world.clock.businessNow() },
    ]);
  });

  it('comes latest first, page by page, of one list or of all', async () => {
    const choice = { act: 'enable' as const, which: { ids: [others[0] ?? ''] } };
    const enabled = await actOn(world, administrator, { list: staffList, id: bspia.id, choice });
    const first = await own({ limit: '1' });
    expect(first.items.map(({ id }) => id)).toEqual([enabled.id]);
    const second = await own({ limit: '1', cursor: first.next ?? '' });
    expect(second.items.map(({ act }) => act)).toEqual(['disable']);
    expect(second.next).toBeNull();
    expect((await own({ list: 'staff', within: bspia.id })).items).toHaveLength(2);
    expect((await own({ list: 'review', within: bspia.id })).items).toEqual([]);
  });

  it('is what oneself did, and tells when it was taken back', async () => {
    const colleague = await staffMember(world, administrator, 'dongli', ['administrator']);
    expect((await own({}, colleague)).items).toEqual([]);
    const [, disabled] = (await own()).items;
    const back = await administrator.api.ok(staffList.acting.takeBack, {
      params: { ...params, selectionId: disabled?.id ?? '' },
    });
    await world.runJobs();
    expect((await own()).items).toMatchObject([
      { id: back.id, act: 'enable', takesBack: disabled?.id, mayTakeBack: false },
      { act: 'enable' },
      { id: disabled?.id, mayTakeBack: false },
    ]);
  });
});
