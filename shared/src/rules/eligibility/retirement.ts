import { type LocalDate, addMonths, localDate, monthOf, yearOf } from '../../kernel';

export type RetirementLine = 'man-60' | 'woman-55' | 'woman-50';

/** 国务院关于渐进式延迟法定退休年龄的办法, in force from 2025-01-01; last checked against the published tables 2026-01. */
const IN_FORCE_FROM = localDate('2025-01-01');
const lines = {
  'man-60': { age: 60, firstBirthYear: 1965, birthMonthsPerStep: 4, mostMonths: 36 },
  'woman-55': { age: 55, firstBirthYear: 1970, birthMonthsPerStep: 4, mostMonths: 36 },
  'woman-50': { age: 50, firstBirthYear: 1975, birthMonthsPerStep: 2, mostMonths: 60 },
} as const satisfies Record<RetirementLine, object>;

/** Months by which the age of a line moves back for a birth month. */
export function retirementDelay(birthDate: LocalDate, line: RetirementLine): number {
  const { firstBirthYear, birthMonthsPerStep, mostMonths } = lines[line];
  const months = (yearOf(birthDate) - firstBirthYear) * 12 + monthOf(birthDate) - 1;
  return months < 0 ? 0 : Math.min(mostMonths, Math.floor(months / birthMonthsPerStep) + 1);
}

/** The day a person reaches statutory retirement age by the law in force on `on`. */
export const retirementDay = (birthDate: LocalDate, line: RetirementLine, on: LocalDate): LocalDate =>
  addMonths(birthDate, lines[line].age * 12 + (on < IN_FORCE_FROM ? 0 : retirementDelay(birthDate, line)));
