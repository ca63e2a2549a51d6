import 'reflect-metadata';
import { DataSource, type EntitySchema } from 'typeorm';
import { startRefused } from '../config';
import { type Engine, connect, disconnect } from './connect';
import { isAway, isTransient } from './errors';
import { insideHandle, mutex, refuseInsideTx } from './guard';
import { type Dialect, type Handle, type Mode, lendHandle } from './handle';
import { type MigrateOptions, migrate } from './migrate';
import { startFault } from './start-fault';
import type { Migration } from './migration';
import { type PublishedRevision, countedHere, countedOnServer } from './published';

export type Db = {
  /** Lends a handle that only reads. */
  read<T>(fn: (h: Handle) => Promise<T>): Promise<T>;
  /** Lends a handle that only reads what strangers may read; throws at a table whose changes nobody counts. */
  readPublished<T>(fn: (h: Handle) => Promise<T>): Promise<T>;
  /** Another value after every change of what strangers read, by whatever process; at most 100 ms old. */
  publishedRevision(): string | Promise<string>;
  /** Lends a handle on a transaction: commits what the function returns, rolls back what it throws.
   *  The whole function runs again (at most 5 times in all) when the database gave way to another transaction, or when
   *  the connection was lost before the commit was sent: then nothing has happened. */
  tx<T>(fn: (h: Handle) => Promise<T>): Promise<T>;
  /** Starts as the only server on this database: a second one waits its turn, at most a minute, and then finds the
   *  work done. The function may lend handles and open transactions as usual. */
  startAlone<T>(fn: () => Promise<T>): Promise<T>;
  /** Runs the migrations that have not run, in the order given; two servers at once take turns. */
  migrate(migrations: readonly Migration[], options: MigrateOptions): Promise<void>;
  /** Statements that would make the schema fit the records; empty when it does. */
  schemaDiff(): Promise<string[]>;
  close(): Promise<void>;
  readonly dialect: Dialect;
};

const TRIES = 5;

/** Opens the database of the configuration; refuses a wrong collation and an embedded file in use. */
export async function openDb(engine: Engine, records: readonly EntitySchema[]): Promise<Db> {
  const source = await connect(engine, records);
  const dialect: Dialect = engine.kind === 'embedded' ? 'sqlite' : 'mysql';
  // SQLite has one connection: reads wait as well, or they would see what is not committed
  const inTurn = dialect === 'sqlite' ? mutex() : <T>(fn: () => Promise<T>) => fn();

  // the embedded file is one process's alone
  const alone = <T>(name: string, fn: () => Promise<T>) =>
    dialect === 'mysql' ? aloneOnServer(source, name, fn) : fn();

  const published = dialect === 'sqlite' ? countedHere() : countedOnServer(source);
  const lend = <T>(mode: Mode, fn: (h: Handle) => Promise<T>): Promise<Lent<T>> => {
    refuseInsideTx('another handle');
    return again(() => inTurn(() => once({ source, dialect, published }, mode, fn)));
  };
  return {
    dialect,
    read: async (fn) => (await lend('read', fn)).value,
    readPublished: async (fn) => (await lend('published', fn)).value,
    publishedRevision: published.current,
    tx: async (fn) => {
      const { value, changedPublished } = await lend('tx', fn);
      if (changedPublished) await published.settled();
      return value;
    },
    startAlone: (fn) => alone('.start', fn),
    migrate: (migrations, options) =>
      inTurn(() =>
        alone('.migrate', () => migrate({ source, dialect, file: fileOf(engine) }, migrations, options)).catch(
          (error: unknown) => {
            const file = fileOf(engine);
            throw file === null ? error : startFault(file, error);
          },
        ),
      ),
    schemaDiff: () =>
      inTurn(async () => (await source.driver.createSchemaBuilder().log()).upQueries.map((step) => step.query)),
    close: () => inTurn(() => disconnect(source, engine)),
  };
}

/** Runs again what left nothing behind. */
async function again<T>(fn: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await fn();
    } catch (error) {
      const left = isUnsure(error) || !(isTransient(error) || isAway(error));
      if (attempt >= TRIES || left) throw error;
      await new Promise((done) => setTimeout(done, attempt * 10 + Math.random() * 20));
    }
  }
}

/** Lost on the way to or from the commit: it may stand or not. */
const unsure = new WeakSet<object>();
const isUnsure = (error: unknown): boolean => typeof error === 'object' && error !== null && unsure.has(error);

type Lent<T> = { readonly value: T; readonly changedPublished: boolean };
type On = { readonly source: DataSource; readonly dialect: Dialect; readonly published: PublishedRevision };

async function once<T>(
  { source, dialect, published }: On,
  mode: Mode,
  fn: (h: Handle) => Promise<T>,
): Promise<Lent<T>> {
  const { handle, runner, changedPublished, end } = lendHandle(source, dialect, mode);
  try {
    if (mode !== 'tx') return { value: await insideHandle(() => fn(handle)), changedPublished: false };
    await runner.startTransaction(dialect === 'mysql' ? 'READ COMMITTED' : undefined);
    try {
      const value = await insideHandle(() => fn(handle));
      if (changedPublished()) await published.count((sql) => runner.query(sql));
      await runner.commitTransaction().catch((error: unknown) => {
        if (isAway(error) && error instanceof Error) unsure.add(error);
        throw error;
      });
      return { value, changedPublished: changedPublished() };
    } catch (error) {
      // the first error is the cause; a rollback that fails too (connection gone) adds nothing
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    }
  } finally {
    await end();
  }
}

async function aloneOnServer<T>(source: DataSource, name: string, fn: () => Promise<T>): Promise<T> {
  // the lock is this connection's: it is given up even when the process dies
  const runner = source.createQueryRunner();
  try {
    const [lock]: { got: number | string | null }[] = await runner.query(
      'SELECT GET_LOCK(CONCAT(DATABASE(), ?), 60) AS got',
      [name],
    );
    if (Number(lock?.got) !== 1)
      throw startRefused(
        'Another server has been starting on this database for a minute: wait until it listens, or stop it, and start again.',
      );
    try {
      return await fn();
    } finally {
      await runner.query('SELECT RELEASE_LOCK(CONCAT(DATABASE(), ?))', [name]);
    }
  } finally {
    await runner.release();
  }
}

const fileOf = (engine: Engine): string | null =>
  engine.kind === 'embedded' && engine.file !== ':memory:' ? engine.file : null;
