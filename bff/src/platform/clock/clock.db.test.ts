import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrations } from '../../migrations';
import { type Db } from '../db';
import { openThrowawayDb } from '../db/throwaway';
import { clockRecord, demonstrationClock, nowOf, wallClock } from './index';

const start = Date.UTC(2026, 10, 23, 1);
let db: Db;
let wall: number;
const open = () => demonstrationClock(db, start, () => wall);
beforeEach(async () => {
  db = await openThrowawayDb([clockRecord], migrations.slice(0, 1));
  wall = 5_000_000;
});
afterEach(() => db.close());

describe('the demonstration clock', () => {
  it('starts where it is told and runs with the wall', async () => {
    const clock = await open();
    expect(clock.businessNow()).toBe(start);
    wall += 60_000;
    expect(nowOf(clock)).toEqual({ ms: start + 60_000, day: '2026-11-23', wallMs: 5_060_000 });
  });

  it('stands still while stopped', async () => {
    const first = await open();
    wall += 1_000;
    await first.keep();
    wall += 86_400_000;
    expect((await open()).businessNow()).toBe(start + 1_000);
  });

  it('moves on and never back, neither by hand nor with a wall clock set back', async () => {
    const clock = await open();
    await clock.advanceTo(start + 7_000);
    await clock.advanceTo(start);
    expect(clock.businessNow()).toBe(start + 7_000);
    wall -= 3_600_000;
    expect(clock.businessNow()).toBe(start + 7_000);
    await clock.keep();
    expect((await open()).businessNow()).toBe(start + 7_000);
  });
});

it('the wall clock does not move', async () => {
  const clock = wallClock(() => 9);
  expect([clock.businessNow(), clock.wallNow(), clock.demonstration]).toEqual([9, 9, false]);
  await expect(clock.advanceTo(10)).rejects.toThrow('does not move');
});
