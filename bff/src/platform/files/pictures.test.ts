import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { fileFault } from './file-fault';
import { copyForOthers } from './image';

const fixture = (name: string): Buffer =>
  readFileSync(new URL(`../../../../test/fixtures/photos/${name}.jpg`, import.meta.url));
const flat = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#e04020' } });

describe('the copy of a picture that others see', () => {
  it.each(['gps', 'motion-mp4'])('of %s carries no EXIF, no place and no film', async (name) => {
    const original = fixture(name);
    const copy = await copyForOthers(original, 'image/jpeg');
    const { exif, xmp, iptc, width, height } = await sharp(copy).metadata();
    expect([exif, xmp, iptc]).toEqual([undefined, undefined, undefined]);
    expect([copy.includes('Exif'), copy.includes('ftyp'), copy.includes('GPS')]).toEqual([false, false, false]);
    const seen = await sharp(original).rotate().toBuffer({ resolveWithObject: true });
    expect([width, height]).toEqual([seen.info.width, seen.info.height]);
    // nothing behind the end of the picture
    expect(copy.subarray(-2)).toEqual(Buffer.from([0xff, 0xd9]));
    expect(copy.indexOf(Buffer.from([0xff, 0xd9]))).toBe(copy.length - 2);
  });

  it('stands upright, as an iPhone noted it, also where a gain map or a second picture follows', async () => {
    const turned = await flat(40, 30).jpeg().withMetadata({ orientation: 6 }).toBuffer();
    const withGainMap = Buffer.concat([turned, await flat(10, 10).jpeg().toBuffer()]);
    expect(await fileFault(withGainMap, 'image/jpeg')).toBeNull();
    const { width, height, orientation } = await sharp(await copyForOthers(withGainMap, 'image/jpeg')).metadata();
    expect([width, height, orientation]).toEqual([30, 40, undefined]);
  });

  it.each([
    ['a JPEG', 'image/jpeg', () => flat(40, 30).jpeg().toBuffer()],
    ['one that is drawn in passes', 'image/jpeg', () => flat(40, 30).jpeg({ progressive: true }).toBuffer()],
    [
      'one filled up with zeros',
      'image/jpeg',
      async () => Buffer.concat([await flat(9, 9).jpeg().toBuffer(), Buffer.alloc(99)]),
    ],
    ['a PNG', 'image/png', () => flat(40, 30).png().toBuffer()],
  ])('is the very file where nothing else is in it: %s', async (_, type, picture) => {
    const bytes = await picture();
    expect(await copyForOthers(bytes, type)).toBe(bytes);
    expect(await copyForOthers(Buffer.concat([bytes, Buffer.from('film')]), type)).not.toContain('film');
  });

  it('of a PNG is one, and keeps what is see-through', async () => {
    const png = await sharp({ create: { width: 5, height: 5, channels: 4, background: '#00000000' } })
      .png()
      .withExif({ IFD0: { Copyright: 'somebody' } })
      .toBuffer();
    const { format, hasAlpha, exif } = await sharp(await copyForOthers(png, 'image/png')).metadata();
    expect([format, hasAlpha, exif]).toEqual(['png', true, undefined]);
  });
});

describe('what is wrong with a picture', () => {
  it('is too many pixels, which is not damaged', async () => {
    const many = await flat(8_000, 6_000).jpeg().toBuffer();
    expect(await fileFault(many, 'image/jpeg')).toBe('too-many-pixels');
    expect(await fileFault(many.subarray(0, 200), 'image/jpeg')).toBe('damaged');
    const one = await flat(40, 30).jpeg().toBuffer();
    expect(await fileFault(one.subarray(0, one.length / 2), 'image/jpeg')).toBe('damaged');
  });
});
