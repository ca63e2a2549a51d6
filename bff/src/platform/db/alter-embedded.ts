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

  const rebuild = async (table: Table, change: (next: Table) => void) => {
    const next = table.clone();
    change(next);
    next.uniques = longestFirst(next.uniques);
    next.name = `${table.name}_rebuilt`;
    await runner.createTable(next, false, true, false);
    const kept = listed(
      next.columns.map(({ name }) => name).filter((name) => table.findColumnByName(name) !== undefined),
    );
    await query(`INSERT INTO ${quoted(next.name)} (${kept}) SELECT ${kept} FROM ${quoted(table.name)}`);
    await query(`DROP TABLE ${quoted(table.name)}`);
    await query(`ALTER TABLE ${quoted(next.name)} RENAME TO ${quoted(table.name)}`);
    for (const index of next.indices) await createIndex(table.name, index);
  };

  return {
    load: async (name) => {
      const table = await runner.getTable(name);
      if (!table) return null;
      // else TypeORM adds a key of its own for a column that stood alone in one
      for (const column of table.columns) column.isUnique = false;
      return table;
    },
    addColumns: async (table, columns) => {
      for (const column of columns) {
        const type = runner.dataSource.driver.createFullType(column);
        const rest = column.isNullable ? '' : ` NOT NULL DEFAULT (${column.default})`;
        await query(`ALTER TABLE "${table.name}" ADD COLUMN "${column.name}" ${type}${rest}`);
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
        for (const index of indices) await createIndex(table.name, index);
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
      const { uniques, foreignKeys, indices } = table;
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
