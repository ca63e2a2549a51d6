import type { DataSource, EntitySchema, ObjectLiteral, QueryRunner, Repository } from 'typeorm';

export type Dialect = 'sqlite' | 'mysql';

/** What `read` and `tx` lend out; passed on explicitly, dead once they return. */
export type Handle = {
  repo<T extends ObjectLiteral>(record: EntitySchema<T>): Repository<T>;
  /** Rows of a SELECT with `?` placeholders; columns are snake_case and raw (see `instantFrom`). */
  query<R>(sql: string, params?: readonly Param[]): Promise<R[]>;
  /** Rows matched by an INSERT, UPDATE or DELETE with `?` placeholders. */
  run(sql: string, params?: readonly Param[]): Promise<number>;
  readonly dialect: Dialect;
};

export type Param = string | number | boolean | null | Date | Buffer;

/** A handle on its own query runner, and the way to end it. */
export type Lent = { readonly handle: Handle; readonly runner: QueryRunner; end(): Promise<void> };

const READS = /^\s*(select|with|show|pragma|explain)\b/i;

/** Opens a handle; after `end()` every use of it throws, on SQLite too, where the connection lives on. */
export function lend(source: DataSource, dialect: Dialect, mode: 'read' | 'tx'): Lent {
  const base = source.createQueryRunner();
  const runner: QueryRunner = Object.create(base);
  let open = true;
  runner.query = async (sql: string, params?: unknown[], structured?: boolean) => {
    if (!open) throw new Error('this database handle is finished');
    if (mode === 'read' && !READS.test(sql)) throw new Error('a read handle does not write');
    return Reflect.apply(base.query, runner, [sql, params, structured]);
  };
  const manager = source.createEntityManager(runner);
  Object.assign(runner, { manager });
  const handle: Handle = {
    dialect,
    repo: (record) => manager.getRepository(record),
    query: async (sql, params = []) => runner.query(sql, bind(dialect, params)),
    run: async (sql, params = []) => (await runner.query(sql, bind(dialect, params), true)).affected ?? 0,
  };
  return {
    handle,
    runner,
    end: async () => {
      open = false;
      if (dialect === 'mysql') await runner.release();
    },
  };
}

/** SQLite binds no dates: they go in the form the records use. */
const bind = (dialect: Dialect, params: readonly Param[]): Param[] =>
  params.map((param) =>
    dialect === 'sqlite' && param instanceof Date ? param.toISOString().replace('T', ' ').replace('Z', '') : param,
  );
