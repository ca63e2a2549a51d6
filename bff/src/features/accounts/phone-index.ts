import type { Crypto } from '../../platform/crypto';

/** By what a phone is found without being read. */
export const phoneIndexOf = (crypto: Crypto, phone: string): string => crypto.blindIndex('phone', phone);
