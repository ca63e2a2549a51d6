import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';

/**
 * The keyed hash by which a ticket is found in the list of a duty: of the whole token, which nobody can guess, so that a
 * list names nobody, and with the duty's own key, so that two lists say nothing together.
 */
export const markOf = (keyHex: string, token: string): string =>
  bytesToHex(hmac(sha256, hexToBytes(keyHex), bytesOf(token))).slice(0, MARK_DIGITS);

/** A token is ASCII; WeChat has no TextEncoder. */
const bytesOf = (token: string): Uint8Array => Uint8Array.from(token, (character) => character.charCodeAt(0));

/** Of 64: at 5,000 tickets two agree once in 10^15 sessions. */
export const MARK_DIGITS = 24;
