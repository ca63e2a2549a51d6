import { describe, expect, it } from 'vitest';
import { INCH, dragged, frameOf, startCrop, zoomed } from './crop';

const portrait = { width: 3000, height: 4000 };
const landscape = { width: 4000, height: 3000 };

describe('cropping a portrait', () => {
  it('starts with the largest frame of an inch photo, inside the picture', () => {
    const frame = frameOf(startCrop(portrait, INCH), portrait, INCH);
    expect(frame.height).toBeCloseTo(4000);
    expect(frame.width).toBeCloseTo((4000 * 25) / 35);
    expect([frame.left >= 0, frame.top]).toEqual([true, 0]);
    const wide = frameOf(startCrop(landscape, INCH), landscape, INCH);
    expect(wide.left).toBeCloseTo((4000 - wide.width) / 2);
  });

  it('follows the finger and stops at the edge', () => {
    const near = zoomed(startCrop(portrait, INCH), 2, portrait, INCH);
    const before = frameOf(near, portrait, INCH);
    const after = frameOf(dragged(near, { across: 0.1, down: 0 }, portrait, INCH), portrait, INCH);
    expect(after.left).toBeCloseTo(before.left - before.width * 0.1);
    expect(frameOf(dragged(near, { across: 9, down: 9 }, portrait, INCH), portrait, INCH)).toMatchObject({
      left: 0,
      top: 0,
    });
  });

  it('draws near up to four times and never leaves the picture', () => {
    const near = zoomed(startCrop(portrait, INCH), 100, portrait, INCH);
    expect(near.zoom).toBe(4);
    expect(zoomed(near, 0.001, portrait, INCH).zoom).toBe(1);
    const frame = frameOf(near, portrait, INCH);
    expect(frame.left + frame.width).toBeLessThanOrEqual(3000);
  });
});
