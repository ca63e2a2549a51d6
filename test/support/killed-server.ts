import type { Db } from '@jikaotong/bff/platform/db';
import { type Dying, dieAfter, forgetTransaction, loseConnections } from '../../bff/src/platform/db/dying.testing';
import { dieInProcess } from './die-in-process';
import type { World } from './world';

/** What somebody does, and what there is to see once everything that follows has been done. */
export type KilledAct = {
  /** Asked again after a restart with the same key, as a phone does that got no answer; `runJobs` are of whoever does it. */
  act(runJobs: () => Promise<void>): Promise<unknown>;
  /** Lets what follows happen: jobs, days. */
  settle(): Promise<void>;
};

/** After which statement the server died, and how what there is in the end differs from what an undisturbed run leaves. */
export type ServerDeath = { readonly after: string; readonly differs: readonly string[] };

type Killing = { readonly most?: number; readonly transactional?: boolean; readonly dies?: 'here' | 'process' };

/** The lease of a job that its process took with it ends by the wall clock. */
const LEASE_MS = 180_000;

/**
 * Does it once undisturbed; then, for every statement that writes, or `most` of them spread over all, puts the database
 * back, does it in a server that dies right after that statement, starts another server, and does it again. Compares every
 * row of every table with the undisturbed run's.
 *
 * What dies is `'here'` the server in this process, as far as its database can see: from that statement on nothing reaches
 * it, and its connections are cut (MariaDB) or their transaction is forgotten (embedded). `'process'` is one of its own,
 * killed by SIGKILL in truth, which takes the disk, the locks and the sockets with it; the world has to be `kept` for that.
 */
export async function killServerAtEveryStatement(
  world: World,
  { act, settle }: KilledAct,
  { most = Infinity, transactional = true, dies = 'here' }: Killing = {},
): Promise<{ readonly statements: number; readonly deaths: readonly ServerDeath[] }> {
  const putBack = await rememberWorld(world);
  const known = await idsIn(world.db);
  const here = () => act(world.runJobs);
  const goOn = async () => {
    world.clock.passWall(LEASE_MS);
    await world.restart();
    await here();
    await settle();
  };
  const counted = dieAfter(Infinity, { transactional });
  await here();
  counted.end();
  const statements = counted.writes.length;
  await goOn();
  // once more: WeChat remembers from now on what it was asked the first time
  await putBack();
  await here();
  await goOn();
  const undisturbed = await everyRow(world.db, known);
  const deaths: ServerDeath[] = [];
  const tries = Math.min(most, statements);
  for (let at = 1; at <= tries; at += 1) {
    await putBack();
    const nth = Math.ceil((at * statements) / tries);
    if (dies === 'process') await world.whileStopped(() => dieInProcess(world, nth, act));
    else {
      const dying = dieAfter(nth, { transactional });
      await here().catch(() => undefined);
      await bury(world.db, dying);
    }
    await goOn();
    const differs = differencesOf(undisturbed, await everyRow(world.db, known));
    deaths.push({ after: counted.writes[nth - 1] ?? '', differs });
  }
  await putBack();
  return { statements, deaths };
}

async function bury(db: Db, dying: Dying): Promise<void> {
  if (!dying.isDead()) throw new Error(`nobody died of ${dying.writes.length} statements`);
  const { runners } = dying;
  if (db.dialect === 'mysql') await loseConnections(runners);
  dying.end();
  const [runner] = runners;
  if (db.dialect === 'sqlite' && runner) await forgetTransaction(runner);
}

