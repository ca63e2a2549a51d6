import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { KeyRing } from '../config';

const NONCE = 12;
const TAG = 16;

/** AES-256-GCM under the newest key: 1 byte id length, key id, nonce, tag, ciphertext. `aad` binds it to its place. */
export function seal(keys: KeyRing, plain: Uint8Array, aad: string): Buffer {
  const [newest] = keys;
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', newest.bytes, nonce).setAAD(Buffer.from(aad));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  const id = Buffer.from(newest.id);
  return Buffer.concat([Buffer.from([id.length]), id, nonce, cipher.getAuthTag(), body]);
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
