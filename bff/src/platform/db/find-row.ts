import type { EntityMetadata, EntitySchema, ObjectLiteral } from 'typeorm';
import type { Handle, Param } from './handle';

/**
 * One row by equal columns, or null; the values are those of `h.repo(record)`. For the reads that run at every request:
 * building and hydrating by TypeORM costs several times the query itself (`npm run bench`).
 */
export async function findRow<T extends ObjectLiteral>(
  h: Handle,
  record: EntitySchema<T>,
  where: Readonly<Partial<Record<keyof NoInfer<T> & string, Param>>>,
): Promise<T | null> {
  const metadata = h.metadataOf(record);
  const [raw] = await h.query<Record<string, unknown>>(
    `SELECT * FROM \`${metadata.tableName}\` WHERE ${conditions(metadata, Object.keys(where))} LIMIT 1`,
    Object.values(where),
  );
  if (!raw) return null;
  const { driver } = metadata.dataSource;
  const row: T = metadata.create();
  for (const column of metadata.columns)
    Reflect.set(row, column.propertyName, driver.prepareHydratedValue(raw[column.databaseName], column));
  return row;
}

const conditions = (metadata: EntityMetadata, properties: readonly string[]): string =>
  properties
    .map((property) => {
      const column = metadata.findColumnWithPropertyName(property);
      if (!column) throw new Error(`no column ${property} in ${metadata.tableName}`);
      return `\`${column.databaseName}\` = ?`;
    })
    .join(' AND ');
