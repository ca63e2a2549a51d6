import type { LocalDate } from '@jikaotong/shared/kernel';
import type { Sex } from '@jikaotong/shared/rules/identity';
import type { Crypto } from '../../platform/crypto';
import type { Handle } from '../../platform/db';
import { loadAccount, phoneOf } from '../accounts';
import { listOwnApplications } from '../applications';
import { type Identity, NOBODY, openIdentity } from '../candidates';
import type { Entry, OwnEntry } from './contest.record';
import { listOwnEntries } from './entry.repository';

/** What is known of an entrant, in the clear; what only competitions ask, the photo too, from an earlier entry (`last`). */
export type Known = Identity & { readonly photo: Entry['photo']; readonly last: OwnEntry | null };

/** The person of an entry, in the clear; a list may give no phone. */
export type OpenEntry = Identity & { readonly documentNumber: string };

export function openEntry(crypto: Crypto, row: Entry | OwnEntry): OpenEntry {
  const identity = openIdentity(crypto, row);
  const { documentNumber } = identity;
  if (documentNumber === null) throw new Error(`entry ${row.id} has no document`);
  return { ...identity, documentNumber };
}

/** An entry made here, as what is known of its entrant. */
export function openEntrant(crypto: Crypto, row: OwnEntry): Known {
  return { ...openEntry(crypto, row), employer: row.unit, photo: row.photo, last: row };
}

/** What the rules judge an entry made here by. */
export function judgedBy(
  crypto: Crypto,
  row: OwnEntry,
): { birthDate: LocalDate; sex: Sex; entrantGroup: string; judgedOn: LocalDate } {
  const { birthDate, sex } = openIdentity(crypto, row);
  if (birthDate === null || sex === null) throw new Error(`entry ${row.id} was judged without birth date or sex`);
  return { birthDate, sex, entrantGroup: row.entrantGroup, judgedOn: row.judgedOn ?? row.enteredOn };
}

/** What an account told before: its last entry, else its last application, else the phone it signed in with. */
export async function knownEntrant(h: Handle, crypto: Crypto, accountId: string): Promise<Known> {
  const [entry] = await listOwnEntries(h, accountId);
  if (entry) return openEntrant(crypto, entry);
  const phone = phoneOf(crypto, await loadAccount(h, accountId));
  const applications = await listOwnApplications(h, accountId, { cursor: null, limit: 20 });
  const last = applications.find(({ name, documentNumber }) => name !== null && documentNumber !== null);
  if (!last) return { ...NOBODY, phone, photo: null, last: null };
  const identity = openIdentity(crypto, last);
  return { ...identity, phone: identity.phone ?? phone, photo: null, last: null };
}
