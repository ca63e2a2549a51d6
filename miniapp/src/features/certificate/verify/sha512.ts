/**
 * SHA-512 (FIPS 180-4) for the signature check: WeChat has no WebCrypto. Written on bigints, which that check needs
 * anyway; a token is two blocks, so speed does not matter.
 */
export function sha512(message: Uint8Array): Uint8Array<ArrayBuffer> {
  const state = startState();
  const blocks = padded(message);
  for (let at = 0; at < blocks.length; at += BLOCK_BYTES) mix(state, blocks.subarray(at, at + BLOCK_BYTES));
  const digest = new Uint8Array(64);
  state.forEach((word, index) => writeWord(digest, index * 8, word));
  return digest;
}

const BLOCK_BYTES = 128;
const ROUNDS = 80;
const big = (value: number): bigint => BigInt(value);
const ONE = big(1);
const WORD = (ONE << big(64)) - ONE;

/** The first primes; their roots give the constants of the standard. */
const PRIMES: readonly number[] = firstPrimes(ROUNDS);
const startState = (): bigint[] => PRIMES.slice(0, 8).map((prime) => fractionOfRoot(prime, 2));
const CONSTANTS: readonly bigint[] = PRIMES.map((prime) => fractionOfRoot(prime, 3));

function padded(message: Uint8Array): Uint8Array {
  const length = Math.ceil((message.length + 17) / BLOCK_BYTES) * BLOCK_BYTES;
  const blocks = new Uint8Array(length);
  blocks.set(message);
  blocks[message.length] = 0x80;
  writeWord(blocks, length - 8, big(message.length * 8));
  return blocks;
}

function mix(state: bigint[], block: Uint8Array): void {
  const words: bigint[] = [];
  const word = (index: number): bigint => words[index] ?? big(0);
  for (let index = 0; index < ROUNDS; index += 1) {
    words.push(
      index < 16
        ? readWord(block, index * 8)
        : (smallSigma(word(index - 2), 19, 61, 6) +
            word(index - 7) +
            smallSigma(word(index - 15), 1, 8, 7) +
            word(index - 16)) &
            WORD,
    );
  }
  let [a, b, c, d, e, f, g, h] = octet(state);
  for (let index = 0; index < ROUNDS; index += 1) {
    const choice = (e & f) ^ (~e & WORD & g);
    const first = (h + bigSigma(e, 14, 18, 41) + choice + (CONSTANTS[index] ?? big(0)) + word(index)) & WORD;
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const second = (bigSigma(a, 28, 34, 39) + majority) & WORD;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) & WORD, c, b, a, (first + second) & WORD];
  }
  [a, b, c, d, e, f, g, h].forEach((value, index) => {
    state[index] = ((state[index] ?? big(0)) + value) & WORD;
  });
}

type Octet = [bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint];
function octet(state: readonly bigint[]): Octet {
  const at = (index: number): bigint => state[index] ?? big(0);
  return [at(0), at(1), at(2), at(3), at(4), at(5), at(6), at(7)];
}

const turned = (word: bigint, by: number): bigint => ((word >> big(by)) | (word << big(64 - by))) & WORD;
const bigSigma = (word: bigint, x: number, y: number, z: number): bigint =>
  turned(word, x) ^ turned(word, y) ^ turned(word, z);
const smallSigma = (word: bigint, x: number, y: number, shift: number): bigint =>
  turned(word, x) ^ turned(word, y) ^ (word >> big(shift));

function readWord(bytes: Uint8Array, at: number): bigint {
  let word = big(0);
  for (let index = 0; index < 8; index += 1) word = (word << big(8)) | big(bytes[at + index] ?? 0);
  return word;
}

function writeWord(bytes: Uint8Array, at: number, word: bigint): void {
  for (let index = 0; index < 8; index += 1) bytes[at + index] = Number((word >> big(56 - 8 * index)) & big(255));
}

function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let candidate = 2; primes.length < count; candidate += 1) {
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate);
  }
  return primes;
}

/** The first 64 bits behind the point of a square or cube root. */
function fractionOfRoot(prime: number, degree: 2 | 3): bigint {
  const scaled = big(prime) << big(64 * degree);
  const power = (root: bigint) => (degree === 2 ? root * root : root * root * root);
  let low = big(0);
  let high = big(prime) << big(64);
  while (high - low > ONE) {
    const middle = (low + high) >> ONE;
    if (power(middle) <= scaled) low = middle;
    else high = middle;
  }
  return low & WORD;
}
