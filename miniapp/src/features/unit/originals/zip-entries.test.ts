import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { zipEntries } from './zip-entries';

const text = (words: string) => new TextEncoder().encode(words);
const blobOf = (bytes: Uint8Array) => new Blob([new Uint8Array(bytes)]);
const PHOTO = text('photo '.repeat(2_000));

async function opened(zip: Blob) {
  const entries = await zipEntries(zip);
  if (!entries.ok) return entries.error;
  return Promise.all(
    entries.value.map(async ({ name, bytes, open }) => [name, bytes, await (await open()).text()] as const),
  );
}

/** `张三.jpg` as Windows packs it: GBK, and no word of it. */
const GBK = Uint8Array.from([0xd5, 0xc5, 0xc8, 0xfd, 0x2e, 0x6a, 0x70, 0x67]);

/** The same archive with the name of its one file written in these bytes, as long as the name it had. */
function renamed(zip: Uint8Array, from: string, to: Uint8Array, flags: (flag: number) => number): Uint8Array {
  const bytes = Buffer.from(zip);
  const [head, directory] = [0, bytes.indexOf(Uint8Array.from([0x50, 0x4b, 1, 2]))];
  bytes.writeUInt16LE(flags(bytes.readUInt16LE(head + 6)), head + 6);
  bytes.writeUInt16LE(flags(bytes.readUInt16LE(directory + 8)), directory + 8);
  for (const at of [bytes.indexOf(from), bytes.lastIndexOf(from)]) bytes.set(to, at);
  return bytes;
}

describe('a ZIP chosen at a desk', () => {
  it('is read file by file, packed or not, with folders', async () => {
    const zip = zipSync({ '一班/张三.jpg': [PHOTO, { level: 0 }], 'b.jpg': [PHOTO, { level: 6 }] });
    expect(await opened(blobOf(zip))).toEqual([
      ['一班/张三.jpg', PHOTO.length, new TextDecoder().decode(PHOTO)],
      ['b.jpg', PHOTO.length, new TextDecoder().decode(PHOTO)],
    ]);
  });

  it('keeps names in GBK', async () => {
    const zip = renamed(zipSync({ 'abcd.jpg': PHOTO }), 'abcd.jpg', GBK, (flag) => flag & ~0x800);
    expect((await opened(blobOf(zip)))[0]?.[0]).toBe('张三.jpg');
  });

  it('is found behind a comment', async () => {
    const zip = Buffer.from(zipSync({ 'a.jpg': PHOTO }));
    const comment = text('x'.repeat(300));
    const longer = Buffer.concat([zip, comment]);
    longer.writeUInt16LE(comment.length, zip.length - 2);
    expect((await opened(blobOf(longer)))[0]?.[0]).toBe('a.jpg');
  });

  it.each([
    ['a RAR', text('Rar!\u001a\u0007\u0001\u0000'), 'not-an-archive'],
    ['nothing', new Uint8Array(0), 'not-an-archive'],
    ['half of one', zipSync({ 'a.jpg': PHOTO }).subarray(0, 60), 'not-an-archive'],
    [
      'a locked one',
      renamed(zipSync({ 'a.jpg': PHOTO }), 'a.jpg', text('a.jpg'), (flag) => flag | 1),
      'archive-encrypted',
    ],
  ])('is refused where it is %s', async (_, bytes, fault) => {
    expect(await opened(blobOf(bytes))).toBe(fault);
  });

  it('of more than 4 GB is refused, for its sizes stand elsewhere', async () => {
    const zip = Buffer.from(zipSync({ 'a.jpg': PHOTO }));
    zip.writeUInt32LE(0xffffffff, zip.lastIndexOf(Uint8Array.from([0x50, 0x4b, 5, 6])) + 16);
    expect(await opened(blobOf(zip))).toBe('archive-too-large');
  });

  it('throws for a file that is damaged, and for that alone', async () => {
    const zip = Buffer.from(zipSync({ 'a.jpg': [PHOTO, { level: 6 }], 'b.jpg': [PHOTO, { level: 0 }] }));
    zip.fill(0xff, 36, 46);
    const entries = await zipEntries(blobOf(zip));
    if (!entries.ok) throw new Error(entries.error);
    const [damaged, whole] = entries.value;
    const failed = damaged?.open().then(
      () => false,
      () => true,
    );
    expect(await failed).toBe(true);
    expect((await whole?.open())?.size).toBe(PHOTO.length);
  });
});
