import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { EntitySchema, QueryRunner } from 'typeorm';
import { proveCount } from '../../prove-count.testing';
import { type Db, type Migration, openDb } from './index';
import { dieAfter, forgetTransaction, loseConnections } from './dying.testing';
import { fixedCrypto } from './fixed-crypto.testing';
import { openThrowawayDb } from './throwaway';

/** A database at an old version with something in it, the steps that are new, and what can be seen after them. */
export type UpgradeStory = {
  readonly records: readonly EntitySchema[];
  readonly old: readonly Migration[];
  readonly new: readonly Migration[];
  seed(db: Db): Promise<void>;
  see(db: Db): Promise<unknown>;
};

/** After which statement the process died, and what the start after it saw, or why it failed. */
export type Death = { readonly after: string; readonly seen: unknown };

/**
 * Upgrades once undisturbed; then, for every statement that writes, or `most` of them spread over all, upgrades the same
 * old database in a process that dies right after it, and starts again. On the server of TEST_DATABASE_URL, else on an
 * embedded file.
 */
export async function killAtEveryStatement(
  story: UpgradeStory,
  most = Infinity,
): Promise<{ undisturbed: unknown; deaths: readonly Death[] }> {
  const world = process.env.TEST_DATABASE_URL ? serverWorld(story) : await embeddedWorld(story);
  try {
    const first = await world.old();
    const counted = dieAfter(Infinity);
    await upgrade(first, story);
    counted.end();
    const undisturbed = await story.see(first);
    await first.close();
    const deaths: Death[] = [];
    const tries = Math.min(most, counted.writes.length);
    for (let at = 1; at <= tries; at++) {
      const nth = Math.ceil((at * counted.writes.length) / tries);
      const db = await world.old();
      const dying = dieAfter(nth);
      await upgrade(db, story).catch(() => undefined);
      if (!dying.isDead()) throw new Error(`nobody died of statement ${nth}`);
      const next = await world.startAgain(db, dying.runners, dying.end);
      const seen = await upgradeAndSee(next, story);
      await next.close();
      deaths.push({ after: dying.writes.at(-1) ?? '', seen });
    }
    return { undisturbed, deaths };
  } finally {
    await world.end();
  }
}

type World = {
  old(): Promise<Db>;
  startAgain(dead: Db, runners: readonly QueryRunner[], revive: () => void): Promise<Db>;
  end(): Promise<void>;
};

const upgrade = (db: Db, story: UpgradeStory): Promise<void> =>
  db.migrate([...story.old, ...story.new], { crypto: fixedCrypto() });

async function upgradeAndSee(db: Db, story: UpgradeStory): Promise<unknown> {
  try {
    await upgrade(db, story);
  } catch (error) {
    return { failed: String(error instanceof Error ? error.cause : error) };
  }
  return story.see(db);
}

async function embeddedWorld({ records, old, seed }: UpgradeStory): Promise<World> {
  const folder = await mkdtemp(path.join(tmpdir(), 'killed-'));
  const open = (name: string) => openDb({ kind: 'embedded', file: path.join(folder, name) }, records);
  const base = await open('base');
  await base.migrate(old, { crypto: fixedCrypto() });
  await seed(base);
  await base.close();
  let count = 0;
  const copy = async (from: string) => {
    const to = `copy-${++count}`;
    for (const suffix of ['', '-wal'])
      if (existsSync(path.join(folder, from + suffix)))
        await copyFile(path.join(folder, from + suffix), path.join(folder, to + suffix));
    return to;
  };
  return {
    old: async () => open(await copy('base')),
    startAgain: async (dead, [runner], revive) => {
      // the files as they lay there when the process ended
      const left = await copy(`copy-${count}`);
      revive();
      if (runner) await forgetTransaction(runner);
      await dead.close();
      return open(left);
    },
    end: () => rm(folder, { recursive: true }),
  };
}

const REVISION =
  'CREATE TABLE IF NOT EXISTS published_revision (id VARCHAR(16) NOT NULL PRIMARY KEY, revision BIGINT NOT NULL)';

const serverWorld = ({ records, old, seed }: UpgradeStory): World => ({
  old: async () => {
    const db = await openThrowawayDb(records, old);
    // what is written below is counted as everywhere, though the old schema may not have had where to
    await db.tx((h) => h.run(REVISION));
    await seed(db);
    return db;
  },
  startAgain: async (dead, runners, revive) => {
    await loseConnections(runners);
    revive();
    return dead;
  },
  end: async () => undefined,
});

/**
 * Starts again and again, each time in a process that dies; says after which statements. On a server soon after it got
 * further, in `npm test` a few times only and then ever later; so at once on the embedded file, where nothing gets
 * further before all has.
 */
export async function killAndKillAgain(
  db: Db,
  migrations: readonly Migration[],
  crypto = fixedCrypto(),
): Promise<readonly string[]> {
  const deaths: string[] = [];
  let soon = db.dialect === 'mysql' ? proveCount(8) : 0;
  // the first statement makes the list of steps if it is absent
  for (let nth = 2; ;) {
    const dying = dieAfter(nth);
    try {
      await db.migrate(migrations, { crypto });
      return deaths;
    } catch (error) {
      const last = dying.writes.at(-1) ?? '';
      if (!dying.isDead()) throw error;
      const isFurther = !deaths.includes(last) && soon-- > 0;
      nth = isFurther ? 2 : Math.ceil(nth * 1.4);
      deaths.push(last);
    } finally {
      if (db.dialect === 'mysql') await loseConnections(dying.runners);
      dying.end();
      const [runner] = dying.runners;
      if (db.dialect === 'sqlite' && runner) await forgetTransaction(runner);
    }
  }
}
