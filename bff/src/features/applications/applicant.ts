import type { Crypto } from '../../platform/crypto';
import { type Identity, openIdentity } from '../candidates';
import type { Application } from './application.record';

/** The candidate in the clear, with what only applications ask. */
export type Applicant = Identity & { readonly address: string | null };

/** The candidate of an application, opened. */
export const openApplicant = (crypto: Crypto, row: Application): Applicant => ({
  ...openIdentity(crypto, row),
  address: row.address === null ? null : crypto.decryptField(placeOf(row.id), row.address),
});

export const sealAddress = (crypto: Crypto, id: string, address: string | null): Application['address'] =>
  address === null ? null : crypto.encryptField(placeOf(id), address);

const placeOf = (row: string) => ({ table: 'application', column: 'address', row });
