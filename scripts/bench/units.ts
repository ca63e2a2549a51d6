import { notices } from '@jikaotong/shared/contract';
import { startMariadb } from '../../test/support/mariadb';
import { takeAllIn, unitsWithSheets } from '../../test/support/many-units';
import { openWorld } from '../../test/support/world';
import { lookUps, p99Of } from './results';
import { type Spread, spreadOf } from './statistics';

export type UnitFigures = {
  /** Milliseconds of the slowest in a hundred requests of others, while no unit sends anything and while all do. */
  readonly idleP99: Spread;
  readonly busyP99: Spread;
  readonly ratio: Spread;
  /** Seconds until the last list is taken in. */
  readonly taken: Spread;
};

const IDLE_MS = 4_000;

/**
 * People read the notices, ten at once, while so many units send their lists: one
 * process serves, asks and runs the jobs, on MariaDB.
 */
export async function measureUnits(given: { rounds: number; units: number; people: number }): Promise<UnitFigures> {
  const mariadb = await startMariadb();
  try {
    process.env['TEST_DATABASE_URL'] = mariadb.url;
    process.env['JIKAOTONG_TEST_DB'] = 'mariadb';
    const measured: Awaited<ReturnType<typeof sentMeanwhile>>[] = [];
    for (let round = 0; round < given.rounds; round += 1) measured.push(await sentMeanwhile(given));
    return {
      idleP99: spreadOf(measured.map(({ idle }) => idle)),
      busyP99: spreadOf(measured.map(({ busy }) => busy)),
      ratio: spreadOf(measured.map(({ idle, busy }) => busy / idle)),
      taken: spreadOf(measured.map(({ seconds }) => seconds)),
    };
  } finally {
    await mariadb.stop();
  }
}

async function sentMeanwhile(given: { units: number; people: number }) {
  const world = await openWorld({ day: '2024-08-12' });
  try {
    const waiting = await unitsWithSheets(world, given);
    const ask = async () => {
      await world.stranger.ok(notices.listNotices, { query: {} });
    };
    for (let warming = 0; warming < 50; warming += 1) await ask();
    const until = performance.now() + IDLE_MS;
    const idle = await lookUps(ask, () => performance.now() < until);
    const over = { taken: false };
    const began = performance.now();
    const taking = takeAllIn(world, waiting).then((runs) => {
      over.taken = true;
      if (runs.some(({ state, refused }) => state !== 'done' || refused > 0))
        throw new Error('a list was not taken in');
      return (performance.now() - began) / 1000;
    });
    const busy = await lookUps(ask, () => !over.taken);
    return { idle: p99Of(idle), busy: p99Of(busy), seconds: await taking };
  } finally {
    await world.stop();
  }
}
