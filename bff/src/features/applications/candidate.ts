import type { LocalDate } from '@jikaotong/shared/kernel';
import { DOCUMENT_TYPES, type DocumentType, type Origin } from '@jikaotong/shared/notice';
import { type Sex, normaliseName, normaliseNumber } from '@jikaotong/shared/rules/identity';
import type { Crypto } from '../../platform/crypto';
import { documentIndexOf as personIndexOf } from '../persons';
import type { Application } from './application.record';

/** The candidate in plain words, as far as she has said; `documentExpiresOn` null: 长期, or not said yet. */
export type Candidate = {
  readonly name: string | null;
  readonly origin: Origin | null;
  readonly documentType: DocumentType | null;
  readonly documentNumber: string | null;
  readonly documentExpiresOn: LocalDate | null;
  readonly birthDate: LocalDate | null;
  readonly sex: Sex | null;
  readonly phone: string | null;
  readonly employer: string | null;
  readonly address: string | null;
};

/** The candidate of a row, opened. */
export function openCandidate(crypto: Crypto, row: Application): Candidate {
  const open = (column: SealedColumn) => {
    const sealed = row[column];
    return sealed === null ? null : crypto.decryptField(placeOf(row.id, column), sealed);
  };
  const { name, origin, documentType, documentExpiresOn, birthDate, sex, employer } = row;
  return {
    name,
    origin,
    documentType,
    documentNumber: open('documentNumber'),
    documentExpiresOn,
    birthDate,
    sex,
    phone: open('phone'),
    employer,
    address: open('address'),
  };
}

/** The columns that hold a candidate: numbers in their one form, sealed, with the indices they are found by. */
export function candidateColumns(crypto: Crypto, id: string, candidate: Candidate) {
  const seal = (column: SealedColumn, value: string | null) =>
    value === null ? null : crypto.encryptField(placeOf(id, column), value);
  const documentNumber = candidate.documentNumber === null ? null : normaliseNumber(candidate.documentNumber);
  const { origin, documentType, documentExpiresOn, birthDate, sex, phone, employer, address } = candidate;
  return {
    name: candidate.name === null ? null : normaliseName(candidate.name),
    origin,
    documentType,
    documentNumber: seal('documentNumber', documentNumber),
    documentIndex:
      documentType === null || documentNumber === null ? null : documentIndexOf(crypto, documentType, documentNumber),
    documentTailIndex: documentNumber === null ? null : tailIndexOf(crypto, 'document', documentNumber),
    documentExpiresOn,
    birthDate,
    sex,
    phone: seal('phone', phone),
    phoneIndex: phone === null ? null : phoneIndexOf(crypto, phone),
    phoneTailIndex: phone === null ? null : tailIndexOf(crypto, 'phone', phone),
    employer,
    address: seal('address', address),
  } satisfies Partial<Application>;
}

/** What a search at the phone desk may mean: any of these (a name's beginning, the last four characters, a whole number). */
export function searchIndices(crypto: Crypto, words: string): Search {
  const number = normaliseNumber(words);
  if (/^\d{3}[\dX]$/.test(number)) {
    return {
      documentTailIndex: tailIndexOf(crypto, 'document', number),
      phoneTailIndex: tailIndexOf(crypto, 'phone', number),
    };
  }
  if (/^1\d{10}$/.test(number)) return { phoneIndex: phoneIndexOf(crypto, number) };
  if (/\d{5}/.test(number))
    return { documentIndices: [...new Set(DOCUMENT_TYPES.map((type) => documentIndexOf(crypto, type, number)))] };
  return { nameBegins: normaliseName(words) };
}
export type Search = {
  readonly documentTailIndex?: string;
  readonly phoneTailIndex?: string;
  readonly phoneIndex?: string;
  readonly documentIndices?: readonly string[];
  readonly nameBegins?: string;
};

/** What a whole phone is found by. */
export const phoneIndexOf = (crypto: Crypto, phone: string): string => crypto.blindIndex('application-phone', phone);

type SealedColumn = 'documentNumber' | 'phone' | 'address';

const placeOf = (row: string, column: SealedColumn) => ({ table: 'application', column, row });

/** The same index as the register of people, so that one document is one document everywhere. */
const documentIndexOf = (crypto: Crypto, documentType: DocumentType, documentNumber: string): string =>
  personIndexOf(crypto, { documentType, documentNumber }).index;

const tailIndexOf = (crypto: Crypto, of: 'document' | 'phone', number: string): string =>
  crypto.blindIndex(`application-${of}-tail`, number.slice(-4));
