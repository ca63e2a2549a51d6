import { xchacha20poly1305 } from '@noble/ciphers/chacha';
import { sha256 } from '@noble/hashes/sha2.js';
import { hexToBytes } from '@noble/hashes/utils.js';

/**
 * A text as it is kept on a phone: nobody reads it without the key, which is forgotten with the duty. `place` says what it
 * is, once a key: the same place is never sealed twice by one key.
 */
export const sealText = (keyHex: string, place: string, text: string): string =>
  base64Of(cipherOf(keyHex, place).encrypt(utf8Of(text)));

/** The text again; null with another key, at another place, or where it was changed. */
export function openText(keyHex: string, place: string, sealed: string): string | null {
  try {
    return textOf(cipherOf(keyHex, place).decrypt(bytesOf(sealed)));
  } catch {
    // the cipher says no by throwing
    return null;
  }
}

const NONCE_BYTES = 24;
const cipherOf = (keyHex: string, place: string) =>
  xchacha20poly1305(hexToBytes(keyHex), sha256(utf8Of(place)).subarray(0, NONCE_BYTES));

// WeChat has no TextEncoder, and no btoa
const utf8Of = (text: string): Uint8Array => {
  const escaped = encodeURIComponent(text);
  const bytes = new Uint8Array(escaped.length);
  let length = 0;
  for (let at = 0; at < escaped.length; length += 1) {
    const isEscaped = escaped.charAt(at) === '%';
    bytes[length] = isEscaped ? parseInt(escaped.slice(at + 1, at + 3), 16) : escaped.charCodeAt(at);
    at += isEscaped ? 3 : 1;
  }
  return bytes.subarray(0, length);
};

const textOf = (bytes: Uint8Array): string => {
  const parts: string[] = [];
  for (const byte of bytes)
    parts.push(byte < 0x80 && byte !== 0x25 ? String.fromCharCode(byte) : `%${byte.toString(16).padStart(2, '0')}`);
  return decodeURIComponent(parts.join(''));
};

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

const base64Of = (bytes: Uint8Array): string => {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b, c] = bytes.subarray(at, at + 3);
    parts.push(DIGITS.charAt(a >> 2), DIGITS.charAt(((a & 3) << 4) | ((b ?? 0) >> 4)));
    if (b !== undefined) parts.push(DIGITS.charAt(((b & 15) << 2) | ((c ?? 0) >> 6)));
    if (c !== undefined) parts.push(DIGITS.charAt(c & 63));
  }
  return parts.join('');
};

const VALUES = new Map(Array.from(DIGITS, (digit, value) => [digit, value]));
const bytesOf = (base64: string): Uint8Array => {
  const bytes = new Uint8Array(Math.floor((base64.length * 3) / 4));
  let held = 0;
  let bits = 0;
  let length = 0;
  for (const digit of base64) {
    held = ((held << 6) | (VALUES.get(digit) ?? 0)) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[length] = (held >> bits) & 0xff;
    length += 1;
  }
  return bytes;
};