/** Keeps a copy of every table beside it, and the clock; gives the way to put both back. */
async function rememberWorld(world: World): Promise<() => Promise<void>> {
  const { db, clock } = world;
  // what strangers may keep only ever grows
  const names = (await tableNames(db)).filter((name) => name !== 'published_revision');
  const putClockBack = clock.remember();
  const before = await everyRow(db, null);
  for (const name of names)
    await db.tx(async (h) => {
      await h.run(`DROP TABLE IF EXISTS \`kept_${name}\``);
      await h.run(`CREATE TABLE \`kept_${name}\` AS SELECT * FROM \`${name}\``);
    });
  return async () => {
    putClockBack();
    // a kept one is opened anew by each server
    const { db } = world;
    const now = await everyRow(db, null);
    // on an embedded database what goes takes with it what points at it
    const changed = names.filter(
      (name) => db.dialect === 'sqlite' || ALWAYS.has(name) || String(before[name]) !== String(now[name]),
    );
    await db.tx(async (h) => {
      // all go first: what points at others goes with them
      await h.run(h.dialect === 'sqlite' ? 'PRAGMA defer_foreign_keys = ON' : 'SET foreign_key_checks = 0');
      for (const name of changed) await h.run(`DELETE FROM \`${name}\``);
      for (const name of changed) await h.run(`INSERT INTO \`${name}\` SELECT * FROM \`kept_${name}\``);
      if (h.dialect === 'mysql') await h.run('SET foreign_key_checks = 1');
    });
  };
}

const tableNames = (db: Db): Promise<string[]> =>
  db.read(async (h) => {
    const tables = await h.query<{ name: string }>(
      h.dialect === 'sqlite'
        ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'kept_%' ORDER BY 1"
        : "SELECT TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME NOT LIKE 'kept_%' ORDER BY 1",
    );
    return tables.map(({ name }) => name);
  });

const UUID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/g;

/** Every id that stands in the database before anything is done: those stay what they are. */
const idsIn = async (db: Db): Promise<ReadonlySet<string>> => {
  const rows = Object.values(await everyRow(db, null));
  return new Set(rows.flat().flatMap((row) => row.match(UUID) ?? []));
};

/** What two runs never have in common: drawn keys, the wall clock, how often somebody tried. */
const APART = new Set(['idempotency_key', 'published_revision', 'migration', 'migrations']);
/** Of these more changes than is compared. */
const ALWAYS = new Set(['idempotency_key', 'job']);
const DRAWN = new Set([
  'job.attempts',
  'job.not_before',
  'job.claim',
  'audit_event.hash',
  'audit_event.request_id',
  'audit_event.wall_at',
  'text_message.receipt',
]);

/** All tables with all rows, without what is new in each run: ids that were not known, sealed bytes, chained hashes. */
const everyRow = async (db: Db, known: ReadonlySet<string> | null): Promise<Readonly<Record<string, string[]>>> => {
  const tables: Record<string, string[]> = {};
  for (const name of await tableNames(db)) {
    if (APART.has(name)) continue;
    const rows = await db.read((h) => h.query<Record<string, unknown>>(`SELECT * FROM \`${name}\``));
    tables[name] = rows.map((row) => rowText(name, row, known)).toSorted();
  }
  return tables;
};

const rowText = (table: string, row: Readonly<Record<string, unknown>>, known: ReadonlySet<string> | null): string => {
  const told = Object.entries(row).filter(([column]) => !DRAWN.has(`${table}.${column}`));
  const text = JSON.stringify(told, (_, value: unknown) => (isBytes(value) ? '(sealed)' : value));
  if (known === null) return text;
  return text
    .replaceAll(UUID, (id) => (known.has(id) ? id : '(new)'))
    .replaceAll(/\b[0-9a-f]{32,64}\b/g, '(drawn)')
    .replaceAll(/sealed[\\":]+[\w+/=]+/g, '(sealed)')
    .replaceAll(/v1\.[\w-]+\.[\w-]+\.[\w-]+/g, '(signed)');
};

const isBytes = (value: unknown): boolean =>
  value instanceof ArrayBuffer ||
  ArrayBuffer.isView(value) ||
  (typeof value === 'object' && value !== null && 'type' in value && value.type === 'Buffer');

/** The rows that only one of both has, a line each. */
const differencesOf = (
  one: Readonly<Record<string, string[]>>,
  other: Readonly<Record<string, string[]>>,
): readonly string[] =>
  Object.keys(one).flatMap((table) => {
    const left = [...(other[table] ?? [])];
    const gone = (one[table] ?? []).filter((row) => {
      const at = left.indexOf(row);
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    });
    return [...gone.map((row) => `- ${table} ${row}`), ...left.map((row) => `+ ${table} ${row}`)];
  });
