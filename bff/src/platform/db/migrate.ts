import type { DataSource, QueryRunner } from 'typeorm';
import type { Dialect } from './handle';
import type { Migration, MigrationPorts } from './migration';
import { startRefused } from '../config';
import { isDiskFull } from './errors';
import { schemaOn } from './schema-on';
import { copyBeforeUpgrade } from './upgrade-copy';

export type MigrateOptions = MigrationPorts & {
  /** Is told, in one sentence, where the embedded file was copied to before an upgrade. */
  say?(sentence: string): void;
};

type Target = {
  readonly source: DataSource;
  readonly dialect: Dialect;
  /** The embedded file; null in memory and on a server. */
  readonly file: string | null;
};

/**
 * Runs the steps that have not run, in the order given. On the embedded file they are one transaction: an upgrade
 * happens as a whole or not at all. A server commits every change of the schema by itself, so there a step that was
 * cut off runs again from its beginning.
 */
export async function migrate(
  { source, dialect, file }: Target,
  migrations: readonly Migration[],
  { say = () => undefined, ...ports }: MigrateOptions,
): Promise<void> {
  const runner = source.createQueryRunner();
  try {
    await runner.query('CREATE TABLE IF NOT EXISTS `migration` (`name` varchar(120) NOT NULL PRIMARY KEY)');
    const rows: { name: string }[] = await runner.query('SELECT `name` FROM `migration`');
    const done = new Set(rows.map((row) => row.name));
    refuseNewer(done, migrations);
    const pending = migrations.filter(({ name }) => !done.has(name));
    const steps = async () => {
      for (const { name, up } of pending) {
        try {
          await up(schemaOn(runner, dialect, ports), ports);
          await runner.query('INSERT INTO `migration` (`name`) VALUES (?)', [name]);
        } catch (error) {
          throw new Error(`migration ${name} failed`, { cause: error });
        }
      }
    };
    if (pending.length === 0) return;
    if (dialect === 'mysql') return await steps();
    const last = migrations.findLast(({ name }) => done.has(name));
    if (file !== null && last) await copyBeforeUpgrade(runner, { file, version: last.name, say });
    await asOne(runner, steps);
  } finally {
    if (dialect === 'mysql') await runner.release();
  }
}

/** A program does not know what a newer one has made of the tables. */
function refuseNewer(done: ReadonlySet<string>, migrations: readonly Migration[]): void {
  const known = new Set(migrations.map(({ name }) => name));
  const unknown = [...done].find((name) => !known.has(name));
  if (unknown !== undefined)
    throw startRefused(
      `The database was upgraded by a newer version of this program (${unknown}): start that version, or put back the copy from before the upgrade.`,
    );
}

/** One transaction with foreign keys off, for tables are built anew in it; what points at nothing undoes it. */
async function asOne(runner: QueryRunner, steps: () => Promise<void>): Promise<void> {
  // SQLite ignores this once a transaction has begun
  await runner.beforeMigration();
  try {
    await runner.startTransaction();
    try {
      await steps();
      const orphans: { table: string; parent: string }[] = await runner.query('PRAGMA foreign_key_check');
      const [orphan] = orphans;
      if (orphan) throw new Error(`the upgrade leaves rows of ${orphan.table} that point at no ${orphan.parent}`);
      await runner.commitTransaction();
    } catch (error) {
      // the first error is the cause; SQLite may have rolled back by itself, as on a full disk
      await runner.rollbackTransaction().catch(() => undefined);
      if (isDiskFull(error))
        throw startRefused(
          'The disk is too full to upgrade the database: free some space on it and start again; nothing was changed.',
        );
      throw error;
    }
  } finally {
    await runner.afterMigration();
  }
}
