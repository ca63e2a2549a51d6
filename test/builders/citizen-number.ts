import { citizenCheckDigit } from '@jikaotong/shared/rules/identity';

/** A made-up citizen number with a right check digit; `order` (0–499) tells people of one day and sex apart. */
export const citizenNumber = (person: { birthDate: string; sex: 'male' | 'female'; order?: number }): string => {
  const sequence = ((person.order ?? 0) % 500) * 2 + (person.sex === 'male' ? 1 : 0);
  const digits = `110105${person.birthDate.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`;
  return digits + citizenCheckDigit(digits);
};

/** The same number with a check digit that is wrong. */
export const withWrongCheck = (number: string): string => number.slice(0, 17) + (number.endsWith('0') ? '1' : '0');
