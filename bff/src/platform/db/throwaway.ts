import { DataSource, type EntitySchema } from 'typeorm';
import { fixedCrypto } from './fixed-crypto.testing';
import type { Migration } from './migration';
import { newId } from './new-id';
import { type Db, openDb } from './open-db';
import { type SchemaCopy, keepSchema, keptSchema, readSchema } from './schema-copy';

/**
 * A migrated database for one test: in memory, or a fresh one on the server of TEST_DATABASE_URL, dropped on close.
 * The first of a run with these migrations runs them, the others copy what they made: on a server, where each
 * statement is a transaction of its own, that is ten times quicker.
 */
export async function openThrowawayDb(
  records: readonly EntitySchema[],
  migrations: readonly Migration[],
  serverUrl = process.env.TEST_DATABASE_URL,
): Promise<Db> {
  const dialect = isEmbedded(serverUrl) ? 'sqlite' : 'mysql';
  const kept = keptSchema(dialect, migrations);
  if (kept) return openWith(records, kept, serverUrl);
  const db = await openMigratedDb(records, migrations, serverUrl);
  keepSchema(dialect, migrations, await db.read(readSchema));
  return db;
}

/** The same for a test that is about migrating: here every step is run. */
export async function openMigratedDb(
  records: readonly EntitySchema[],
  migrations: readonly Migration[],
  serverUrl = process.env.TEST_DATABASE_URL,
): Promise<Db> {
  const db = await openWith(records, [], serverUrl);
  await db.migrate(migrations, { crypto: fixedCrypto() });
  return db;
}

const isEmbedded = (serverUrl: string | undefined): serverUrl is '' | undefined =>
  serverUrl === undefined || serverUrl === '';

async function openWith(
  records: readonly EntitySchema[],
  schema: SchemaCopy,
  serverUrl: string | undefined,
): Promise<Db> {
  if (!isEmbedded(serverUrl)) return openOnServer(records, schema, serverUrl);
  const db = await openDb({ kind: 'embedded', file: ':memory:' }, records);
  await db.tx(async (h) => {
    for (const statement of schema) await h.run(statement);
  });
  return db;
}

async function openOnServer(records: readonly EntitySchema[], schema: SchemaCopy, serverUrl: string): Promise<Db> {
  const name = `t_${newId().replaceAll('-', '')}`;
  const url = new URL(serverUrl);
  const server = await new DataSource({
    type: 'mysql',
    url: url.href,
    extra: { multipleStatements: true },
  }).initialize();
  const [found]: { version: string }[] = await server.query('SELECT VERSION() AS version');
  const collation = found?.version.includes('MariaDB') ? 'utf8mb4_nopad_bin' : 'utf8mb4_0900_bin';
  const made = [`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE ${collation}`];
  // all in one call; the tables come by name, so that some name others that are not there yet
  if (schema.length > 0)
    made.push(`USE ${name}`, 'SET foreign_key_checks = 0', ...schema, 'SET foreign_key_checks = 1');
  await server.query(made.join(';\n'));
  url.pathname = `/${name}`;
  const db = await openDb({ kind: 'server', url: url.href }, records);
  return {
    ...db,
    close: async () => {
      await db.close();
      await server.query(`DROP DATABASE ${name}`);
      await server.destroy();
    },
  };
}
