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
  return raw ? hydrate<T>(metadata, raw, '') : null;
}

/**
 * One row of each of three tables in one query, as they stand at one moment, or null where one is missing: the first by
 * equal columns, the others by a property that holds the first one's id.
 */
export async function findJoined<A extends ObjectLiteral, B extends ObjectLiteral, C extends ObjectLiteral>(
  h: Handle,
  first: EntitySchema<A>,
  [second, third]: readonly [Joined<B>, Joined<C>],
  where: Where<NoInfer<A>>,
): Promise<[A, B, C] | null> {
  const [a, b, c] = [h.metadataOf(first), h.metadataOf(second.record), h.metadataOf(third.record)];
  const [raw] = await h.query<Record<string, unknown>>(
    `SELECT ${[a, b, c].map(aliased).join(', ')} FROM \`${a.tableName}\` t0
     JOIN \`${b.tableName}\` t1 ON t1.\`${columnOf(b, second.by)}\` = t0.id
     JOIN \`${c.tableName}\` t2 ON t2.\`${columnOf(c, third.by)}\` = t0.id
     WHERE ${conditions(a, Object.keys(where), 't0.')} LIMIT 1`,
    Object.values(where),
  );
  return raw ? [hydrate<A>(a, raw, 't0_'), hydrate<B>(b, raw, 't1_'), hydrate<C>(c, raw, 't2_')] : null;
}

export type Joined<T extends ObjectLiteral> = { readonly record: EntitySchema<T>; readonly by: keyof T & string };

/** The columns of a table under names that tell them from another table's; written once, for they are many. */
function aliased(metadata: EntityMetadata, place: number): string {
  const known = lists.get(metadata)?.[place];
  if (known !== undefined) return known;
  const list = metadata.columns
    .map(({ databaseName }) => `t${place}.\`${databaseName}\` AS t${place}_${databaseName}`)
    .join(', ');
  lists.set(metadata, { ...lists.get(metadata), [place]: list });
  return list;
}
const lists = new WeakMap<EntityMetadata, Readonly<Record<number, string>>>();

function hydrate<T extends ObjectLiteral>(
  metadata: EntityMetadata,
  raw: Readonly<Record<string, unknown>>,
  prefix: string,
): T {
  const { driver } = metadata.dataSource;
  const row: T = metadata.create();
  for (const column of metadata.columns) {
    const value = raw[`${prefix}${column.databaseName}`];
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
