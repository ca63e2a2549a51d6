import { CertificateToken, TicketToken } from '@jikaotong/shared/contract';
import * as z from 'zod/mini';

/** A token taken apart: `v1.keyId.payload.signature`, the signature over everything before the last dot. */
export type TokenParts = {
  readonly keyId: string;
  readonly signed: Uint8Array;
  readonly signature: Uint8Array;
  readonly payload: string;
};

const FORM = /^v1\.([A-Za-z0-9_-]{1,16})\.([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]{86})$/;

/** The token in what a camera read: the token itself, or a link that carries it as `token=`. */
export function tokenIn(text: string): string | null {
  const given = /[?&]token=([^&#]+)/.exec(text)?.[1] ?? text.trim();
  return FORM.test(given) ? given : null;
}

/** Its parts, or null for anything that is no token of ours. */
export function partsOf(token: string): TokenParts | null {
  const [, keyId, payload, signature] = FORM.exec(token) ?? [];
  if (!keyId || !payload || !signature) return null;
  const signed = asciiOf(token.slice(0, token.lastIndexOf('.')));
  const payloadBytes = bytesOf(payload);
  const signatureBytes = bytesOf(signature);
  const text = payloadBytes && textOf(payloadBytes);
  return text && signatureBytes ? { keyId, signed, signature: signatureBytes, payload: text } : null;
}

const Claims = z.union([CertificateToken, TicketToken]);
export type Claims = z.output<typeof Claims>;

/** What a token says; null when a newer version says something this build does not know. */
export function claimsIn(payload: string): Claims | null {
  try {
    const read = z.safeParse(Claims, JSON.parse(payload));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** base64url; WeChat has no atob. Null where bits are left over: one signature is written in one way only. */
function bytesOf(text: string): Uint8Array | null {
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const character of text) {
    held = ((held << 6) | ALPHABET.indexOf(character)) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((held >> bits) & 0xff);
    }
  }
  return (held & ((1 << bits) - 1)) === 0 ? Uint8Array.from(bytes) : null;
}

const asciiOf = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** UTF-8; WeChat has no TextDecoder. Null for bytes that are none. */
function textOf(bytes: Uint8Array): string | null {
  try {
    return decodeURIComponent(Array.from(bytes, (byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''));
  } catch {
    return null;
  }
}
