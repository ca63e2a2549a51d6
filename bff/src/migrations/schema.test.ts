import { afterEach, expect, it } from 'vitest';
import { records } from '../app';
import { type Db, openThrowawayDb } from '../platform/db';
import { migrations } from './index';

const server = process.env.TEST_DATABASE_URL;
const engines = server ? [['libsql', ''] as const, ['server', server] as const] : [['libsql', ''] as const];

let db: Db;
afterEach(() => db.close());

it.each(engines)('the migrations make exactly the schema of the records on %s', async (_, url) => {
  db = await openThrowawayDb(records, migrations, url);
  expect(await db.schemaDiff()).toEqual([]);
});

it('the migrations are listed in the order of their names', async () => {
  db = await openThrowawayDb(records, [], '');
  const names = migrations.map((migration) => migration.name);
  expect(names).toEqual(names.toSorted());
  expect(new Set(names).size).toBe(names.length);
});
