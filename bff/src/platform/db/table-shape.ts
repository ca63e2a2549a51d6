import { Table, TableColumn, TableForeignKey, TableIndex, TableUnique } from 'typeorm';
import type { Column, Columns } from './columns';
import { type TableKeys, snakeCase } from './record';

/** A table as TypeORM spells it, out of portable columns and keys. */
export const tableOf = (name: string, columns: Columns, keys: TableKeys<string> = {}): Table =>
  new Table({
    name,
    columns: Object.entries(columns).map(([property, column]) => columnOf(property, column)),
    ...keysOf(keys),
  });

export const columnOf = (property: string, column: Column<unknown>): TableColumn =>
  new TableColumn({
    name: snakeCase(property),
    type: column.type,
    ...(column.length === undefined ? {} : { length: String(column.length) }),
    ...(column.precision === undefined ? {} : { precision: column.precision }),
    ...(column.primary ? { isPrimary: true } : {}),
    ...(column.nullable ? { isNullable: true } : {}),
    ...(column.type === 'boolean' && !column.nullable ? { default: '0' } : {}),
  });

export type KeyShapes = Pick<Table, 'uniques' | 'indices' | 'foreignKeys'>;

export const keysOf = (keys: TableKeys<string>): KeyShapes => ({
  uniques: longestFirst(
    Object.entries(keys.unique ?? {}).map(
      ([name, properties]) => new TableUnique({ name, columnNames: properties.map(snakeCase) }),
    ),
  ),
  indices: Object.entries(keys.index ?? {}).map(
    ([name, properties]) => new TableIndex({ name, columnNames: properties.map(snakeCase) }),
  ),
  foreignKeys: Object.entries(keys.foreign ?? {}).map(
    ([name, { column, references, onDelete }]) =>
      new TableForeignKey({
        name,
        columnNames: [snakeCase(column)],
        referencedTableName: references,
        referencedColumnNames: ['id'],
        onDelete,
        onUpdate: 'NO ACTION',
      }),
  ),
});

/** Reading a table of SQLite, TypeORM names a unique key by the first one whose columns are all among its own. */
export const longestFirst = (uniques: readonly TableUnique[]): TableUnique[] =>
  uniques.toSorted((a, b) => b.columnNames.length - a.columnNames.length);

/** `"a" "b"` of the engine; both take backticks. */
export const quoted = (name: string): string => `\`${name}\``;
export const listed = (names: readonly string[]): string => names.map(quoted).join(', ');
