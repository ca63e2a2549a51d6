import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod/mini';
import type { Dialect, Handle } from './handle';
import type { Migration } from './migration';
import { newId } from './new-id';

/** Statements that make, in an empty database, the tables and rows that migrations have made in another. */
export type SchemaCopy = readonly string[];

/** What these migrations made earlier in this run of the tests, or null. */
export function keptSchema(dialect: Dialect, migrations: readonly Migration[]): SchemaCopy | null {
  const file = fileOf(dialect, migrations);
  return file !== null && existsSync(file) ? z.array(z.string()).parse(JSON.parse(readFileSync(file, 'utf8'))) : null;
}

/** Keeps it for the rest of this run; by a rename, as several processes may do so at once. */
export function keepSchema(dialect: Dialect, migrations: readonly Migration[], copy: SchemaCopy): void {
  const file = fileOf(dialect, migrations);
  if (file === null) return;
  const unfinished = `${file}.${newId()}`;
  writeFileSync(unfinished, JSON.stringify(copy));
  renameSync(unfinished, file);
}

/** A folder that lives as long as one run of the tests: outside one, and in the next, everything migrates anew. */
function fileOf(dialect: Dialect, migrations: readonly Migration[]): string | null {
  const folder = process.env.JIKAOTONG_TEST_SCHEMAS;
  if (folder === undefined) return null;
  const steps = migrations.map(({ name, up }) => `${name} ${up.toString()}`);
  return path.join(
    folder,
    createHash('sha256')
      .update(JSON.stringify([dialect, steps]))
      .digest('hex'),
  );
}

export async function readSchema(h: Handle): Promise<SchemaCopy> {
  const made = h.dialect === 'sqlite' ? await sqliteSchema(h) : await serverSchema(h);
  const filled: string[] = [];
  for (const table of made.tables) {
    const rows = await h.query<Record<string, unknown>>(`SELECT * FROM \`${table}\``);
    filled.push(...rows.map((row) => insertOf(table, row)));
  }
  return [...made.statements, ...filled];
}

type Made = { tables: string[]; statements: string[] };

async function sqliteSchema(h: Handle): Promise<Made> {
  // in the order in which they were made: a table before its indexes
  const parts = await h.query<{ type: string; name: string; sql: string }>(
    "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'",
  );
  return {
    tables: parts.filter(({ type }) => type === 'table').map(({ name }) => name),
    statements: parts.map(({ sql }) => sql),
  };
}

async function serverSchema(h: Handle): Promise<Made> {
  const rows = await h.query<{ name: string }>(
    'SELECT TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() ORDER BY 1',
  );
  const tables = rows.map(({ name }) => name);
  const statements: string[] = [];
  for (const table of tables) {
    const [shown] = await h.query<{ 'Create Table': string }>(`SHOW CREATE TABLE \`${table}\``);
    if (shown) statements.push(shown['Create Table']);
  }
  return { tables, statements };
}

function insertOf(table: string, row: Record<string, unknown>): string {
  const columns = Object.keys(row).map((name) => `\`${name}\``);
  const values = Object.values(row).map((value) => {
    if (value === null || typeof value === 'number') return String(value);
    // the two engines agree on the rest only; a migration that fills in more has to say how here
    if (typeof value === 'string' && !value.includes('\\')) return `'${value.replaceAll("'", "''")}'`;
    throw new Error(`a migration put into ${table} what a copy cannot write: ${typeof value}`);
  });
  return `INSERT INTO \`${table}\` (${columns.join(', ')}) VALUES (${values.join(', ')})`;
}
