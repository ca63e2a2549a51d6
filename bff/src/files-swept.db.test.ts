import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileColumns, records } from './app';
import { migrations } from './migrations';
import { wallClock } from './platform/clock';
import { cryptoOf } from './platform/crypto';
import type { Db } from './platform/db';
import { openThrowawayDb } from './platform/db/throwaway';
import { UNATTACHED_MS, filesIn, recordFile, sweepFiles, unattachedOf } from './platform/files';

const key = () => ({ id: 'k', bytes: randomBytes(32) });
const crypto = cryptoOf({ piiKeys: [key()], piiIndexKey: randomBytes(32), jwtKeys: [key()], ticketKeys: [key()] });
const storedAt = Date.now();

let folder: string;
let db: Db;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'sweep-'));
  db = await openThrowawayDb(records, migrations);
});
afterAll(async () => {
  await db.close();
  await rm(folder, { recursive: true });
});

const upload = async (owner: string, isRecorded = true): Promise<string> => {
  const bytes = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#fff' } })
    .jpeg()
    .toBuffer();
  const spec = { purpose: 'photo', ownerAccountId: owner, accept: ['image/jpeg'], maxBytes: 9_999 };
  const written = await filesIn(
    folder,
    crypto,
    wallClock(() => storedAt),
  ).write(bytes, spec);
  if (!written.ok) throw new Error(written.error);
  if (isRecorded) await db.tx((h) => recordFile(h, written.value));
  return written.value.id;
};
const onDisk = async (): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .toSorted();
const sweep = (wallMs: number) => sweepFiles({ db, folder, columns: fileColumns, wallMs });

describe('files that nothing uses', () => {
  it('knows every column in which the id of a file stands', () => {
    const named = records.flatMap(({ options }) =>
      Object.values(options.columns)
        .map((column) => ({ table: String(options.tableName), column: String(column?.name) }))
        // the two tables of files are what the ids lead to
        .filter(({ column }) => /(^|_)file_id$/.test(column)),
    );
    expect(named.length).toBeGreaterThan(4);
    expect(fileColumns).toEqual(expect.arrayContaining(named.map((one) => expect.objectContaining(one))));
  });

  it('keeps what is attached and what is young, and forgets the rest with its bytes', async () => {
    const attached = await upload('a1');
    await upload('a1');
    const refused = await upload('a1', false);
    const part = `${refused}.part`;
    await writeFile(path.join(folder, refused.slice(-2), part), 'cut off');
    const seal = [attached, new Date(storedAt)];
    await db.tx((h) =>
      h.run(
        `INSERT INTO body (id, name, ticket_number_pattern, seal_file_id, demonstration, created_at)
         VALUES ('b', 'b', '', ?, 0, ?)`,
        seal,
      ),
    );
    const used = await db.read((h) => unattachedOf(h, fileColumns, { accountId: 'a1', sinceMs: storedAt }));
    expect(used.files).toBe(1);

    expect(await sweep(storedAt + UNATTACHED_MS)).toEqual({ rows: 0, leftovers: 0 });
    expect(await onDisk()).toHaveLength(4);

    // what lies there came with the row, and so is as old
    for (const name of await onDisk()) {
      const file = path.join(folder, name.replace('.part', '').slice(-2), name);
      const { atime } = await stat(file);
      await utimes(file, atime, new Date(storedAt));
    }
    expect(await sweep(storedAt + UNATTACHED_MS + 1)).toEqual({ rows: 1, leftovers: 3 });
    expect(await onDisk()).toEqual([attached]);
    expect(await db.read((h) => h.query<{ id: string }>('SELECT id FROM file'))).toEqual([{ id: attached }]);
  });
});
