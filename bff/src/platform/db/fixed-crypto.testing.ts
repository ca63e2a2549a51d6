import type { KeyRing } from '../config';
import { type Crypto, cryptoOf } from '../crypto';

/** For the migrations of a test's database: its keys never change. */
export function fixedCrypto(): Crypto {
  const bytes = Buffer.alloc(32, 1);
  const keys: KeyRing = [{ id: 'throwaway', bytes }];
  return cryptoOf({ piiKeys: keys, piiIndexKey: bytes, jwtKeys: keys, ticketKeys: keys });
}
