import { describe, expect, it } from 'vitest';
import { searchSize } from './photo-size';

const frame = (height: number) => ({ left: 0, top: 0, width: (height * 25) / 35, height });
const size = { minBytes: 40_000, maxBytes: 81_920 };

/** Looks for a size of a picture whose every pixel weighs so many bytes at full quality, and notes the heights tried. */
async function search(height: number, bytesAPixel: number) {
  const tried = new Set<number>();
  const found = await searchSize(frame(height), size, async (width, tall, quality) => {
    tried.add(tall);
    return { bytes: Math.round(width * tall * bytesAPixel * quality), value: tall };
  });
  return { found, tallest: Math.max(...tried) };
}

describe('the size of a photo', () => {
  it('is found for a camera picture', async () => {
    expect(typeof (await search(2000, 0.4)).found).toBe('number');
  });

  it('never has more pixels than the picture: 80 × 110 stays what it is', async () => {
    expect(await search(110, 1)).toEqual({ found: 'too-light', tallest: 110 });
    expect((await search(500, 0.4)).tallest).toBeLessThanOrEqual(500);
  });

  it('tells a blank picture from one that cannot be made small enough', async () => {
    expect((await search(2000, 0.001)).found).toBe('too-light');
    expect((await search(2000, 100)).found).toBe('too-heavy');
  });
});
