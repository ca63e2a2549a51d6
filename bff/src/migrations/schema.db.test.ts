import { readdir } from 'node:fs/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { records } from '../app';
import type { Db } from '../platform/db';
import { killAndKillAgain } from '../platform/db/killed-upgrade.testing';
import { readSchema } from '../platform/db/schema-copy';
import { fixedCrypto } from '../platform/db/fixed-crypto.testing';
import { openMigratedDb, openThrowawayDb } from '../platform/db/throwaway';
import { migrations } from './index';

const opened: Db[] = [];
const keep = async (opening: Promise<Db>): Promise<Db> => {
  const db = await opening;
  opened.push(db);
  return db;
};
afterEach(async () => {
  for (const db of opened.splice(0)) await db.close();
});

it('the migrations make exactly the schema of the records', async () => {
  const db = await keep(openMigratedDb(records, migrations));
  expect(await db.schemaDiff()).toEqual([]);
});

it('what a test copies is what the migrations make, and nothing is left to migrate', async () => {
  const made = await (await keep(openMigratedDb(records, migrations))).read(readSchema);
  await keep(openThrowawayDb(records, migrations));
  const copied = await keep(openThrowawayDb(records, migrations));
  expect(await copied.read(readSchema)).toEqual(made);
  await copied.migrate(migrations, { crypto: fixedCrypto() });
  expect(await copied.read(readSchema)).toEqual(made);
  expect(await copied.schemaDiff()).toEqual([]);
});

it('a server killed after one statement after another gets there', async () => {
  const db = await keep(openMigratedDb(records, []));
  const deaths = await killAndKillAgain(db, migrations);
  expect(deaths.length).toBeGreaterThan(5);
  const made = await (await keep(openMigratedDb(records, migrations))).read(readSchema);
  expect(await db.read(readSchema)).toEqual(made);
});

describe('the names of migrations', () => {
  const names = migrations.map((migration) => migration.name);

  it('are in order, each once, and those of the files', async () => {
    expect(names).toEqual([...new Set(names)].toSorted());
    const files = (await readdir(import.meta.dirname)).filter((file) => /^\d.*\.ts$/.test(file));
    expect(files.toSorted()).toEqual(names.map((name) => `${name}.ts`));
  });

  it('say the moment and what they are about, since 0185', () => {
    for (const name of names.filter((one) => one > '0185-second-factor-due'))
      expect(name).toMatch(/^20\d\d(0[1-9]|1[0-2])([0-2]\d|3[01])-([01]\d|2[0-3])[0-5]\d[0-5]\d-[a-z-]+$/);
  });
});
