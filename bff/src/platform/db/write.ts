import type { EntitySchema, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import type { Handle, Param } from './handle';
import { placeholders } from './placeholders';

type Rows<T> = {
  update(where: FindOptionsWhere<T>, set: Partial<T>): Promise<number>;
};

/** Rows in one statement: libsql is synchronous, and everybody waits for it; to a server each statement is a way there and back. */
const TOGETHER = { sqlite: 50, mysql: 200 } as const;
/** A server takes no statement of any length: beyond so many characters another begins. */
const MOST_CHARACTERS = 1_000_000;

/**
 * Inserts one row or many; a duplicate key throws (see `isDuplicate`). TypeORM's own names every value of every row and
 * looks each name up again, which costs more than the write.
 */
export async function insert<T extends ObjectLiteral>(
  h: Handle,
  record: EntitySchema<T>,
  rows: NoInfer<T> | readonly NoInfer<T>[],
): Promise<void> {
  const list: readonly T[] = isList(rows) ? rows : [rows];
  const { columns, tableName, dataSource } = h.metadataOf(record);
  const names = columns.map(({ databaseName }) => `\`${databaseName}\``).join(', ');
  const tuple = `(${placeholders(columns)})`;
  const together = TOGETHER[h.dialect];
  let values: Param[] = [];
  let tuples = 0;
  let characters = 0;
  for (const [at, row] of list.entries()) {
    for (const column of columns) {
      const value: unknown = row[column.propertyName];
      if (value === undefined) throw new Error(`no ${column.propertyName} for ${tableName}`);
      const param: Param = dataSource.driver.preparePersistentValue(value, column);
      values.push(param);
      characters += typeof param === 'string' ? param.length : Buffer.isBuffer(param) ? 2 * param.length : 4;
    }
    tuples += 1;
    const isLast = at === list.length - 1;
    if (!isLast && tuples < together && characters < MOST_CHARACTERS) continue;
    await h.run(`INSERT INTO \`${tableName}\` (${names}) VALUES ${`${tuple}, `.repeat(tuples - 1)}${tuple}`, values);
    [values, tuples, characters] = [[], 0, 0];
    // other requests come in between statements of a long list
    if (list.length > together) await new Promise(setImmediate);
  }
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
