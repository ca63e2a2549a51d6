import { DataSource, type EntitySchema } from 'typeorm';
import type { Migration } from './migration';
import { newId } from './new-id';
import { type Db, openDb } from './open-db';

/** A migrated database for one test: in memory, or a fresh one on the server of TEST_DATABASE_URL, dropped on close. */
export async function openThrowawayDb(
  records: readonly EntitySchema[],
  migrations: readonly Migration[],
  serverUrl = process.env.TEST_DATABASE_URL,
): Promise<Db> {
  if (serverUrl === undefined || serverUrl === '') {
    const db = await openDb({ kind: 'embedded', file: ':memory:' }, records);
    await db.migrate(migrations);
    return db;
  }
  const name = `t_${newId().replaceAll('-', '')}`;
  const url = new URL(serverUrl);
  const server = await new DataSource({ type: 'mysql', url: url.href }).initialize();
  const [found]: { version: string }[] = await server.query('SELECT VERSION() AS version');
  const collation = found?.version.includes('MariaDB') ? 'utf8mb4_nopad_bin' : 'utf8mb4_0900_bin';
  await server.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE ${collation}`);
  url.pathname = `/${name}`;
  const db = await openDb({ kind: 'server', url: url.href }, records);
  await db.migrate(migrations);
  return {
    ...db,
    close: async () => {
      await db.close();
      await server.query(`DROP DATABASE ${name}`);
      await server.destroy();
    },
  };
}
