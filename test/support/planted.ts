import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Db } from '@jikaotong/bff/platform/db';

/** What somebody told, under a name for the test's words; `writings` are the ways it may be written down. */
export type Planted = { readonly what: string; readonly writings: readonly string[] };
/** Where a writing was found: `table.column`, a file, the log. */
export type Leak = { readonly at: string; readonly what: string };

/** A day as people and programs write it. */
export function writingsOfDay(day: string): readonly string[] {
  const [year = '', month = '', date = ''] = day.split('-');
  const [m, d] = [String(Number(month)), String(Number(date))];
  return [
    day,
    `${year}${month}${date}`,
    `${year}/${month}/${date}`,
    `${year}/${m}/${d}`,
    `${year}.${month}.${date}`,
    `${year}年${m}月${d}日`,
    `${year}年${month}月${date}日`,
  ];
}

/** The bytes under which a text hides from a look at its letters: UTF-8, UTF-16 as in PDFs, base64 at each of three places. */
function bytesOf(writing: string): readonly Buffer[] {
  const utf8 = Buffer.from(writing);
  const utf16 = Buffer.from(writing, 'utf16le');
  const hexOf = (bytes: Buffer) => [bytes.toString('hex'), bytes.toString('hex').toUpperCase()];
  const base64 = [0, 1, 2].map((shift) => {
    const whole = Buffer.concat([Buffer.alloc(shift), utf8]).toString('base64');
    // the first and last sign depend upon the neighbours
    return whole.slice(shift === 0 ? 0 : shift + 1, utf8.length + shift - ((utf8.length + shift) % 3) + 1);
  });
  const encoded = encodeURIComponent(writing);
  const texts = [
    ...hexOf(utf8),
    ...base64.filter((text) => text.length >= 8),
    ...(encoded === writing ? [] : [encoded]),
  ];
  return [utf8, utf16, Buffer.from(utf16).swap16(), ...texts.map((text) => Buffer.from(text))];
}

export type Look = (at: string, bytes: Buffer) => readonly Leak[];

/** Looks for everything planted in some bytes. */
export function lookFor(planted: readonly Planted[]): Look {
  const needles = planted.flatMap(({ what, writings }) =>
    writings.flatMap((writing) => bytesOf(writing).map((bytes) => ({ what, bytes }))),
  );
  return (at, bytes) =>
    [...new Set(needles.filter((needle) => bytes.includes(needle.bytes)).map(({ what }) => what))].map((what) => ({
      at,
      what,
    }));
}

/** In every column of every row, by the column's name; what a binary column holds, too. */
export async function leaksOfTables(db: Db, look: Look): Promise<readonly Leak[]> {
  const leaks = new Map<string, Leak>();
  await db.read(async (h) => {
    const names = await h.query<{ name: string }>(
      h.dialect === 'sqlite'
        ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        : 'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()',
    );
    for (const { name } of names)
      for (const row of await h.query<Record<string, unknown>>(`SELECT * FROM \`${name}\``))
        for (const [column, value] of Object.entries(row))
          for (const leak of look(`${name}.${column}`, bytesIn(value))) leaks.set(`${leak.at} ${leak.what}`, leak);
  });
  return [...leaks.values()];
}

function bytesIn(value: unknown): Buffer {
  if (value instanceof Uint8Array) return Buffer.from(value);
  if (value instanceof ArrayBuffer) return Buffer.from(value);
  if (value instanceof Date) return Buffer.from(value.toISOString());
  return Buffer.from(typeof value === 'object' ? JSON.stringify(value) : String(value));
}

/** In every file below a folder, by its name and in its name. */
export function leaksOfFiles(folder: string, look: Look): readonly Leak[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.flatMap((name) => {
    const file = path.join(folder, name);
    const bytes = statSync(file).isFile() ? readFileSync(file) : Buffer.alloc(0);
    return look(name, Buffer.concat([Buffer.from(name), bytes]));
  });
}
