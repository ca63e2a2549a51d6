import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import type { Config, KeyRing } from '../config';
import { type AccessTokens, accessTokens } from './access-token';
import { seal, unseal } from './seal';
import { type SignedTokens, signedTokens } from './signed-token';

/** Where a sealed value lives; a value copied to another place does not open. */
export type Place = { readonly table: string; readonly column: string; readonly row: string };

/** A sealed JSON value, with what is inside for the compiler. */
export type Sealed<T> = Buffer & { readonly inside?: T };

export type Crypto = {
  encryptField(place: Place, plain: string): Buffer;
  decryptField(place: Place, sealed: Uint8Array): string;
  /** Whether a value is not under the newest key and wants sealing again. */
  isOutdated(sealed: Uint8Array): boolean;
  /** Seals bytes that have no row, such as a file's data key. */
  sealBytes(plain: Uint8Array, aad: string): Buffer;
  unsealBytes(sealed: Uint8Array, aad: string): Buffer;
  /** 64 hex characters by which equal values are found; `kind` keeps an ID number from matching a phone. */
  blindIndex(kind: string, value: string): string;
  readonly tokens: SignedTokens;
  readonly access: AccessTokens;
};

export function cryptoOf(config: Pick<Config, 'piiKeys' | 'piiIndexKey' | 'jwtKeys' | 'ticketKeys'>): Crypto {
  const keys: KeyRing = config.piiKeys;
  const newest = Buffer.from(keys[0].id);
  return {
    encryptField: (place, plain) => seal(keys, Buffer.from(plain), aadOf(place)),
    decryptField: (place, sealed) => unseal(keys, sealed, aadOf(place)).toString(),
    isOutdated: (sealed) => !newest.equals(sealed.subarray(1, 1 + (sealed[0] ?? 0))),
    sealBytes: (plain, aad) => seal(keys, plain, aad),
    unsealBytes: (sealed, aad) => unseal(keys, sealed, aad),
    blindIndex: (kind, value) =>
      createHmac('sha256', config.piiIndexKey).update(`${kind.length}:${kind}${value}`).digest('hex'),
    tokens: signedTokens(config.ticketKeys),
    access: accessTokens(config.jwtKeys),
  };
}

/** Digits from the system's randomness, such as an SMS code. */
export const randomCode = (digits: number): string => String(randomInt(10 ** digits)).padStart(digits, '0');

/** 32 random bytes in base64url, such as a refresh token; store its `sha256` only. */
export const randomToken = (): string => randomBytes(32).toString('base64url');

export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

/** Compares secrets without telling by the time it takes how far they agree. */
export const isSameSecret = (a: string, b: string): boolean =>
  timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest());

const aadOf = ({ table, column, row }: Place): string => JSON.stringify([table, column, row]);

type Fields = Pick<Crypto, 'encryptField' | 'decryptField'>;

/** Any JSON value, sealed to its place. */
export const sealJson = <T>(crypto: Fields, place: Place, value: T): Sealed<T> =>
  crypto.encryptField(place, JSON.stringify(value));

/** What was sealed by `sealJson`. */
export const openJson = <T>(crypto: Fields, place: Place, sealed: Sealed<T>): T =>
  JSON.parse(crypto.decryptField(place, sealed));
