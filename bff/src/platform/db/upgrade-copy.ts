import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { QueryRunner } from 'typeorm';
import { startRefused } from '../config';
import { isDiskFull } from './errors';

/**
 * Keeps the embedded file as it is before an upgrade, beside it and named by its version: the way back to the old
 * program. One copy is kept, that of the last upgrade, for names stand in it in the clear.
 */
export async function copyBeforeUpgrade(
  runner: QueryRunner,
  { file, version, say }: { file: string; version: string; say(sentence: string): void },
): Promise<void> {
  const copy = `${file}${MARK}${version}`;
  const partial = `${copy}.partial`;
  try {
    rmSync(partial, { force: true, recursive: true });
    // nobody else's from its first byte on; SQLite fills a file that is there and empty
    closeSync(openSync(partial, 'wx', 0o600));
    await runner.query('VACUUM INTO ?', [partial]);
    synchronize(partial);
    renameSync(partial, copy);
  } catch (error) {
    rmSync(partial, { force: true, recursive: true });
    throw startRefused(
      `${file} wants an upgrade and could not be copied to ${copy} first (${reasonOf(error)}): make room or let this process write there, and start again; nothing was changed.`,
    );
  }
  const folder = path.dirname(file);
  for (const name of readdirSync(folder))
    if (name.startsWith(`${path.basename(file)}${MARK}`) && name !== path.basename(copy))
      rmSync(path.join(folder, name));
  say(`The database is upgraded; as it was at ${version} it is kept in ${copy}.`);
}

const MARK = '.at-';

function synchronize(file: string): void {
  const descriptor = openSync(file, 'r+');
  fsyncSync(descriptor);
  closeSync(descriptor);
}

function reasonOf(error: unknown): string {
  if (isDiskFull(error)) return 'the disk is full';
  return error instanceof Error ? error.message : 'unknown';
}
