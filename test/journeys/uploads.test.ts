import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accounts, files } from '@jikaotong/shared/contract';
import sharp from 'sharp';
import { refusalSentence } from '@jikaotong/shared/words';
import { portrait } from '../builders/photos';
import { type SignedInPerson, candidateByWechat } from '../support/people';
import { type World, openWorld } from '../support/world';

const flat = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#fff' } })
    .jpeg()
    .toBuffer();
const number = '110105199003071234';
const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Page>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n');

describe('files of people', () => {
  let world: World;
  let wang: SignedInPerson;
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23' });
    wang = await candidateByWechat(world, 'o-wang');
  });
  afterAll(() => world.stop());

  it('are stored under their purpose, not under what people call them', async () => {
    const file = { bytes: await portrait(), name: `王小明${number}.jpg` };
    await wang.api.ok(files.uploadFile, { query: { purpose: 'photo' }, file });
    const rows = await world.db.read((h) => h.query<{ name: string }>('SELECT name FROM file'));
    expect(rows).toEqual([{ name: 'photo.jpg' }]);
  });

  it('are shown when they are pictures, and saved when they are not', async () => {
    const shown = async (purpose: 'photo' | 'document', bytes: Uint8Array) => {
      const { url } = await wang.api.ok(files.uploadFile, { query: { purpose }, file: { bytes, name: 'a' } });
      return (await wang.api.fetch(url)).headers.get('content-disposition');
    };
    expect(await shown('photo', await portrait())).toMatch(/^inline; .*photo\.jpg$/);
    expect(await shown('document', pdf)).toMatch(/^attachment; .*document\.pdf$/);
  });

  it('are shown to others as pictures drawn anew, without place and film, and end with the sign-in', async () => {
    const person = await candidateByWechat(world, 'o-gps');
    const original = readFileSync(new URL('../fixtures/photos/gps.jpg', import.meta.url));
    const stored = await person.api.ok(files.uploadFile, {
      query: { purpose: 'document' },
      file: { bytes: original, name: 'a.jpg' },
    });
    const shown = await person.api.fetch(stored.url);
    const bytes = Buffer.from(await shown.arrayBuffer());
    expect([shown.status, original.includes('Exif'), bytes.includes('Exif')]).toEqual([200, true, false]);
    await person.api.ok(accounts.signOut, { body: { refreshToken: person.session.refreshToken ?? '' } });
    expect((await person.api.fetch(stored.url)).status).toBe(404);
  });

  it.each([
    ['48 megapixels', 'too-many-pixels', () => flat(8_000, 6_000)],
    ['HEIC', 'heic', async () => readFileSync(new URL('../fixtures/photos/heic.jpg', import.meta.url))],
    ['a PDF cut off', 'damaged', async () => Buffer.from('%PDF-1.4\n%%EOF')],
    ['a PDF with a page of the web behind it', 'two-in-one', async () => Buffer.concat([pdf, Buffer.from('<b>')])],
  ])('are refused with the reason: %s', async (_, reason, bytes) => {
    const refused = await wang.api.refused(files.uploadFile, {
      query: { purpose: 'document' },
      file: { bytes: await bytes(), name: 'a' },
    });
    expect(refused).toMatchObject({ code: 'file-refused', data: { reason } });
    expect(refusalSentence('file-refused', { reason })).not.toContain('文件打不开或格式不对');
  });

  it('take so much room as are used, and little more in a day', async () => {
    const li = await candidateByWechat(world, 'o-li');
    const send = async () =>
      (
        await li.api.call(files.uploadFile, {
          query: { purpose: 'photo' },
          file: { bytes: await portrait(), name: 'a.jpg' },
        })
      ).code;
    expect(await send()).toBe('ok');
    await world.db.tx((h) =>
      h.run('UPDATE file SET bytes = ? WHERE owner_account_id = ?', [100_000_000, li.accountId]),
    );
    expect(await send()).toBe('upload-quota');
    world.clock.passWall(24 * 3_600_000 + 1);
    expect((await candidateByWechat(world, 'o-li')).accountId).toBe(li.accountId);
  });
});

describe('a disk that is nearly full', () => {
  it('takes nothing in, says so, and is not ready', async () => {
    const world = await openWorld({ day: '2026-11-23', env: { DISK_RESERVE_MB: '1000000000' } });
    const wang = await candidateByWechat(world, 'o-wang');
    const file = { bytes: await portrait(), name: 'a.jpg' };
    const refused = await wang.api.refused(files.uploadFile, { query: { purpose: 'photo' }, file });
    const ready = await world.stranger.fetch('/readyz');
    await world.stop();
    expect(refused).toMatchObject({ code: 'storage-full', status: 507 });
    expect([ready.status, ready.headers.get('retry-after')]).toEqual([503, '5']);
  });
});
