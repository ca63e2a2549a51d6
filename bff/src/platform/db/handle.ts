import {
  type DataSource,
  type EntityManager,
  type EntityMetadata,
  type EntitySchema,
  type ObjectLiteral,
  QueryFailedError,
  type QueryRunner,
  type Repository,
} from 'typeorm';
import { changesPublished, uncountedIn } from './published';

/** `published` reads only what strangers may read and whose changes are counted. */
export type Mode = 'read' | 'published' | 'tx';

export type Dialect = 'sqlite' | 'mysql';

/** What `read` and `tx` lend out; passed on explicitly, dead once they return. */
export type Handle = {
  repo<T extends ObjectLiteral>(record: EntitySchema<T>): Repository<T>;
  /** Rows of a SELECT with `?` placeholders; columns are snake_case and raw (see `instantFrom`). */
  query<R>(sql: string, params?: readonly Param[]): Promise<R[]>;
  /** Rows matched by an INSERT, UPDATE or DELETE with `?` placeholders. */
  run(sql: string, params?: readonly Param[]): Promise<number>;
  /** What TypeORM knows of a record, for reads that go without its repositories. */
  metadataOf<T extends ObjectLiteral>(record: EntitySchema<T>): EntityMetadata;
  readonly dialect: Dialect;
};

export type Param = string | number | boolean | null | Date | Buffer;

/** A handle on its own query runner, and the way to end it. */
export type LentHandle = {
  readonly handle: Handle;
  readonly runner: QueryRunner;
  /** Whether it changed, or tried to change, what strangers read. */
  changedPublished(): boolean;
  end(): Promise<void>;
};

const READS = /^\s*(select|with|show|pragma|explain)\b/i;

/** Opens a handle; after `end()` every use of it throws, on SQLite too, where the connection lives on. */
export function lendHandle(source: DataSource, dialect: Dialect, mode: Mode): LentHandle {
  // not the source's: that one makes a manager first, and most reads need none
  const base = source.driver.createQueryRunner('master');
  const runner: QueryRunner = Object.create(base);
  let open = true;
  let changed = false;
  const refuseMisuse = (sql: string) => {
    if (!open) throw new Error('this database handle is finished');
    if (mode === 'tx') changed ||= changesPublished(sql);
    else if (!READS.test(sql)) throw new Error('a read handle does not write');
    if (mode === 'published') refuseUncounted(sql);
  };
  runner.query = async (sql: string, params?: unknown[], structured?: boolean) => {
    refuseMisuse(sql);
    return Reflect.apply(base.query, runner, [sql, params, structured]);
  };
  // TypeORM's own door, made for whoever asks for a repository
  let made: EntityManager | null = null;
  const manager = () => (made ??= source.createEntityManager(runner));
  const handle: Handle = {
    dialect,
    repo: (record) => manager().getRepository(record),
    metadataOf: (record) => metadataOf(source, record),
    query: async (sql, params = []) => {
      if (dialect === 'sqlite') return runner.query(sql, bind(dialect, params));
      refuseMisuse(sql);
      return rowsOf(await runner.connect(), sql, params);
    },
    run: async (sql, params = []) => (await runner.query(sql, bind(dialect, params), true)).affected ?? 0,
  };
  return {
    handle,
    runner,
    changedPublished: () => changed,
    end: async () => {
      open = false;
      if (dialect === 'mysql') await runner.release();
    },
  };
}

function refuseUncounted(sql: string): void {
  const table = uncountedIn(sql);
  if (table !== null) throw new Error(`an answer that is kept rests on ${table}, whose changes nobody counts`);
}

type ServerConnection = {
  query(sql: string, params: readonly Param[], done: (error: Error | null, rows: never) => void): void;
};

/**
 * Asks mysql2 by its callback: by promise every query captures a stack and passes TypeORM's broadcaster, which is
 * felt in a short request (`npm run bench`). Errors are TypeORM's all the same.
 */
const rowsOf = <R>(connection: ServerConnection, sql: string, params: readonly Param[]): Promise<R[]> =>
  new Promise((resolve, reject) => {
    connection.query(sql, params, (error, rows) =>
      error ? reject(new QueryFailedError(sql, [...params], error)) : resolve(rows),
    );
  });

const known = new WeakMap<DataSource, WeakMap<EntitySchema, EntityMetadata>>();

/** TypeORM looks a schema up by walking all of them; a source knows its records for good. */
function metadataOf(source: DataSource, record: EntitySchema): EntityMetadata {
  const ofSource = known.get(source) ?? new WeakMap<EntitySchema, EntityMetadata>();
  known.set(source, ofSource);
  const metadata = ofSource.get(record) ?? source.getMetadata(record);
  ofSource.set(record, metadata);
  return metadata;
}

/** SQLite binds no dates: they go in the form the records use. */
export function bind(dialect: Dialect, params: readonly Param[]): unknown[] {
  if (dialect === 'mysql') return [...params];
  const bound = params.map((param) =>
    param instanceof Date ? param.toISOString().replace('T', ' ').replace('Z', '') : param,
  );
  // libsql 0.5 takes a lone object for named parameters and ends the whole process over null or bytes; as a list it binds
  return bound.length === 1 && typeof bound[0] === 'object' ? [bound] : bound;
}
