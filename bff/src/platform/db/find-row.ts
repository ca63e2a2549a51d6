import type { EntityMetadata, EntitySchema, ObjectLiteral } from 'typeorm';
import type { Handle, Param } from './handle';

type Where<T> = Readonly<Partial<Record<keyof T & string, Param>>>;

/**
 * One row by equal columns, or null; the values are those of `h.repo(record)`. For the reads that run at every request:
 * building and hydrating by TypeORM costs several times the query itself (`npm run bench`).
 */
export async function findRow<T extends ObjectLiteral>(
  h: Handle,
  record: EntitySchema<T>,
  where: Where<NoInfer<T>>,
): Promise<T | null> {
  const metadata = h.metadataOf(record);
  const [raw] = await h.query<Record<string, unknown>>(
    `SELECT * FROM \`${metadata.tableName}\` WHERE ${conditions(metadata, Object.keys(where))} LIMIT 1`,
    Object.values(where),
  );
  return raw ? hydrate<T>(metadata, raw) : null;
}

/**
 * One row of each of three tables in one query, as they stand at one moment, or null where one is missing: the first by
 * equal columns, the others by a property that holds the first one's id; of several second ones the oldest. `seen` is a
 * column of the row whose id the second one holds.
 */
export async function findJoined<
  A extends ObjectLiteral,
  B extends ObjectLiteral,
  C extends ObjectLiteral,
  D extends ObjectLiteral,
>(
  h: Handle,
  first: EntitySchema<A>,
  [second, third]: readonly [Joined<B>, Joined<C>],
  { idIn, record, property }: Seen<NoInfer<B>, D>,
  where: Where<NoInfer<A>>,
): Promise<{ rows: [A, B, C]; seen: unknown } | null> {
  const tables = [h.metadataOf(first), h.metadataOf(second.record), h.metadataOf(third.record)] as const;
  const [a, b, c] = tables;
  const d = h.metadataOf(record);
  const { list, keys } = sideBySide(tables);
  const [raw] = await h.query<Record<string, unknown>>(
    `SELECT ${list}, t3.\`${columnOf(d, property)}\` t3_seen FROM \`${a.tableName}\` t0
     JOIN \`${b.tableName}\` t1 ON t1.\`${columnOf(b, second.by)}\` = t0.id
     JOIN \`${c.tableName}\` t2 ON t2.\`${columnOf(c, third.by)}\` = t0.id
     JOIN \`${d.tableName}\` t3 ON t3.id = t1.\`${columnOf(b, idIn)}\`
     WHERE ${conditions(a, Object.keys(where), 't0.')} ORDER BY t1.id LIMIT 1`,
    Object.values(where),
  );
  if (!raw) return null;
  const rows: [A, B, C] = [hydrate(a, raw, keys[0]), hydrate(b, raw, keys[1]), hydrate(c, raw, keys[2])];
  return { rows, seen: raw['t3_seen'] };
}

export type Joined<T extends ObjectLiteral> = { readonly record: EntitySchema<T>; readonly by: keyof T & string };
/** A property of the row of this record whose id stands in `idIn`. */
export type Seen<B extends ObjectLiteral, D extends ObjectLiteral> = {
  readonly idIn: keyof B & string;
  readonly record: EntitySchema<D>;
  readonly property: keyof D & string;
};

type Tables = readonly [EntityMetadata, EntityMetadata, EntityMetadata];
/** For each column of a table, in order, under which name a raw row has it. */
type Keys = readonly string[];
type Selected = { readonly list: string; readonly keys: readonly [Keys, Keys, Keys] };

/** Everything of three tables; a column whose name two of them have comes once more under a name of its own. */
function sideBySide(tables: Tables): Selected {
  const [first] = tables;
  const name = tables.map(({ tableName }) => tableName).join();
  const known = selections.get(first)?.get(name);
  if (known) return known;
  const isShared = (column: string) =>
    tables.filter(({ columns }) => columns.some(({ databaseName }) => databaseName === column)).length > 1;
  const keysOf = ({ columns }: EntityMetadata, place: number): Keys =>
    columns.map(({ databaseName }) => (isShared(databaseName) ? `t${place}_${databaseName}` : databaseName));
  const twice = tables.flatMap(({ columns }, place) =>
    columns.filter(({ databaseName }) => isShared(databaseName)).map(({ databaseName }) => [place, databaseName]),
  );
  const made: Selected = {
    list: [
      't0.*',
      't1.*',
      't2.*',
      ...twice.map(([place, column]) => `t${place}.\`${column}\` t${place}_${column}`),
    ].join(', '),
    keys: [keysOf(tables[0], 0), keysOf(tables[1], 1), keysOf(tables[2], 2)],
  };
  selections.set(first, new Map([...(selections.get(first) ?? []), [name, made]]));
  return made;
}
const selections = new WeakMap<EntityMetadata, ReadonlyMap<string, Selected>>();

/** The raw row as the record has it; `keys` where its columns stand under other names than their own. */
function hydrate<T extends ObjectLiteral>(
  metadata: EntityMetadata,
  raw: Readonly<Record<string, unknown>>,
  keys?: Keys,
): T {
  const { driver } = metadata.dataSource;
  const row: T = metadata.create();
  for (const [place, column] of metadata.columns.entries()) {
    const value = raw[keys?.[place] ?? column.databaseName];
    // no transformer of ours makes anything of null (see columns.ts), and half the columns of a row are
    Reflect.set(row, column.propertyName, value === null ? null : driver.prepareHydratedValue(value, column));
  }
  return row;
}

const conditions = (metadata: EntityMetadata, properties: readonly string[], table = ''): string =>
  properties.map((property) => `${table}\`${columnOf(metadata, property)}\` = ?`).join(' AND ');

function columnOf(metadata: EntityMetadata, property: string): string {
  const column = metadata.findColumnWithPropertyName(property);
  if (!column) throw new Error(`no column ${property} in ${metadata.tableName}`);
  return column.databaseName;
}
