import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { sha512 } from './sha512';

describe('sha512', () => {
  it('agrees with Node around every padding edge', () => {
    for (const length of [0, 1, 3, 110, 111, 112, 113, 127, 128, 129, 239, 240, 400]) {
      const message = Uint8Array.from({ length }, (_, index) => (index * 7 + length) % 256);
      expect(Buffer.from(sha512(message)).toString('hex')).toBe(createHash('sha512').update(message).digest('hex'));
    }
  });
});
