import { type LocalDate, localDate } from '@jikaotong/shared/kernel';
import { DOCUMENT_TYPES, type DocumentType, type Origin } from '@jikaotong/shared/notice';
import { type Sex, normaliseName, normaliseNumber } from '@jikaotong/shared/rules/identity';
import type { Crypto } from '../../platform/crypto';
import { documentIndexOf as personIndexOf } from '../persons';
import type { Candidate } from './candidate.record';

/** The person in the clear, as far as told; `documentExpiresOn` null: 长期, or not said yet. */
export type Identity = {
  readonly name: string | null;
  readonly origin: Origin | null;
  readonly documentType: DocumentType | null;
  readonly documentNumber: string | null;
  readonly documentExpiresOn: LocalDate | null;
  readonly birthDate: LocalDate | null;
  readonly sex: Sex | null;
  readonly phone: string | null;
  readonly employer: string | null;
};

/** The columns that hold an identity. */
export type IdentityColumns = Pick<
  Candidate,
  keyof Identity | 'documentIndex' | 'documentTailIndex' | 'phoneIndex' | 'phoneTailIndex'
>;

/** Nothing told yet. */
export const NOBODY: Identity = {
  name: null,
  origin: null,
  documentType: null,
  documentNumber: null,
  documentExpiresOn: null,
  birthDate: null,
  sex: null,
  phone: null,
  employer: null,
};

/** The identity of a candidate, opened. */
export function openIdentity(crypto: Crypto, row: Pick<Candidate, 'id' | keyof Identity>): Identity {
  const open = (column: SealedColumn) => {
    const sealed = row[column];
    return sealed === null ? null : crypto.decryptField(placeOf(row.id, column), sealed);
  };
  const { name, origin, documentType, documentExpiresOn } = row;
  const birthDate = open('birthDate');
  return {
    name,
    origin,
    documentType,
    documentNumber: open('documentNumber'),
    documentExpiresOn,
    birthDate: birthDate === null ? null : localDate(birthDate),
    sex: sexOf(open('sex')),
    phone: open('phone'),
    employer: open('employer'),
  };
}

/** An identity as columns of the candidate with this id: in its one form, sealed, with the indices it is found by. */
export function sealIdentity(crypto: Crypto, id: string, identity: Identity): IdentityColumns {
  const seal = (column: SealedColumn, value: string | null) =>
    value === null ? null : crypto.encryptField(placeOf(id, column), value);
  const { origin, documentType, documentExpiresOn, birthDate, sex, phone, employer } = identity;
  const documentNumber = identity.documentNumber === null ? null : normaliseNumber(identity.documentNumber);
  return {
    name: identity.name === null ? null : normaliseName(identity.name),
    origin,
    documentType,
    documentNumber: seal('documentNumber', documentNumber),
    documentIndex:
      documentType === null || documentNumber === null ? null : documentIndexOf(crypto, documentType, documentNumber),
    documentTailIndex: documentNumber === null ? null : tailIndexOf(crypto, 'document', documentNumber),
    documentExpiresOn,
    birthDate: seal('birthDate', birthDate),
    sex: seal('sex', sex),
    phone: seal('phone', phone),
    phoneIndex: phone === null ? null : phoneIndexOf(crypto, phone),
    phoneTailIndex: phone === null ? null : tailIndexOf(crypto, 'phone', phone),
    employer: seal('employer', employer),
  };
}

/** What a search at the phone desk may mean: any of these. */
export type Search = {
  readonly documentTailIndex?: string;
  readonly phoneTailIndex?: string;
  readonly phoneIndex?: string;
  readonly documentIndices?: readonly string[];
  readonly nameBegins?: string;
};

/** The indices of what was typed: a name's beginning, the last four characters, a whole number. */
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

/** What a whole phone is found by. */
export const phoneIndexOf = (crypto: Crypto, phone: string): string => crypto.blindIndex('application-phone', phone);

type SealedColumn = 'documentNumber' | 'birthDate' | 'sex' | 'phone' | 'employer';

const placeOf = (row: string, column: SealedColumn) => ({ table: 'candidate', column, row });

function sexOf(opened: string | null): Sex | null {
  if (opened === null || opened === 'male' || opened === 'female') return opened;
  throw new Error('not a stored sex');
}

/** The same index as the register of people, so that one document is one document everywhere. */
const documentIndexOf = (crypto: Crypto, documentType: DocumentType, documentNumber: string): string =>
  personIndexOf(crypto, { documentType, documentNumber }).index;

// the purposes are as old as the stored indices: another name would find nobody any more
const tailIndexOf = (crypto: Crypto, of: 'document' | 'phone', number: string): string =>
  crypto.blindIndex(`application-${of}-tail`, number.slice(-4));
