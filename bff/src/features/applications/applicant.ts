import { CONTACT_FIELDS, type ContactField } from '@jikaotong/shared/contract';
import { recordOf } from '@jikaotong/shared/kernel';
import type { Crypto } from '../../platform/crypto';
import type { Handle } from '../../platform/db';
import { type Identity, NOBODY, openIdentity } from '../candidates';
import type { Application, ApplicationRow } from './application.record';
import { changeOwnRow } from './application.repository';

/** What only applications ask; the record has a sealed column of the same name for each. */
type OwnField = Exclude<ContactField, keyof Identity>;
const OWN_FIELDS = CONTACT_FIELDS.filter((field): field is OwnField => !Object.hasOwn(NOBODY, field));

/** The candidate in the clear, with what only applications ask. */
export type Applicant = Identity & Readonly<Record<OwnField, string | null>>;

/** Somebody of whom only the person is known. */
export const newApplicant = (identity: Identity): Applicant => ({ ...identity, ...recordOf(OWN_FIELDS, () => null) });

/** Nothing told yet of what only applications ask. */
export const NOTHING_TOLD: Pick<ApplicationRow, OwnField> = recordOf(OWN_FIELDS, () => null);

/** The candidate of an application, opened. */
export const openApplicant = (crypto: Crypto, row: Application): Applicant => ({
  ...openIdentity(crypto, row),
  ...recordOf(OWN_FIELDS, (field) => {
    const sealed = row[field];
    return sealed === null ? null : crypto.decryptField(placeOf(row.id, field), sealed);
  }),
});

/** What only applications ask, as columns of the application with this id. */
export const sealApplicant = (crypto: Crypto, id: string, applicant: Applicant): Pick<ApplicationRow, OwnField> =>
  recordOf(OWN_FIELDS, (field) => {
    const told = applicant[field];
    return told === null ? null : crypto.encryptField(placeOf(id, field), told);
  });

/** Writes what only applications ask. */
export const writeApplicant = (h: Handle, crypto: Crypto, id: string, applicant: Applicant): Promise<void> =>
  changeOwnRow(h, id, sealApplicant(crypto, id, applicant));

const placeOf = (row: string, column: OwnField) => ({ table: 'application', column, row });
