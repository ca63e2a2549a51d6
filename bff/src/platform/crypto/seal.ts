import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { KeyRing } from '../config';

const NONCE = 12;
const TAG = 16;

/** AES-256-GCM under the newest key: 1 byte id length, key id, nonce, tag, ciphertext. `aad` binds it to its place. */
export function seal(keys: KeyRing, plain: Uint8Array, aad: string): Buffer {
  const [newest] = keys;
  const nonce = nextNonce();
  const cipher = createCipheriv('aes-256-gcm', newest.bytes, nonce).setAAD(Buffer.from(aad));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  const id = Buffer.from(newest.id);
  return Buffer.concat([Buffer.from([id.length]), id, nonce, cipher.getAuthTag(), body]);
}

let drawn = Buffer.alloc(0);

/** Drawn by the hundred: a sheet seals tens of thousands of values, and each draw is a call of the system. */
function nextNonce(): Buffer {
  if (drawn.length === 0) drawn = randomBytes(256 * NONCE);
  const nonce = drawn.subarray(0, NONCE);
  drawn = drawn.subarray(NONCE);
  return nonce;
}

/** What was sealed; throws when the key is gone, the place is another or a byte was changed. */
export function unseal(keys: KeyRing, sealed: Uint8Array, aad: string): Buffer {
  const box = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  const start = 1 + (box[0] ?? 0);
  const id = box.subarray(1, start).toString();
  const key = keys.find((candidate) => candidate.id === id);
  if (!key) throw new Error(`no key ${JSON.stringify(id)} to open it`);
  const decipher = createDecipheriv('aes-256-gcm', key.bytes, box.subarray(start, start + NONCE), {
    authTagLength: TAG,
  })
    .setAAD(Buffer.from(aad))
    .setAuthTag(box.subarray(start + NONCE, start + NONCE + TAG));
  return Buffer.concat([decipher.update(box.subarray(start + NONCE + TAG)), decipher.final()]);
}
