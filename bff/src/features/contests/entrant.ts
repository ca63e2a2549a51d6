import type { LocalDate } from '@jikaotong/shared/kernel';
import type { Crypto } from '../../platform/crypto';
import type { Handle } from '../../platform/db';
import { loadAccount, phoneOf } from '../accounts';
import { type Applicant, listOwnApplications, openApplicant } from '../applications';
import type { Entry, OwnEntry } from './contest.record';
import { listOwnEntries } from './entry.repository';

/** What is known of an entrant, in the clear; what only competitions ask, the photo too, from an earlier entry (`last`). */
export type Known = Applicant & { readonly photo: Entry['photo'] | null; readonly last: OwnEntry | null };

/** The columns that are sealed, and where they live. */
export const placeOf = (id: string, column: 'documentNumber' | 'phone') => ({
  table: 'contest_entry',
  column,
  row: id,
});

/** The number and phone of an entry, opened; a list may give no phone. */
export const openSecrets = (crypto: Crypto, row: Pick<Entry, 'id' | 'documentNumber' | 'phone'>) => ({
  documentNumber: crypto.decryptField(placeOf(row.id, 'documentNumber'), row.documentNumber),
  phone: row.phone === null ? null : crypto.decryptField(placeOf(row.id, 'phone'), row.phone),
});

/** An entry made here, opened. */
export function openEntrant(crypto: Crypto, row: OwnEntry) {
  return {
    name: row.name,
    origin: row.origin,
    documentType: row.documentType,
    documentNumber: crypto.decryptField(placeOf(row.id, 'documentNumber'), row.documentNumber),
    documentExpiresOn: row.documentExpiresOn,
    birthDate: row.birthDate,
    sex: row.sex,
    phone: crypto.decryptField(placeOf(row.id, 'phone'), row.phone),
    employer: row.unit,
    address: null,
    photo: row.photo,
    last: row,
  } satisfies Known;
}

/** What an account told before: its last entry, else its last application, else the phone it signed in with. */
export async function knownEntrant(h: Handle, crypto: Crypto, accountId: string): Promise<Known> {
  const [entry] = await listOwnEntries(h, accountId);
  if (entry) return openEntrant(crypto, entry);
  const phone = phoneOf(crypto, await loadAccount(h, accountId));
  const applications = await listOwnApplications(h, accountId, { cursor: null, limit: 20 });
  const last = applications.find(({ name, documentNumber }) => name !== null && documentNumber !== null);
  if (!last) return { ...NOBODY, phone };
  const candidate = openApplicant(crypto, last);
  return { ...candidate, phone: candidate.phone ?? phone, photo: null, last: null };
}

const NOBODY: Known = {
  name: null,
  origin: null,
  documentType: null,
  documentNumber: null,
  documentExpiresOn: null satisfies LocalDate | null,
  birthDate: null,
  sex: null,
  phone: null,
  employer: null,
  address: null,
  photo: null,
  last: null,
};
