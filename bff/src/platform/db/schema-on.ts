import type { QueryRunner } from 'typeorm';
import type { ExistingTable } from './alter';
import { alterEmbedded } from './alter-embedded';
import { alterServer } from './alter-server';
import { type Dialect, bind } from './handle';
import type { MigrationPorts, Schema } from './migration';
import { type Statements, copyRows, eachChunk, resealRows, sealRows } from './move-rows';
import { snakeCase } from './record';
import { columnOf, keysOf, quoted, tableOf } from './table-shape';

/** The schema as one step may change it. */
export function schemaOn(runner: QueryRunner, dialect: Dialect, { crypto }: MigrationPorts): Schema {
  const alter = dialect === 'mysql' ? alterServer(runner) : alterEmbedded(runner);
  const look = async (name: string): Promise<ExistingTable> => {
    const table = await alter.look(name);
    if (!table) throw new Error(`there is no table ${name}`);
    return table;
  };
  // run again after a crash, a copy from what the step took away would find nothing to copy
  const sources = new Set<string>();
  const refuseSource = (table: string) => {
    if (sources.has(table)) throw new Error(`${table} was copied from in this step: take it away in the next`);
  };

  const statements: Statements = {
    rows: (sql, params = []) => runner.query(sql, bind(dialect, params)),
    run: async (sql, params = []) => (await runner.query(sql, bind(dialect, params), true)).affected ?? 0,
    inChunk: (fn) => (dialect === 'mysql' ? inTransaction(runner, fn) : fn()),
  };

  return {
    dialect,
    table: async (name, columns, keys) => {
      if (!(await alter.look(name))) await runner.createTable(tableOf(name, columns, keys));
    },
    dropTable: async (name) => {
      refuseSource(name);
      if (!(await alter.look(name))) return;
      const child = dialect === 'sqlite' ? await childOf(runner, name) : null;
      if (child !== null) throw new Error(`${child} points at ${name}`);
      await runner.query(`DROP TABLE ${quoted(name)}`);
    },
    addColumns: async (name, columns) => {
      const { columns: standing } = await look(name);
      const wanted = Object.entries(columns).map(([property, column]) => columnOf(property, column));
      for (const column of wanted)
        if (!column.isNullable && column.default === undefined)
          throw new Error(`${name}.${column.name} must be nullable, or boolean, to be added`);
      await alter.addColumns(
        name,
        wanted.filter((column) => !standing.has(column.name)),
      );
    },
    changeColumns: async (name, columns) => {
      const { columns: standing } = await look(name);
      const wanted = Object.entries(columns).map(([property, column]) => columnOf(property, column));
      for (const { name: column } of wanted) if (!standing.has(column)) throw new Error(`${name} has no ${column}`);
      await alter.changeColumns(name, wanted);
    },
    dropColumns: async (name, properties) => {
      refuseSource(name);
      const { columns: standing, keys } = await look(name);
      const present = properties.map(snakeCase).filter((column) => standing.has(column));
      const key = keys.find(({ columns }) => columns.some((column) => present.includes(column)));
      if (key) throw new Error(`${key.name} names a column of ${name} that is to be dropped: drop the key first`);
      if (present.length > 0) await alter.dropColumns(name, present);
    },
    renameColumn: async (name, from, to) => {
      refuseSource(name);
      const { columns: standing } = await look(name);
      const [old, done] = [standing.get(snakeCase(from)), standing.get(snakeCase(to))];
      if (!old && done) return;
      if (!old || done) throw new Error(`${name} cannot have ${from} renamed to ${to}`);
      if (old.type === 'blob') throw new Error(`${name}.${from} may be sealed to its name: reseal it`);
      await runner.query(
        `ALTER TABLE ${quoted(name)} RENAME COLUMN ${quoted(snakeCase(from))} TO ${quoted(snakeCase(to))}`,
      );
    },
    addKeys: async (name, keys) => {
      const standing = await look(name);
      const present = new Set(standing.keys.map((key) => key.name));
      const isAbsent = (key: { name?: string }) => !present.has(key.name ?? '');
      const { uniques, indices, foreignKeys } = keysOf(keys);
      await alter.addKeys(name, {
        uniques: uniques.filter(isAbsent),
        indices: indices.filter(isAbsent),
        foreignKeys: foreignKeys.filter(isAbsent),
      });
    },
    dropKeys: (name, names) => alter.dropKeys(name, names),
    copy: (copy) => {
      sources.add(copy.from);
      return copyRows(statements, copy);
    },
    reseal: (reseal) => {
      sources.add(reseal.from);
      return resealRows(statements, crypto, reseal);
    },
    sealInPlace: (table, properties) => sealRows(statements, crypto, { table, properties }),
    eachChunk: (selection, fn) => eachChunk(statements, selection, fn),
    rows: statements.rows,
    run: statements.run,
  };
}

async function inTransaction<T>(runner: QueryRunner, fn: () => Promise<T>): Promise<T> {
  await runner.startTransaction();
  try {
    const value = await fn();
    await runner.commitTransaction();
    return value;
  } catch (error) {
    // the first error is the cause; a rollback that fails too (connection gone) adds nothing
    await runner.rollbackTransaction().catch(() => undefined);
    throw error;
  }
}

/** With foreign keys off SQLite would drop a parent without a word, as MariaDB never does. */
async function childOf(runner: QueryRunner, parent: string): Promise<string | null> {
  const [child]: { name: string }[] = await runner.query(
    `SELECT m.name AS name FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f
      WHERE m.type = 'table' AND f."table" = ? AND m.name <> ? LIMIT 1`,
    [parent, parent],
  );
  return child?.name ?? null;
}
