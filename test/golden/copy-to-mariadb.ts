import { join } from 'node:path';
import { records } from '@jikaotong/bff/app';
import { type Db, insert, openDb } from '@jikaotong/bff/platform/db';
import { openMigratedDb } from '../../bff/src/platform/db/throwaway';
import { migrations } from '../../bff/src/migrations';
import { startMariadb } from '../support/mariadb';
import { storeServerDatabase } from './store';

/** Brings the embedded database of a data folder to a migrated MariaDB, and stores what is there then. */
export const copyToMariadb = async (folder: string): Promise<void> => {
  const mariadb = await startMariadb();
  const embedded = await openDb({ kind: 'embedded', file: join(folder, 'jikaotong.db') }, records);
  const server = await openMigratedDb(records, migrations, mariadb.url);
  await copyRows(embedded, server);
  const [found] = await server.read((h) => h.query<{ name: string }>('SELECT DATABASE() AS name'));
  await storeServerDatabase(`${mariadb.url}/${found?.name}`);
  await Promise.all([embedded.close(), server.close()]);
  await mariadb.stop();
};

/** Every row as the records of this code read and write it. */
const copyRows = async (from: Db, to: Db): Promise<void> => {
  for (const record of records) {
    const rows = await from.read((h) => h.repo(record).find());
    await to.tx(async (h) => {
      await h.query('SET FOREIGN_KEY_CHECKS = 0');
      await h.repo(record).createQueryBuilder().delete().execute(); // a migration may have put one there
      await insert(h, record, rows);
    });
  }
};
