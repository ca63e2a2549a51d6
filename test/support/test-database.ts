import { records } from '@jikaotong/bff/app';
import { type Db } from '@jikaotong/bff/platform/db';
import { openThrowawayDb } from '../../bff/src/platform/db/throwaway';
import { migrations } from '../../bff/src/migrations';

/** An empty migrated database of the engine this run is about: libsql, or the MariaDB server of the run. */
export const openTestDatabase = (): Promise<Db> => {
  const isServer = process.env['JIKAOTONG_TEST_DB'] === 'mariadb';
  const server = isServer ? process.env['TEST_DATABASE_URL'] : '';
  if (server === undefined) throw new Error('no MariaDB server: run by "npm test -- journeys-mariadb"');
  return openThrowawayDb(records, migrations, server);
};
