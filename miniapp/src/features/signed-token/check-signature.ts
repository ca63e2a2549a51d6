import { hashes, verify } from '@noble/ed25519';
import { sha512 } from '@noble/hashes/sha2.js';
import { type Claims, claimsIn, partsOf } from './signed-token';

/** Public keys by id, in hex. */
export type Keys = Readonly<Record<string, string>>;

export type Checked =
  | { readonly verdict: 'genuine'; readonly claims: Claims }
  /** The signature does not hold, or it is no token of ours. */
  | { readonly verdict: 'forged' }
  /** Signed with a key this phone has not seen: the server must say. */
  | { readonly verdict: 'key-unknown' };

/** Checks a token with the public keys alone, without a network. */
export function checkSignature(token: string, keys: Keys): Checked {
  const parts = partsOf(token);
  if (!parts) return { verdict: 'forged' };
  const key = Object.keys(keys).includes(parts.keyId) ? keys[parts.keyId] : undefined;
  if (!key) return { verdict: 'key-unknown' };
  hashes.sha512 = sha512;
  const claims = isSignedBy(key, parts) ? claimsIn(parts.payload) : null;
  return claims ? { verdict: 'genuine', claims } : { verdict: 'forged' };
}

function isSignedBy(key: string, { signature, signed }: { signature: Uint8Array; signed: Uint8Array }): boolean {
  try {
    return verify(signature, signed, bytesOfHex(key));
  } catch {
    // noble says "not a point on the curve" by throwing
    return false;
  }
}

const bytesOfHex = (hex: string): Uint8Array =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
