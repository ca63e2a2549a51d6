import { type LocalDate, type Result, failed, ok, tidyCapitals } from '../../kernel';

/** Positions 1–13 of every certificate number of a body, from its filing; see `checkBodyPart`. */
export type BodyPart = string;

/** The same positions as a body's staff enter them: Y or S, body code (4), province (2), site (6). */
export type CertificatePrefix = {
  readonly letter: string;
  readonly bodyCode: string;
  readonly province: string;
  readonly site: string;
};

export const bodyPartOf = ({ letter, bodyCode, province, site }: CertificatePrefix): BodyPart =>
  `${letter}${bodyCode}${province}${site}`;

export type BodyPartFault = { readonly code: 'number-body-part'; readonly data: { readonly bodyPart: string } };
export type CertificateOverflow = {
  readonly code: 'number-sequence-exhausted';
  readonly data: { readonly pattern: string; readonly last: number };
};

/** The highest sequence of one body, year and level. */
export const LAST_CERTIFICATE_SEQUENCE = 999_999;

/** Checks positions 1–13: Y (employer) or S (social body), 4 digits of the body, 2 of the province, 6 of the site. */
export const checkBodyPart = (bodyPart: string): BodyPartFault | null =>
  /^[YS]\d{4}[1-9]\d\d{6}$/.test(bodyPart) ? null : { code: 'number-body-part', data: { bodyPart } };

/** Whether the national form has a place for a level: 五级 to 一级. What those of 学徒工, 特级技师 and 首席技师 hold is unpublished. */
export const isNumberedLevel = (level: number): boolean => Number.isInteger(level) && level >= 1 && level <= 5;

/** The counter a certificate number is drawn from; allocated in one transaction, never reused. */
export const certificateSeriesOf = (of: { bodyPart: BodyPart; year: number; level: number }): string =>
  `${of.bodyPart}${String(of.year).slice(2)}${of.level}`;

/** The 22 characters: body part (13), year of issue (2), level 5…1 (1), sequence (6); refuses past the last sequence. */
export function certificateNumber(of: {
  bodyPart: BodyPart;
  year: number;
  level: number;
  sequence: number;
}): Result<string, CertificateOverflow> {
  if (checkBodyPart(of.bodyPart)) throw new Error(`not a body part: ${of.bodyPart}`);
  if (!isNumberedLevel(of.level)) throw new Error(`not a numbered level: ${of.level}`);
  if (!Number.isSafeInteger(of.sequence) || of.sequence < 1) throw new Error(`not a sequence: ${of.sequence}`);
  const counter = certificateSeriesOf(of);
  if (of.sequence > LAST_CERTIFICATE_SEQUENCE) {
    return failed({
      code: 'number-sequence-exhausted',
      data: { pattern: counter, last: LAST_CERTIFICATE_SEQUENCE },
    });
  }
  return ok(`${counter}${String(of.sequence).padStart(6, '0')}`);
}

/** Which printed form a certificate number a candidate types has; null for none of them. No form has a check digit. */
export type CertificateForm = 'vocational-skill' | 'special-technician' | 'old-qualification';

export function certificateFormOf(text: string): CertificateForm | null {
  const number = normaliseCertificateNumber(text);
  if (/^[YS]\d{14}[1-5]\d{6}$/.test(number)) return 'vocational-skill';
  if (/^[A-Z]{2}\d{20}$/.test(number)) return 'special-technician';
  if (/^\d{16}$/.test(number)) return 'old-qualification';
  return null;
}

/** What is wrong with the number of a certificate that somebody holds, beside what else was told of it. */
export const CERTIFICATE_NUMBER_FAULTS = ['form', 'level', 'year'] as const;
export type CertificateNumberFault = (typeof CERTIFICATE_NUMBER_FAULTS)[number];

/**
 * Whether a number can be that of a certificate of this level (5 … 1) and day of issue: of no printed form, or in the form
 * of today with another level or year in it. A number that passes may still be made up; the official look-up tells.
 */
export function certificateNumberFaults(held: {
  readonly number: string;
  readonly level: number;
  readonly issuedOn: LocalDate;
}): readonly CertificateNumberFault[] {
  const form = certificateFormOf(held.number);
  if (form === null) return ['form'];
  if (form !== 'vocational-skill') return [];
  const number = normaliseCertificateNumber(held.number);
  const faults: CertificateNumberFault[] = [];
  if (number.slice(15, 16) !== String(held.level)) faults.push('level');
  if (number.slice(13, 15) !== held.issuedOn.slice(2, 4)) faults.push('year');
  return faults;
}

/** The one form of a certificate number that is typed or pasted. */
export const normaliseCertificateNumber = (text: string): string => tidyCapitals(text).replace(/[-.]/g, '');
