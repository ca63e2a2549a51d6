import type { EntitySchema, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import type { Handle, Param } from './handle';
import { placeholders } from './placeholders';

type Rows<T> = {
  update(where: FindOptionsWhere<T>, set: Partial<T>): Promise<number>;
};

/** Inserts one row or many; a duplicate key throws (see `isDuplicate`). */
export async function insert<T extends ObjectLiteral>(
  h: Handle,
  record: EntitySchema<T>,
  rows: NoInfer<T> | readonly NoInfer<T>[],
): Promise<void> {
  const list: readonly T[] = isList(rows) ? rows : [rows];
  for (let from = 0; from < list.length; from += 50) {
    await insertTogether(h, record, list.slice(from, from + 50));
    // libsql is synchronous: let other requests in between chunks of a long list
    if (list.length > 50) await new Promise(setImmediate);
  }
}

/** One statement. TypeORM's own names every value of every row and looks each name up again, which costs more than the write. */
async function insertTogether<T extends ObjectLiteral>(
  h: Handle,
  record: EntitySchema<T>,
  rows: readonly T[],
): Promise<void> {
  const { columns, tableName, dataSource } = h.metadataOf(record);
  const names = columns.map(({ databaseName }) => `\`${databaseName}\``).join(', ');
  const values = rows.flatMap((row) =>
    columns.map((column): Param => {
      const value: unknown = row[column.propertyName];
      if (value === undefined) throw new Error(`no ${column.propertyName} for ${tableName}`);
      return dataSource.driver.preparePersistentValue(value, column);
    }),
  );
  const tuple = `(${placeholders(columns)})`;
  await h.run(`INSERT INTO \`${tableName}\` (${names}) VALUES ${rows.map(() => tuple).join(', ')}`, values);
}

/** An INSERT that leaves rows as they stand: a failed one would hold locks that two wait for. */
export const unlessThere = ({ dialect }: Pick<Handle, 'dialect'>, sql: string): string =>
  `${sql} ${dialect === 'mysql' ? 'ON DUPLICATE KEY UPDATE id = id' : 'ON CONFLICT DO NOTHING'}`;

/** The conditional update: sets columns of the rows that match and says how many did; 0 means the guard failed. */
export const updateWhere = <T extends ObjectLiteral>(
  h: Handle,
  record: EntitySchema<T>,
  where: FindOptionsWhere<NoInfer<T>>,
  set: Partial<NoInfer<T>>,
): Promise<number> => table(h, record).update(where, set);

/** One row locked until the transaction ends (SQLite has one writer and needs no lock); null when absent. */
export const findLocked = <T extends ObjectLiteral>(
  h: Handle,
  record: EntitySchema<T>,
  where: FindOptionsWhere<NoInfer<T>>,
): Promise<T | null> =>
  h.repo(record).findOne({ where, ...(h.dialect === 'mysql' ? { lock: { mode: 'pessimistic_write' } } : {}) });

/** TypeORM's deep partial types refuse generic rows; here a row is the record's own type. */
function table<T extends ObjectLiteral>(h: Handle, record: EntitySchema<T>): Rows<T>;
function table(h: Handle, record: EntitySchema<ObjectLiteral>): Rows<ObjectLiteral> {
  const repo = h.repo(record);
  return {
    update: async (where, set) => {
      const result = await repo.update(where, set);
      if (result.affected === undefined) throw new Error('the driver did not count the rows');
      return result.affected;
    },
  };
}

const isList = <T>(rows: T | readonly T[]): rows is readonly T[] => Array.isArray(rows);
