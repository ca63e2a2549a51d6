import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { notices } from '@jikaotong/shared/contract';
import { openSession } from '../support/open-session';
import { firstAdministrator } from '../support/people';
import { type World, openWorld } from '../support/world';

const [b26, s25, e24, c25, c24] = [
  'bspia-2026-certification',
  'shqbxh-2025-certification',
  'cecc-2024-certification',
  'bspia-2025-competition-monitor-operator',
  'bspia-2024-competition-installer',
] as const;

describe('the list of notices', () => {
  let world: World;
  const list = (query: Parameters<typeof notices.listNotices.query.parse>[0] & object) =>
    world.stranger.ok(notices.listNotices, { query });
  const ids = async (query: Parameters<typeof list>[0]) => (await list(query)).items.map(({ id }) => id);
  beforeAll(async () => {
    world = await openWorld({ day: '2025-07-10' });
  });
  afterAll(() => world.stop());

  it('shows a competition in its entry window as open, by its own printed days', async () => {
    const { items, facets } = await list({});
    expect(items.map(({ id, nearest }) => [id, nearest.state, nearest.on])).toEqual([
      [c25, 'applying', '2025-07-25'],
      // Friday 07-11, on which the counter opens for the last time (S25 二（二）, 六（二）)
      [s25, 'applying', '2025-07-11'],
      [b26, 'not-planned', null],
      [c24, 'ended', '2024-05-20'],
      [e24, 'ended', null],
    ]);
    expect(facets.states).toEqual([
      { value: 'applying', count: 2 },
      { value: 'not-planned', count: 1 },
      { value: 'ended', count: 2 },
    ]);
  });

  it('is narrowed by body, kind, state, place and words, each with counts under the others', async () => {
    expect(await ids({ bodyId: 'bspia' })).toEqual([c25, b26, c24]);
    expect(await ids({ kind: 'competition' })).toEqual([c25, c24]);
    expect(await ids({ state: 'ended' })).toEqual([c24, e24]);
    expect(await ids({ place: '上海' })).toEqual([s25]);
    expect(await ids({ place: '北京经济技术开发区' })).toEqual([b26, e24]);
    expect(await ids({ q: '区块链' })).toEqual([e24]);
    expect(await ids({ q: '%_%' })).toEqual([]);
    expect(await ids({ state: 'applying' })).toEqual([c25, s25]);
    expect(await ids({ q: '保安' })).toContain(c25);
    expect(await ids({ q: '安防' })).toContain(c25);
    expect(await ids({ q: '２０２５' })).toEqual(await ids({ q: '2025' }));
    expect(await ids({ q: '２０２５' })).toContain(s25);
    const { items, facets } = await list({ place: '北京', kind: 'certification' });
    expect(items.map(({ id }) => id)).toEqual([b26, e24]);
    expect(facets.kinds).toEqual([
      { value: 'certification', count: 2 },
      { value: 'competition', count: 2 },
    ]);
    expect(facets.places.map(({ value, count }) => [value, count])).toContainEqual(['上海', 1]);
    expect(facets.bodies.map(({ value }) => value)).toEqual(['bspia', 'cecc']);
  });

  it('turns its pages inside the filter', async () => {
    const first = await list({ place: '北京', limit: 3 });
    expect(first.items.map(({ id }) => id)).toEqual([c25, b26, c24]);
    const second = await list({ place: '北京', limit: 3, cursor: first.next ?? '' });
    expect([second.items.map(({ id }) => id), second.next]).toEqual([[e24], null]);
    expect(second.facets).toEqual(first.facets);
    expect((await list({ place: '北京', limit: 4 })).next).toBeNull();
  });

  it('refuses what no notice has', async () => {
    const refused = (query: object) => world.stranger.refused(notices.listNotices, { query });
    for (const query of [{ kind: 'exam' }, { state: 'cancelled' }, { state: 'planned' }, { sort: 'year' }])
      expect(await refused(query)).toMatchObject({ code: 'invalid-input' });
    expect(await refused({ bodyId: 'nobody' })).toMatchObject({
      code: 'invalid-input',
      data: { issues: ['query.bodyId'] },
    });
    expect(await refused({ place: '广州' })).toMatchObject({
      code: 'invalid-input',
      data: { issues: ['query.place'] },
    });
  });

  it('says what is over, and shows a session once it is published', async () => {
    await world.moveTo('2025-07-26');
    expect((await list({ kind: 'competition' })).items[0]?.nearest).toMatchObject({
      state: 'under-way',
      on: '2025-07-25',
    });
    await world.moveTo('2026-11-23');
    expect(await ids({ state: 'ended' })).toEqual([c25, s25, c24, e24]);
    const administrator = await firstAdministrator(world);
    const sessionId = await openSession(administrator);
    expect((await list({ state: 'applying' })).items).toMatchObject([
      { id: b26, nearest: { sessionId, sessionName: '2026年12月批次', on: '2026-11-30' } },
    ]);
    await world.moveTo('2026-12-01');
    expect(await ids({ state: 'reviewing' })).toEqual([b26]);
  });
});
