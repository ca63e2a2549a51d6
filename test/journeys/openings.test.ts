import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { notices } from '@jikaotong/shared/contract';
import { openSession } from '../support/open-session';
import { firstAdministrator } from '../support/people';
import { type World, openWorld } from '../support/world';

const [b26, s25] = ['bspia-2026-certification', 'shqbxh-2025-certification'] as const;

describe('what is open today', () => {
  let world: World;
  const openings = async () => (await world.stranger.ok(notices.listOpenings, {})).items;
  beforeAll(async () => {
    world = await openWorld({ day: '2025-07-10' });
  });
  afterAll(() => world.stop());

  it('is told by printed days where no session is set up, until the last day the counter opens', async () => {
    const open = await openings();
    expect(open.map(({ noticeId, sessionId, closes, way }) => [noticeId, sessionId, closes, way])).toEqual(
      open.map(() => [s25, null, '2025-07-11', 'counter']),
    );
    expect(open.map(({ offering, totalFen }) => [offering.code, totalFen])).toContainEqual([
      'security-manager-3',
      103600,
    ]);
    await world.moveTo('2025-07-11');
    expect((await openings()).length).toBe(open.length);
    // the printed period runs to the 15th, but nobody can come to the counter any more
    await world.moveTo('2025-07-12');
    expect(await openings()).toEqual([]);
  });

  it('is a level of an occupation with its fee and last day, in a session that takes applications', async () => {
    await world.moveTo('2026-11-15');
    const sessionId = await openSession(await firstAdministrator(world));
    expect(await openings()).toEqual([]);
    await world.moveTo('2026-11-16');
    const common = {
      noticeId: b26,
      place: '北京',
      sessionId,
      sessionName: '2026年12月批次',
      closes: '2026-11-30',
      way: 'online',
    };
    expect(await openings()).toMatchObject([
      { ...common, offering: { code: 'installer-5', level: 5 }, totalFen: 28000 },
      { ...common, offering: { code: 'security-manager-3', level: 3 }, totalFen: 43000 },
    ]);
    await world.moveTo('2026-11-30');
    expect(await openings()).toHaveLength(2);
    await world.moveTo('2026-12-01');
    expect(await openings()).toEqual([]);
  });
});
