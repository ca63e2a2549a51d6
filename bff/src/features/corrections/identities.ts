import { CONTACT_FIELDS, type CorrectionField } from '@jikaotong/shared/contract';
import { localDate, recordOf } from '@jikaotong/shared/kernel';
import { DOCUMENT_TYPES, ORIGINS } from '@jikaotong/shared/notice';
import * as z from 'zod/mini';
import type { Crypto } from '../../platform/crypto';
import type { Applicant } from '../applications';
import type { Correction } from './correction.record';

/** The parts of an applicant that each field stands for; the photo stands beside it. */
const PARTS: Readonly<Record<CorrectionField, readonly (keyof Applicant)[]>> = {
  name: ['name'],
  document: ['origin', 'documentType', 'documentNumber', 'documentExpiresOn', 'birthDate', 'sex'],
  phone: ['phone'],
  photo: [],
  ...recordOf(CONTACT_FIELDS, (field) => [field]),
};

/** Which fields differ between two applicants, a photo apart. */
export const differingFields = (before: Applicant, after: Applicant): CorrectionField[] =>
  FIELDS.filter((field) => PARTS[field].some((part) => before[part] !== after[part]));

/** An applicant with these fields as in another one; what others have put right meanwhile stays. */
export const withFields = (now: Applicant, fields: readonly CorrectionField[], wanted: Applicant): Applicant => {
  const parts = fields.flatMap((field) => PARTS[field]);
  return { ...now, ...Object.fromEntries(parts.map((part) => [part, wanted[part]])) };
};

type Side = 'identityBefore' | 'identityAfter';

export const sealSide = (crypto: Crypto, id: string, side: Side, applicant: Applicant): Buffer =>
  crypto.encryptField(placeOf(id, side), JSON.stringify(applicant));

export const openSide = (crypto: Crypto, row: Correction, side: Side): Applicant =>
  Stored.parse(JSON.parse(crypto.decryptField(placeOf(row.id, side), row[side])));

/** What the candidate and staff write about it. */
export const sealWords = (crypto: Crypto, id: string, column: 'reason' | 'refusal', words: string): Buffer =>
  crypto.encryptField(placeOf(id, column), words);

export const openWords = (crypto: Crypto, row: Pick<Correction, 'id' | 'reason' | 'refusal'>) => ({
  reason: crypto.decryptField(placeOf(row.id, 'reason'), row.reason),
  refusal: row.refusal === null ? null : crypto.decryptField(placeOf(row.id, 'refusal'), row.refusal),
});

const FIELDS: readonly CorrectionField[] = ['name', 'document', 'phone', ...CONTACT_FIELDS];

const placeOf = (row: string, column: Side | 'reason' | 'refusal') => ({ table: 'correction', column, row });

const text = z.nullable(z.string());
const told = z.pipe(
  z.optional(text),
  z.transform((value) => value ?? null),
);
const day = z.nullable(z.pipe(z.string(), z.transform(localDate)));
const Stored = z.object({
  name: text,
  origin: z.nullable(z.enum(ORIGINS)),
  documentType: z.nullable(z.enum(DOCUMENT_TYPES)),
  documentNumber: text,
  documentExpiresOn: day,
  birthDate: day,
  sex: z.nullable(z.enum(['male', 'female'])),
  phone: text,
  // what was asked before one could ask for it says nothing of it
  ...recordOf(CONTACT_FIELDS, () => told),
});
