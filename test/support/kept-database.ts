import { createConnection } from 'mysql2/promise';
import { newId } from '@jikaotong/bff/platform/db';

/**
 * Settings that name a database which outlives the server that opened it: one of its own on the MariaDB of this run; on the
 * embedded engine none, for there the data folder holds it.
 */
export async function keptDatabase(): Promise<{ env: Record<string, string>; drop: () => Promise<void> }> {
  if (process.env['JIKAOTONG_TEST_DB'] !== 'mariadb') return { env: {}, drop: () => Promise.resolve() };
  const url = new URL(process.env['TEST_DATABASE_URL'] ?? '');
  const name = `kept_${newId().replaceAll('-', '')}`;
  const server = await createConnection(url.href);
  await server.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin`);
  url.pathname = `/${name}`;
  return {
    env: { DATABASE_URL: url.href },
    drop: async () => {
      await server.query(`DROP DATABASE ${name}`);
      await server.end();
    },
  };
}
