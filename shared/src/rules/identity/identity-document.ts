import { type LocalDate, type Result, failed, ok, tidyCapitals } from '../../kernel';
import type { DocumentType } from '../../notice';
import { type CitizenNumberFault, type Sex, readCitizenNumber } from './citizen-number';
import { isHongKongNumber } from './hong-kong-number';

/** A document's number in its one form, with what the number itself tells (null: nothing). */
export type IdentityNumber = {
  readonly type: DocumentType;
  readonly number: string;
  readonly birthDate: LocalDate | null;
  readonly sex: Sex | null;
};

export type IdentityNumberFault =
  | { readonly code: CitizenNumberFault; readonly data: { readonly type: DocumentType } }
  | {
      readonly code: 'identity-other-type';
      readonly data: { readonly type: DocumentType; readonly looksLike: DocumentType };
    };

/** The one form of a document's number: plain capitals and digits without brackets, hyphens and dots. */
export const normaliseNumber = (text: string): string => tidyCapitals(text).replace(/[-.·()[\]【】〔〕]+/g, '');

/**
 * Reads a number as the document it is said to be, on `day` (births after it are refused); refuses with
 * `identity-format`, `identity-check-digit`, `identity-birth-date`, or `identity-other-type` for a number of a sister form.
 */
export function parseIdentityNumber(
  type: DocumentType,
  text: string,
  day: LocalDate,
): Result<IdentityNumber, IdentityNumberFault> {
  const number = normaliseNumber(text);
  const refuse = (code: CitizenNumberFault) => failed({ code, data: { type } });
  if (isOldPermanentResidentId(type, number)) return ok({ type, number, birthDate: null, sex: null });
  if (isCitizenForm(type)) {
    const read = readCitizenNumber(number, day);
    if (!read.ok) return refuse(read.error);
    const looksLike = citizenTypeOf(number);
    if (looksLike !== (type === 'beijing-social-security-card' ? 'resident-id' : type)) {
      return failed({ code: 'identity-other-type', data: { type, looksLike } });
    }
    return ok({ type, number, ...read.value });
  }
  if (!FORMS[type].test(number)) return refuse('identity-format');
  if (type === 'hongkong-id' && !isHongKongNumber(number)) return refuse('identity-check-digit');
  return ok({ type, number, birthDate: null, sex: null });
}

/**
 * Under which type and number a document is looked up: a social card goes by the citizen number it carries, a
 * permit without its renewal count.
 */
export function identityKeyOf({ type, number }: Pick<IdentityNumber, 'type' | 'number'>): {
  type: DocumentType;
  number: string;
} {
  if (type === 'beijing-social-security-card') return { type: 'resident-id', number };
  if (type === 'hongkong-macau-travel-permit') return { type, number: number.slice(0, 9) };
  return { type, number };
}

type CitizenForm =
  | 'resident-id'
  | 'hongkong-macau-residence-permit'
  | 'taiwan-residence-permit'
  | 'foreign-permanent-resident-id'
  | 'beijing-social-security-card';

const FORMS: Readonly<Record<Exclude<DocumentType, CitizenForm>, RegExp>> = {
  'hongkong-macau-travel-permit': /^[HM]\d{8}(\d{2})?$/,
  'taiwan-travel-permit': /^(\d{8}|\d{10}[A-Z])$/,
  'hongkong-id': /^[A-Z]{1,2}\d{6}[\dA]$/,
  'macau-id': /^[157]\d{7}$/,
  passport: /^[A-Z0-9]{5,9}$/,
};

const isCitizenForm = (type: DocumentType): type is CitizenForm => !(type in FORMS);

/** Cards issued before 2023 carry three letters and twelve digits and stay valid. */
const isOldPermanentResidentId = (type: DocumentType, number: string): boolean =>
  type === 'foreign-permanent-resident-id' && /^[A-Z]{3}\d{12}$/.test(number);

function citizenTypeOf(number: string): Exclude<CitizenForm, 'beijing-social-security-card'> {
  if (number.startsWith('9')) return 'foreign-permanent-resident-id';
  if (/^8[12]0000/.test(number)) return 'hongkong-macau-residence-permit';
  return number.startsWith('830000') ? 'taiwan-residence-permit' : 'resident-id';
}
