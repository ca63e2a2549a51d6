import type { QueryRunner, Table, TableIndex } from 'typeorm';
import type { Alter } from './alter';
import { listed, longestFirst, quoted } from './table-shape';

/**
 * SQLite alters little, so most changes build the table anew. Only within `migrate`, which turned foreign keys off
 * before its transaction began: with them on, dropping the old table would empty or forbid its children.
 */
export function alterEmbedded(runner: QueryRunner): Alter {
  const query = (sql: string) => runner.query(sql);
  const createIndex = (table: string, { name = '', columnNames }: TableIndex) =>
    query(`CREATE INDEX ${quoted(name)} ON ${quoted(table)} (${listed(columnNames)})`);

  const load = async (name: string) => {
    const table = await runner.getTable(name);
    // else TypeORM adds a key of its own for a column that stood alone in one
    for (const column of table?.columns ?? []) column.isUnique = false;
    return table;
  };
  const existing = async (name: string) => {
    const table = await load(name);
    if (!table) throw new Error(`there is no table ${name}`);
    return table;
  };
  const rebuild = async (name: string, change: (next: Table) => void) => {
    const table = await existing(name);
    const next = table.clone();
    change(next);
    next.uniques = longestFirst(next.uniques);
    next.name = `${name}_rebuilt`;
    await runner.createTable(next, false, true, false);
    const kept = listed(next.columns.map((column) => column.name));
    await query(`INSERT INTO ${quoted(next.name)} (${kept}) SELECT ${kept} FROM ${quoted(name)}`);
    await query(`DROP TABLE ${quoted(name)}`);
    await query(`ALTER TABLE ${quoted(next.name)} RENAME TO ${quoted(name)}`);
    for (const index of next.indices) await createIndex(name, index);
  };

  return {
    look: async (name) => {
      const table = await load(name);
      if (!table) return null;
      const keys = [...table.uniques, ...table.indices, ...table.foreignKeys];
      return {
        columns: new Map(table.columns.map((column) => [column.name, { type: column.type }])),
        keys: keys.map((key) => ({ name: key.name ?? '', columns: key.columnNames })),
      };
    },
    addColumns: async (table, columns) => {
      for (const column of columns) {
        const type = runner.dataSource.driver.createFullType(column);
        const rest = column.isNullable ? '' : ` NOT NULL DEFAULT (${column.default})`;
        await query(`ALTER TABLE "${table}" ADD COLUMN "${column.name}" ${type}${rest}`);
      }
    },
    changeColumns: (table, columns) =>
      rebuild(table, (next) => {
        next.columns = next.columns.map((old) => columns.find(({ name }) => name === old.name) ?? old);
      }),
    // one copy for all: by ALTER, SQLite would write every row anew for each column
    dropColumns: (table, names) =>
      rebuild(table, (next) => {
        next.columns = next.columns.filter(({ name }) => !names.includes(name));
      }),
    addKeys: async (table, { uniques, indices, foreignKeys }) => {
      if (uniques.length + foreignKeys.length === 0) {
        for (const index of indices) await createIndex(table, index);
        return;
      }
      await rebuild(table, (next) => {
        next.uniques.push(...uniques);
        next.indices.push(...indices);
        next.foreignKeys.push(...foreignKeys);
      });
    },
    dropKeys: async (table, names) => {
      const stays = ({ name }: { name?: string }) => name === undefined || !names.includes(name);
      const { uniques, foreignKeys, indices } = await existing(table);
      if (uniques.every(stays) && foreignKeys.every(stays)) {
        for (const { name = '' } of indices.filter((key) => !stays(key))) await query(`DROP INDEX ${quoted(name)}`);
        return;
      }
      await rebuild(table, (next) => {
        next.uniques = next.uniques.filter(stays);
        next.indices = next.indices.filter(stays);
        next.foreignKeys = next.foreignKeys.filter(stays);
      });
    },
  };
}
