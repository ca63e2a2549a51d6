import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { DataSource, type EntitySchema } from 'typeorm';
import { type Config, startRefused } from '../config';
import { damaged, startFault } from './start-fault';

/** Which database: the embedded file (`:memory:` for tests) or a MariaDB/MySQL server by its URL. */
export type Engine = Config['database'];

const COLLATION = { mariadb: 'utf8mb4_nopad_bin', mysql: 'utf8mb4_0900_bin' } as const;

export const connect = (engine: Engine, records: readonly EntitySchema[]): Promise<DataSource> =>
  engine.kind === 'embedded' ? connectEmbedded(engine.file, records) : connectServer(engine.url, records);

async function connectEmbedded(file: string, records: readonly EntitySchema[]): Promise<DataSource> {
  if (file !== ':memory:') makeOurs(file);
  const source = new DataSource({
    type: 'better-sqlite3',
    driver: createRequire(import.meta.url)('libsql'),
    database: file,
    entities: [...records],
    timeout: 500,
    prepareDatabase: (connection: { exec(sql: string): void }) => {
      if (file === ':memory:') return;
      // the operating system drops this lock when the process ends, however it ends
      connection.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
      // what is erased, or sealed where it stood clear, leaves nothing in free pages
      connection.exec('PRAGMA secure_delete = ON;');
      connection.exec('BEGIN EXCLUSIVE; COMMIT;');
    },
  });
  try {
    const opened = await source.initialize();
    if (file !== ':memory:') await refuseDamaged(opened, file);
    return opened;
  } catch (error) {
    if (source.isInitialized) await source.destroy();
    throw startFault(file, error);
  }
}

/** Names stand in it in the clear: nobody else reads it, nor the log that SQLite puts beside it with the same mode. */
function makeOurs(file: string): void {
  try {
    // only made, never opened where it is there: closing it would give up the lock of whoever holds it in this process
    writeFileSync(file, '', { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw startFault(file, error);
  }
}

/** What a torn page would do later, in the middle of somebody's request, is said at the start. */
async function refuseDamaged(source: DataSource, file: string): Promise<void> {
  const [first]: { quick_check: string }[] = await source.query('PRAGMA quick_check(1)');
  if (first?.quick_check !== 'ok') throw damaged(file);
}

/** Closes; libsql keeps its file until the last statement is collected, so its lock is given up by hand. */
export async function disconnect(source: DataSource, engine: Engine): Promise<void> {
  if (engine.kind === 'embedded' && engine.file !== ':memory:')
    for (const pragma of ['PRAGMA journal_mode = DELETE', 'PRAGMA locking_mode = NORMAL', 'PRAGMA user_version'])
      await source.query(pragma);
  await source.destroy();
}

async function connectServer(url: string, records: readonly EntitySchema[]): Promise<DataSource> {
  const options = {
    url: url.replace(/^mariadb:/, 'mysql:'),
    entities: [...records],
    timezone: 'Z',
    charset: 'utf8mb4',
    dateStrings: ['DATE'],
    bigNumberStrings: false,
    poolSize: 20,
  };
  const probe = await new DataSource({ ...options, type: 'mysql', entities: [] }).initialize().catch(refuseUnreachable);
  const [found]: { version: string; collation: string }[] = await probe.query(
    'SELECT VERSION() AS version, @@collation_database AS collation',
  );
  await probe.destroy();
  const type = found?.version.includes('MariaDB') ? 'mariadb' : 'mysql';
  if (found?.collation !== COLLATION[type])
    throw startRefused(`The database collates by ${found?.collation}; create it with ${COLLATION[type]}.`);
  return new DataSource({ ...options, type }).initialize();
}

/** The sentence never holds the address: it may hold a password. */
function refuseUnreachable(error: unknown): never {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (/^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH)$/.test(code))
    throw startRefused(
      `The database server of DATABASE_URL does not answer (${code}): start it, or correct DATABASE_URL.`,
    );
  if (/^ER_(ACCESS_DENIED_ERROR|DBACCESS_DENIED_ERROR|BAD_DB_ERROR)$/.test(code))
    throw startRefused(
      `The database server refuses the user or database of DATABASE_URL (${code}): create them, or correct DATABASE_URL.`,
    );
  throw error;
}
