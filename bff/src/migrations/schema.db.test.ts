import { afterEach, expect, it } from 'vitest';
import { records } from '../app';
import type { Db } from '../platform/db';
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

it('the migrations are listed in the order of their names', () => {
  const names = migrations.map((migration) => migration.name);
  expect(names).toEqual(names.toSorted());
  expect(new Set(names).size).toBe(names.length);
});
