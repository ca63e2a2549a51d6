import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * Whole numbers below a bound, one after another, which hang on the seed and the purpose alone: sfc32 on 32-bit words,
 * begun by the SHA-256 of `seed`, a newline and `purpose`.
 */
export function randomStream(seed: string, purpose: string): (below: number) => number {
  const words = new DataView(sha256(utf8ToBytes(`${seed}\n${purpose}`)).buffer);
  let [a, b, c, count] = [words.getUint32(0), words.getUint32(4), words.getUint32(8), words.getUint32(12)];
  const next = (): number => {
    const sum = (((a + b) | 0) + count) | 0;
    count = (count + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let warming = 0; warming < 12; warming += 1) next();
  return (below) => Math.floor((next() / 4_294_967_296) * below);
}
