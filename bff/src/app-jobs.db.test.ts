import { afterEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { openPipelineFixture } from './pipeline-fixture.testing';
import type { Clock } from './platform/clock';
import { jobHandler } from './platform/http';
import { dropJob, enqueue, jobRecord } from './platform/jobs';

type Ran = { name: string; atMs: number };

const start = Date.UTC(2026, 10, 23, 1);
const hour = 3_600_000;

/** Business time in hand; the wall can be set forward. */
function handClock(): Clock & { passWall(ms: number): void } {
  let [business, wall] = [start, 1_000_000];
  return {
    demonstration: true,
    businessNow: () => business,
    wallNow: () => wall,
    advanceTo: async (ms) => void (business = Math.max(business, ms)),
    keep: async () => {},
    passWall: (ms) => void (wall += ms),
  };
}

let notes: Awaited<ReturnType<typeof openPipelineFixture>>;
afterEach(() => notes.close());

async function open() {
  const ran: Ran[] = [];
  const clock = handClock();
  let failing = 0;
  const handler = jobHandler('t', z.object({ name: z.string() }), async (run, { name }) => {
    ran.push({ name, atMs: run.now.ms });
    if (name === 'fails' && failing-- > 0) throw new Error('not yet');
    if (name === 'chain') await run.tx(async (ctx) => void (await enqueue(ctx.h, job('chained', ctx.now.ms))));
    await new Promise(setImmediate);
  });
  notes = await openPipelineFixture({ clock, jobs: [handler] });
  return {
    ran,
    clock,
    failNext: (times: number) => void (failing = times),
    add: (name: string, dueMs: number) => notes.db.tx((h) => enqueue(h, job(name, dueMs))),
    stateOf: (key: string) => notes.db.read((h) => h.repo(jobRecord).findOneByOrFail({ key })),
  };
}
const job = (name: string, dueMs: number) => ({ kind: 't', key: name, dueMs, payload: { name } });

describe('jobs', () => {
  it('run when due by the business clock, not a millisecond before, and once', async () => {
    const { ran, clock, add } = await open();
    await add('a', start + 1);
    await notes.jobs.runDue();
    expect(ran).toEqual([]);
    await clock.advanceTo(start + 1);
    await notes.jobs.runDue();
    await notes.jobs.runDue();
    expect(ran.map(({ name }) => name)).toEqual(['a']);
  });

  it('are queued once for a key, for ever, and can be dropped until they ran', async () => {
    const { ran, add } = await open();
    expect([await add('a', start), await add('a', start + hour)]).toEqual([true, false]);
    await add('b', start);
    expect(await notes.db.tx((h) => dropJob(h, 't', 'b'))).toBe(true);
    await notes.jobs.runDue();
    expect(ran.map(({ name }) => name)).toEqual(['a']);
    expect([await add('a', start), await notes.db.tx((h) => dropJob(h, 't', 'a'))]).toEqual([false, false]);
  });

  it('each see their own instant while a demonstration moves on, those they queue included', async () => {
    const { ran, clock, add } = await open();
    await add('late', start + 3 * hour);
    await add('chain', start + hour);
    await add('tomorrow', start + 24 * hour);
    await notes.jobs.advanceTo(start + 4 * hour);
    expect(ran).toEqual([
      { name: 'chain', atMs: start + hour },
      { name: 'chained', atMs: start + hour },
      { name: 'late', atMs: start + 3 * hour },
    ]);
    expect(clock.businessNow()).toBe(start + 4 * hour);
  });

  it('try again later by the wall clock when they fail, and hold nobody up', async () => {
    const { ran, clock, add, failNext, stateOf } = await open();
    failNext(1);
    await add('fails', start);
    await add('z', start + 1);
    await notes.jobs.advanceTo(start + hour);
    expect(ran.map(({ name }) => name)).toEqual(['fails', 'z']);
    clock.passWall(1_999);
    await notes.jobs.runDue();
    expect(ran).toHaveLength(2);
    clock.passWall(1);
    await notes.jobs.runDue();
    expect(await stateOf('fails')).toMatchObject({ state: 'done', attempts: 2 });
  });

  it('are dead after twelve failures, for people to see', async () => {
    const { clock, add, failNext, stateOf } = await open();
    failNext(99);
    await add('fails', start);
    for (let i = 0; i < 13; i++) {
      await notes.jobs.runDue();
      clock.passWall(hour);
    }
    expect(await stateOf('fails')).toMatchObject({ state: 'dead', attempts: 12 });
  });

  it('run once each where two processes look at the same time', async () => {
    const { ran, add } = await open();
    for (let i = 0; i < 30; i++) await add(`n${i}`, start);
    await Promise.all([notes.jobs.runDue(), notes.otherJobs.runDue(), notes.jobs.runDue()]);
    expect(ran).toHaveLength(30);
    expect(new Set(ran.map(({ name }) => name)).size).toBe(30);
  });
});
