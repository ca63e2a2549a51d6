import { type QueryRunner, Table, TableColumn, type TableColumnOptions, TableIndex } from 'typeorm';
import type { Column, Columns } from './columns';
import { type TableKeys, snakeCase } from './record';

/** One step of the schema; never edited once released. `name` is its file name and decides the order. */
export type Migration = { readonly name: string; up(schema: Schema): Promise<void> };

/** What a migration may do, on both dialects alike. Spell columns out: the record moves on, the migration stays. */
export type Schema = {
  table<const C extends Columns>(name: string, columns: C, keys?: TableKeys<keyof C & string>): Promise<void>;
  addColumns(table: string, columns: Columns): Promise<void>;
  /** Lets columns that exist be null from now on. */
  allowNull(table: string, columns: readonly string[]): Promise<void>;
  addIndex(table: string, name: string, columns: readonly string[], unique?: 'unique'): Promise<void>;
  readonly runner: QueryRunner;
};

export const schemaOn = (runner: QueryRunner): Schema => ({
  runner,
  table: (name, columns, keys) => runner.createTable(tableOf(name, columns, keys)),
  addColumns: (table, columns) =>
    runner.addColumns(
      table,
      Object.entries(columns).map(([name, column]) => new TableColumn(columnOf(name, column))),
    ),
  allowNull: async (table, columns) => {
    for (const column of columns) {
      // as it stands in the database, or MariaDB would drop the column and add it anew
      const found = (await runner.getTable(table))?.findColumnByName(snakeCase(column));
      if (!found) throw new Error(`${table} has no ${column}`);
      const relaxed = found.clone();
      relaxed.isNullable = true;
      await runner.changeColumn(table, found, relaxed);
    }
  },
  addIndex: (table, name, columns, unique) =>
    runner.createIndex(
      table,
      new TableIndex({ name, columnNames: columns.map(snakeCase), isUnique: unique === 'unique' }),
    ),
});

function tableOf(name: string, columns: Columns, keys: TableKeys<string> = {}): Table {
  return new Table({
    name,
    columns: Object.entries(columns).map(([property, column]) => columnOf(property, column)),
    uniques: Object.entries(keys.unique ?? {}).map(([key, properties]) => ({
      name: key,
      columnNames: properties.map(snakeCase),
    })),
    indices: Object.entries(keys.index ?? {}).map(([key, properties]) => ({
      name: key,
      columnNames: properties.map(snakeCase),
    })),
    foreignKeys: Object.entries(keys.foreign ?? {}).map(([key, { column, references, onDelete }]) => ({
      name: key,
      columnNames: [snakeCase(column)],
      referencedTableName: references,
      referencedColumnNames: ['id'],
      onDelete,
      onUpdate: 'NO ACTION',
    })),
  });
}

const columnOf = (property: string, column: Column<unknown>): TableColumnOptions => ({
  name: snakeCase(property),
  type: column.type,
  ...(column.length === undefined ? {} : { length: String(column.length) }),
  ...(column.precision === undefined ? {} : { precision: column.precision }),
  ...(column.primary ? { isPrimary: true } : {}),
  ...(column.nullable ? { isNullable: true } : {}),
  ...(column.type === 'boolean' && !column.nullable ? { default: '0' } : {}),
});
