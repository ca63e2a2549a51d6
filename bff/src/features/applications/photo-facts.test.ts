import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { measurePhoto } from './photo-facts';

const fixture = (name: string): Buffer =>
  readFileSync(new URL(`../../../../test/fixtures/photos/${name}.jpg`, import.meta.url));

describe('a photo', () => {
  it('is grey where no colour is in it, with one channel or with three', async () => {
    expect(await measurePhoto(fixture('gray'))).toMatchObject({ damaged: false, grey: true });
    const three = await sharp(fixture('gps')).greyscale().toColourspace('srgb').jpeg().toBuffer();
    expect(await measurePhoto(three)).toMatchObject({ grey: true });
    expect(await measurePhoto(fixture('gps'))).toMatchObject({ grey: false });
  });
});
