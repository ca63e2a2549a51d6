import type { QueryRunner } from 'typeorm';
import { BetterSqlite3QueryRunner } from 'typeorm/driver/better-sqlite3/BetterSqlite3QueryRunner.js';
import { MysqlQueryRunner } from 'typeorm/driver/mysql/MysqlQueryRunner.js';
import { vi } from 'vitest';
import { isWrite } from './is-write.testing';

/** A process that dies of kill −9 right after one of its statements, as far as its database can see. */
export type Dying = {
  /** The statements that wrote, in their order; those that begin and end a transaction among them. */
  readonly writes: readonly string[];
  readonly runners: readonly QueryRunner[];
  isDead(): boolean;
  /** Lets statements reach the database again: another process starts. */
  end(): void;
};

const TRANSACTIONS = /^\s*(start transaction|begin|commit|rollback|set transaction)\b/i;

/**
 * From the nth statement that writes on, nothing reaches the database any more. `transactional: false` is a copy of the
 * program that opens no transaction: what it wrote before it died stands.
 */
export function dieAfter(nth: number, { transactional = true } = {}): Dying {
  const writes: string[] = [];
  const runners = new Set<QueryRunner>();
  let spied = true;
  const isDead = () => writes.length >= nth;
  const refuseDead = () => {
    if (spied && isDead()) throw new Error('this process is dead');
  };
  const spies = [MysqlQueryRunner.prototype, BetterSqlite3QueryRunner.prototype].map((prototype) => {
    const { query } = prototype;
    return vi.spyOn(prototype, 'query').mockImplementation(async function (this: QueryRunner, sql, ...rest) {
      refuseDead();
      runners.add(this);
      const skipped = spied && !transactional && TRANSACTIONS.test(sql);
      const answer: unknown = skipped ? [] : await Reflect.apply(query, this, [sql, ...rest]);
      if (isWrite(sql)) writes.push(sql);
      if (spied && isDead()) throw new Error('this process died');
      return answer;
    });
  });
  const { connect } = MysqlQueryRunner.prototype;
  const connecting = vi.spyOn(MysqlQueryRunner.prototype, 'connect').mockImplementation(function (this: QueryRunner) {
    refuseDead();
    return Reflect.apply(connect, this, []);
  });
  return {
    writes,
    get runners() {
      return [...runners];
    },
    isDead,
    end: () => {
      spied = false;
      for (const spy of [...spies, connecting]) spy.mockRestore();
    },
  };
}

/** The server rolls back what they left open, and gives up their locks. */
export async function loseConnections(runners: readonly QueryRunner[]): Promise<void> {
  for (const runner of runners) {
    const connection: unknown = Reflect.get(runner, 'databaseConnection');
    if (isConnection(connection)) connection.destroy();
  }
}

const isConnection = (value: unknown): value is { destroy(): void } =>
  typeof value === 'object' && value !== null && 'destroy' in value && typeof value.destroy === 'function';

/** The one connection of an embedded database lives on; a new process would find neither it nor its transaction. */
export async function forgetTransaction(runner: QueryRunner): Promise<void> {
  await Reflect.apply(BetterSqlite3QueryRunner.prototype.query, runner, ['ROLLBACK']).catch(() => undefined);
  Reflect.set(runner, 'transactionDepth', 0);
  Reflect.set(runner, 'isTransactionActive', false);
}
