import type { QueryRunner } from 'typeorm';
import { BetterSqlite3QueryRunner } from 'typeorm/driver/better-sqlite3/BetterSqlite3QueryRunner.js';
import { MysqlQueryRunner } from 'typeorm/driver/mysql/MysqlQueryRunner.js';
import { isWrite } from './is-write.testing';

let left = Infinity;
for (const prototype of [MysqlQueryRunner.prototype, BetterSqlite3QueryRunner.prototype]) {
  const { query } = prototype;
  Reflect.set(prototype, 'query', async function (this: QueryRunner, sql: string, ...rest: readonly unknown[]) {
    const answer: unknown = await Reflect.apply(query, this, [sql, ...rest]);
    if (isWrite(sql) && (left -= 1) <= 0) process.kill(process.pid, 'SIGKILL');
    return answer;
  });
}

/** From now on this process kills itself, as `kill -9` does, right after so many statements that write. */
export function killAfter(statements: number): void {
  left = statements;
}
