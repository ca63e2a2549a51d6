import { expect, it } from 'vitest';
import type { Db } from '@jikaotong/bff/platform/db';
import { SEALED_BEGINS, sealedBytesFrom } from '../../bff/src/platform/db/columns';
import { killAndKillAgain } from '../../bff/src/platform/db/killed-upgrade.testing';
import { migrations } from '../../bff/src/migrations';
import { goldenCrypto, openGoldenDatabase } from '../golden/open';

const serverUrl = process.env['JIKAOTONG_TEST_DB'] === 'mariadb' ? process.env['TEST_DATABASE_URL'] : undefined;

it('an upgrade killed after one statement after another ends where an undisturbed one does', async () => {
  const undisturbed = await openGoldenDatabase(serverUrl);
  await undisturbed.db.migrate(migrations, { crypto: goldenCrypto });
  const upgraded = await everyRow(undisturbed.db);
  expect(upgraded['candidate']?.length).toBeGreaterThan(10);
  await undisturbed.drop();

  const killed = await openGoldenDatabase(serverUrl);
  const deaths = await killAndKillAgain(killed.db, migrations, goldenCrypto);
  expect(deaths.length).toBeGreaterThan(8);
  expect(await everyRow(killed.db)).toEqual(upgraded);
  expect(await killed.db.schemaDiff()).toEqual([]);
  await killed.drop();
});

/**
 * All tables with all rows, opened where they are sealed at their place, for sealing never gives the same twice; a
 * stage, which has an id since the upgrade only, by its notice and name.
 */
const everyRow = async (db: Db): Promise<Record<string, string[]>> =>
  db.read(async (h) => {
    const names = await h.query<{ name: string }>(
      h.dialect === 'sqlite'
        ? "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1"
        : 'SELECT TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() ORDER BY 1',
    );
    const stages = await h.query<{ id: string; name: string }>(
      'SELECT s.id AS id, s.stage AS name, e.notice_id AS notice FROM contest_stage s JOIN event e ON e.id = s.id',
    );
    const byId = new Map(stages.map((stage) => [stage.id, JSON.stringify({ ...stage, id: 'stage' })]));
    const tables: Record<string, string[]> = {};
    for (const { name } of names) {
      const rows = await h.query<Record<string, unknown>>(`SELECT * FROM \`${name}\``);
      tables[name] = rows
        .map((row) => JSON.stringify(openedRow(name, row)))
        .map((row) => row.replaceAll(/[0-9a-f-]{36}/g, (id) => byId.get(id) ?? id))
        .toSorted();
    }
    return tables;
  });

const openedRow = (table: string, row: Record<string, unknown>): object =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [column, opened({ table, column, row: String(row['id']) }, value)]),
  );

const opened = (place: { table: string; column: string; row: string }, value: unknown): unknown => {
  // a server hands JSON out as it is, the embedded file as text
  const text = typeof value === 'object' && value !== null && 'sealed' in value ? JSON.stringify(value) : value;
  const isSealed = typeof text === 'string' && SEALED_BEGINS.some((begin) => text.startsWith(begin));
  const bytes = value instanceof ArrayBuffer ? new Uint8Array(value) : isSealed ? sealedBytesFrom(text) : value;
  if (!(bytes instanceof Uint8Array)) return value;
  const property = place.column.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  for (const column of [property, place.column])
    try {
      return goldenCrypto.decryptField({ ...place, column }, bytes);
    } catch {
      // sealed to no place, such as a file's key: it has not been touched
    }
  return Buffer.from(bytes).toString('hex');
};
