import { type KeyObject, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import type { Key, KeyRing } from '../config';

/**
 * A compact token that a phone verifies with the public key alone: `v1.keyId.payload.signature`, the last two in
 * base64url; the Ed25519 signature is over everything before the last dot.
 */
export type SignedTokens = {
  sign(payload: string): string;
  /** The payload, or null when it is not ours or not whole. */
  verify(token: string): string | null;
  /** Public keys by id, raw 32 bytes in base64url. */
  readonly publicKeys: Readonly<Record<string, string>>;
};

const VERSION = 'v1';
const FORM = /^v1\.([A-Za-z0-9_-]{1,16})\.([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]{86})$/;
/** DER in front of a raw Ed25519 seed (RFC 8410). */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

export function signedTokens(keys: KeyRing): SignedTokens {
  const pairs = new Map(keys.map((key) => [key.id, pairOf(key)]));
  const [newest] = keys;
  const signer = pairOf(newest).privateKey;
  return {
    sign: (payload) => {
      const signed = `${VERSION}.${newest.id}.${Buffer.from(payload).toString('base64url')}`;
      return `${signed}.${sign(null, Buffer.from(signed), signer).toString('base64url')}`;
    },
    verify: (token) => {
      const [, keyId = '', payload = '', signature = ''] = FORM.exec(token) ?? [];
      const pair = pairs.get(keyId);
      if (!pair) return null;
      const signed = Buffer.from(`${VERSION}.${keyId}.${payload}`);
      return verify(null, signed, pair.publicKey, Buffer.from(signature, 'base64url'))
        ? Buffer.from(payload, 'base64url').toString()
        : null;
    },
    publicKeys: Object.fromEntries([...pairs].map(([id, pair]) => [id, pair.raw])),
  };
}

function pairOf(key: Key): { privateKey: KeyObject; publicKey: KeyObject; raw: string } {
  const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, key.bytes]), format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(privateKey);
  const { x } = publicKey.export({ format: 'jwk' });
  if (x === undefined) throw new Error('not an Ed25519 key');
  return { privateKey, publicKey, raw: x };
}
