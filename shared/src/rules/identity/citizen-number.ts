import { type LocalDate, type Result, failed, ok, parseLocalDate } from '../../kernel';

export type Sex = 'male' | 'female';
export type CitizenNumberFault = 'identity-format' | 'identity-check-digit' | 'identity-birth-date';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS = '10X98765432';

/** The check digit of the first 17 digits (GB 11643). */
export function citizenCheckDigit(digits: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return CHECK_DIGITS[sum % 11] ?? '';
}

/**
 * Reads birth date and sex (third last digit odd: male) from 18 normalised characters; refuses wrong forms, wrong check
 * digits, days that do not exist and births after `day`. Area codes are not checked: abolished counties are valid.
 */
export function readCitizenNumber(
  number: string,
  day: LocalDate,
): Result<{ birthDate: LocalDate; sex: Sex }, CitizenNumberFault> {
  if (!/^[1-9]\d{16}[\dX]$/.test(number)) return failed('identity-format');
  if (citizenCheckDigit(number) !== number[17]) return failed('identity-check-digit');
  const birth = parseLocalDate(`${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`);
  if (!birth.ok || birth.value > day) return failed('identity-birth-date');
  return ok({ birthDate: birth.value, sex: Number(number[16]) % 2 === 1 ? 'male' : 'female' });
}
