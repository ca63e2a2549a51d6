import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { type Db, placeholders } from '../db';
import { type FileColumn, unusedAmong } from './unattached';

/** A form that is filled in over a day keeps what was uploaded for it. */
export const UNATTACHED_MS = 24 * 3_600_000;
const CHUNK = 200;

type Swept = { readonly rows: number; readonly leftovers: number };

/**
 * Forgets files that nothing uses a day after they came, and the bytes that no row knows: of an upload that was refused
 * or cut off (`.part`). Safe to cut off itself: a row goes first, and its bytes are leftovers then.
 */
export async function sweepFiles(given: {
  readonly db: Db;
  readonly folder: string;
  readonly columns: readonly FileColumn[];
  readonly wallMs: number;
}): Promise<Swept> {
  const beforeMs = given.wallMs - UNATTACHED_MS;
  const rows = await forgetUnattached(given, beforeMs);
  return { rows, leftovers: await removeLeftovers(given, beforeMs) };
}

async function forgetUnattached(
  { db, columns }: { db: Db; columns: readonly FileColumn[] },
  beforeMs: number,
): Promise<number> {
  let forgotten = 0;
  for (let after = ''; ;) {
    const ids = await db.read(async (h) => {
      const sql = 'SELECT id FROM file WHERE stored_at < ? AND id > ? ORDER BY id LIMIT ?';
      return (await h.query<{ id: string }>(sql, [new Date(beforeMs), after, CHUNK])).map(({ id }) => id);
    });
    const last = ids.at(-1);
    if (last === undefined) return forgotten;
    after = last;
    forgotten += await db.tx(async (h) => {
      const unused = await unusedAmong(h, columns, ids);
      if (unused.length === 0) return 0;
      return h.run(`DELETE FROM file WHERE id IN (${placeholders(unused)})`, unused);
    });
  }
}

async function removeLeftovers({ db, folder }: { db: Db; folder: string }, beforeMs: number): Promise<number> {
  let removed = 0;
  for (const part of await readdir(folder)) {
    const inside = path.join(folder, part);
    const names = await readdir(inside).catch(() => []);
    for (let at = 0; at < names.length; at += CHUNK) {
      const chunk = names.slice(at, at + CHUNK);
      const known = await db.read((h) =>
        h.query<{ id: string }>(`SELECT id FROM file WHERE id IN (${placeholders(chunk)})`, chunk),
      );
      const kept = new Set(known.map(({ id }) => id));
      for (const name of chunk) if (!kept.has(name)) removed += await removeOld(path.join(inside, name), beforeMs);
    }
  }
  return removed;
}

/** A row is written a moment after its bytes: what is young may still get one. */
async function removeOld(file: string, beforeMs: number): Promise<number> {
  const found = await stat(file).catch(() => null);
  if (found === null || found.mtimeMs >= beforeMs) return 0;
  await rm(file, { force: true });
  return 1;
}
