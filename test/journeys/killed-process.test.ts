import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { proveCount } from '../../bff/src/prove-count.testing';
import { openStory } from '../support/changed-session';
import { keptDatabase } from '../support/kept-database';
import { readyToCancel, readyToPublish } from '../support/killed-acts';
import { type KilledAct, killServerAtEveryStatement } from '../support/killed-server';
import { patience } from '../support/patience';
import { type World, openWorld } from '../support/world';

/** How often a process is killed at each act, spread over its statements; more in `npm run prove -- killed`. */
const DEATHS = proveCount(1);
const limit = { timeout: patience(DEATHS > 1 ? 3_600_000 : 180_000) };

/** The process dies of SIGKILL, another is started and asked again: in the end every row is as without it. */
async function proves(world: World, act: KilledAct): Promise<void> {
  const { deaths } = await killServerAtEveryStatement(world, act, { most: DEATHS, dies: 'process' });
  expect(deaths).toHaveLength(DEATHS);
  expect(deaths.filter(({ differs }) => differs.length > 0).map(({ after, differs }) => [after, differs[0]])).toEqual(
    [],
  );
}

describe('a process that is killed by SIGKILL while it publishes and issues', () => {
  let kept: Awaited<ReturnType<typeof keptDatabase>>;
  let world: World;
  let ready: Awaited<ReturnType<typeof readyToPublish>>;
  beforeAll(async () => {
    kept = await keptDatabase();
    world = await openWorld({ day: '2026-11-23', env: kept.env, kept: true });
    ready = await readyToPublish(world);
  }, patience(180_000));
  afterAll(async () => {
    await world.stop();
    await kept.drop();
  });

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

describe('a process that is killed by SIGKILL while it cancels and gives back', () => {
  let kept: Awaited<ReturnType<typeof keptDatabase>>;
  let world: World;
  let ready: Awaited<ReturnType<typeof readyToCancel>>;
  beforeAll(async () => {
    kept = await keptDatabase();
    const story = await openStory({ env: kept.env, kept: true });
    world = story.world;
    ready = await readyToCancel(story);
  }, patience(180_000));
  afterAll(async () => {
    await world.stop();
    await kept.drop();
  });

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
