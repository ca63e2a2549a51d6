import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { wallClock } from '../clock';
import { cryptoOf } from '../crypto';
import { openDb } from '../db';
import { type Files, LINK_MS, filesIn } from './files';

const key = () => ({ id: 'k', bytes: randomBytes(32) });
const crypto = cryptoOf({ piiKeys: [key()], piiIndexKey: randomBytes(32), jwtKeys: [key()], ticketKeys: [key()] });
const spec = {
  purpose: 'photo',
  ownerAccountId: 'a',
  accept: ['image/jpeg'],
  maxBytes: 100_000,
};

let folder: string;
let wall: number;
let files: Files;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'files-'));
  wall = 1_800_000_000_000;
  files = filesIn(
    folder,
    crypto,
    wallClock(() => wall),
  );
});
afterEach(() => rm(folder, { recursive: true }));

const jpeg = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#fff' } })
    .jpeg()
    .toBuffer();
async function kept(bytes: Buffer) {
  const written = await files.write(bytes, spec);
  if (!written.ok) throw new Error(written.error);
  return written.value;
}
const onDisk = async () => {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  return names.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
};

describe('files', () => {
  it('come back byte by byte and lie sealed on disk', async () => {
    const bytes = await jpeg(20, 30);
    const file = await kept(bytes);
    expect(file).toMatchObject({ type: 'image/jpeg', bytes: bytes.length, name: 'photo.jpg' });
    expect(await files.read(file)).toEqual(bytes);
    const [place = ''] = await onDisk();
    expect((await readFile(place)).includes(bytes.subarray(0, 16))).toBe(false);
    await files.remove(file.id);
    expect(await onDisk()).toEqual([]);
  });

  it('that were changed on disk, or whose key belongs to another file, do not open', async () => {
    const file = await kept(await jpeg(20, 30));
    const other = await kept(await jpeg(20, 30));
    await expect(files.read({ ...file, dataKey: other.dataKey })).rejects.toThrow(/authenticate/);
    const [place = ''] = (await onDisk()).filter((name) => name.endsWith(file.id));
    const box = await readFile(place);
    box.writeUInt8((box.at(-1) ?? 0) ^ 1, box.length - 1);
    await writeFile(place, box);
    await expect(files.read(file)).rejects.toThrow(/authenticate/);
  });

  it('are refused by size, by what they are, and when broken or of too many pixels', async () => {
    const bytes = await jpeg(20, 30);
    const refusal = async (given: Buffer, more: Partial<typeof spec> = {}) => {
      const written = await files.write(given, { ...spec, ...more });
      return written.ok ? 'kept' : written.error;
    };
    expect(await refusal(bytes, { maxBytes: bytes.length })).toBe('kept');
    expect(await refusal(bytes, { maxBytes: bytes.length - 1 })).toBe('too-large');
    expect(await refusal(Buffer.from('<html>'))).toBe('unsupported-type');
    const unicodeText = Buffer.from('\ufeff姓名\t手机号', 'utf16le');
    expect(await refusal(unicodeText)).toBe('unsupported-type');
    expect(await refusal(unicodeText, { accept: ['text/plain'] })).toBe('kept');
    expect(await refusal(bytes.subarray(0, bytes.length / 2))).toBe('damaged');
    const bomb = await sharp({ create: { width: 8_000, height: 5_001, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    expect(await refusal(bomb, { accept: ['image/png'], maxBytes: 10_000_000 })).toBe('too-many-pixels');
  });

  it('are shown by a link for five minutes, to the millisecond', async () => {
    const fileId = (await kept(await jpeg(2, 3))).id;
    const token = files.link(fileId).replace('/files/content/', '');
    wall += LINK_MS - 1;
    expect(files.openLink(token)).toEqual({ fileId, holder: null });
    wall += 1;
    expect(files.openLink(token)).toBeNull();
    wall -= 1;
    expect(files.openLink(token.replace(/\.(\d+)\./, (_, until: string) => `.${Number(until) + 1}.`))).toBeNull();
    expect(files.openLink('')).toBeNull();
    const holder = { accountId: 'a1', kind: 'staff', session: 's-1' } as const;
    const theirs = files.link(fileId, holder).replace('/files/content/', '');
    expect(files.openLink(theirs)).toEqual({ fileId, holder });
    expect(files.openLink(theirs.replace('.s-1.', '.s-2.'))).toBeNull();
  });

  it('are not touched while a transaction is open', async () => {
    const bytes = await jpeg(2, 3);
    const db = await openDb({ kind: 'embedded', file: ':memory:' }, []);
    await expect(db.tx(() => files.write(bytes, spec))).rejects.toThrow('a file');
    await db.close();
  });
});
