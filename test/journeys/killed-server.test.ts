import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { proveCount } from '../../bff/src/prove-count.testing';
import { openStory } from '../support/changed-session';
import { readyToCancel, readyToPublish } from '../support/killed-acts';
import { type KilledAct, killServerAtEveryStatement } from '../support/killed-server';
import { patience } from '../support/patience';
import { type World, openWorld } from '../support/world';

/** How many of the statements of each act the server is killed after; all of them in `npm run prove -- killed`. */
const MOST = proveCount(4);
const limit = { timeout: patience(MOST > 4 ? 3_600_000 : 180_000) };

/** Killed anywhere it ends as if nothing had been; a copy without transactions does not. */
async function proves(world: World, act: KilledAct): Promise<void> {
  const { statements, deaths } = await killServerAtEveryStatement(world, act, { most: MOST });
  expect(statements).toBeGreaterThan(8);
  expect(deaths).toHaveLength(Math.min(MOST, statements));
  expect(deaths.filter(({ differs }) => differs.length > 0).map(({ after, differs }) => [after, differs[0]])).toEqual(
    [],
  );
  const copy = await killServerAtEveryStatement(world, act, { most: Math.min(MOST, 6), transactional: false });
  expect(copy.deaths.some(({ differs }) => differs.length > 0)).toBe(true);
}

describe('a server that dies while it publishes and issues', () => {
  let world: World;
  let ready: Awaited<ReturnType<typeof readyToPublish>>;
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23' });
    ready = await readyToPublish(world);
  });
  afterAll(() => world.stop());

  it('publishes the marks of everybody, or has not yet', limit, async () => {
    await proves(world, ready.publish);
    expect(await ready.publish.isDone()).toBe(true);
  });

  it('issues every certificate under a number of its own, without a gap, or none', limit, async () => {
    await world.moveTo('2026-12-30');
    await proves(world, ready.issue);
    expect(await ready.issue.isDone()).toBe(true);
  });
});

describe('a server that dies while it cancels and gives back', () => {
  let world: World;
  let ready: Awaited<ReturnType<typeof readyToCancel>>;
  beforeAll(async () => {
    const story = await openStory();
    world = story.world;
    ready = await readyToCancel(story);
  });
  afterAll(() => world.stop());

  it('cancels the session for everybody, or has not yet', limit, async () => {
    await proves(world, ready.cancel);
    expect(await ready.cancel.isDone()).toBe(true);
  });

  it('gives everybody back what they paid, once', limit, async () => {
    await world.moveTo(ready.choiceOver);
    await ready.refund.select();
    await proves(world, ready.refund);
    expect(await ready.refund.isDone()).toBe(true);
  });
});
