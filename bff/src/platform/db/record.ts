import { EntitySchema, type EntitySchemaColumnOptions } from 'typeorm';
import type { Column, Columns, RowOf } from './columns';
import { countChangesOf } from './published';

/** Names of unique keys and indices are global and short (≤ 60), such as `uq_order_number`. */
export type Keys<Name> = Readonly<Record<string, readonly Name[]>>;
export type ForeignKeys<Name> = Readonly<
  Record<string, { column: Name; references: string; onDelete: 'RESTRICT' | 'CASCADE' }>
>;
export type TableKeys<Name> = { unique?: Keys<Name>; index?: Keys<Name>; foreign?: ForeignKeys<Name> };
/** `published`: strangers read it, so that its changes are counted (see published.ts). */
type RecordKeys<Name> = TableKeys<Name> & { published?: true };

/** Any record, whatever its row. */
export type EntityRecord = EntitySchema;

/** The row of a record: `type Order = Row<typeof orderRecord>`. */
export type Row<S> = S extends EntitySchema<infer T> ? T : never;

/** A table as TypeORM knows it; camelCase properties, snake_case columns, the table named as given. */
export function record<const C extends Columns>(
  table: string,
  columns: C,
  keys?: RecordKeys<keyof C & string>,
): EntitySchema<RowOf<C>>;
export function record(table: string, columns: Columns, keys: RecordKeys<string> = {}): EntitySchema {
  if (keys.published) countChangesOf(table);
  for (const [name, properties] of Object.entries(keys.unique ?? {})) rememberUnique(table, name, properties);
  return new EntitySchema({
    name: table,
    tableName: table,
    columns: Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, columnOptions(name, column)])),
    uniques: Object.entries(keys.unique ?? {}).map(([name, properties]) => ({ name, columns: [...properties] })),
    indices: Object.entries(keys.index ?? {}).map(([name, properties]) => ({ name, columns: [...properties] })),
    foreignKeys: Object.entries(keys.foreign ?? {}).map(([name, { column, references, onDelete }]) => ({
      name,
      target: references,
      columnNames: [column],
      referencedColumnNames: ['id'],
      onDelete,
      onUpdate: 'NO ACTION',
    })),
  });
}

export const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** `table.column, table.column` of a unique key, as SQLite names it in its message. */
export const uniqueColumnsOf = (name: string): string | undefined => uniques.get(name);

const uniques = new Map<string, string>();

function rememberUnique(table: string, name: string, properties: readonly string[]): void {
  const columns = properties.map((property) => `${table}.${snakeCase(property)}`).join(', ');
  const known = uniques.get(name);
  if (known !== undefined && known !== columns) throw new Error(`two unique keys are named ${name}`);
  uniques.set(name, columns);
}

const columnOptions = (property: string, column: Column<unknown>): EntitySchemaColumnOptions => ({
  name: snakeCase(property),
  type: column.type,
  ...(column.length === undefined ? {} : { length: column.length }),
  ...(column.precision === undefined ? {} : { precision: column.precision }),
  ...(column.primary ? { primary: true } : {}),
  ...(column.nullable ? { nullable: true } : {}),
  ...(column.type === 'boolean' && !column.nullable ? { default: false } : {}),
  ...(column.transformer ? { transformer: column.transformer } : {}),
});
