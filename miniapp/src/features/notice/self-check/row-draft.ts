import { type LocalDate, parseLocalDate } from '@jikaotong/shared/kernel';

/** What a row that was begun still lacks, by the words of its fields; nothing of a row that nobody has begun. */
export function missingIn<T extends object>(
  draft: T,
  blank: T,
  fields: Readonly<Record<string, boolean>>,
): readonly string[] {
  const begun = Object.entries(draft).some(([key, value]) => value !== Reflect.get(blank, key) && value !== '');
  return begun ? Object.keys(fields).filter((field) => !fields[field]) : [];
}

/** A day that has come; null for one that is not typed whole or lies ahead. */
export function pastDay(text: string | null, today: LocalDate): LocalDate | null {
  const day = parseLocalDate(text ?? '');
  return day.ok && day.value <= today ? day.value : null;
}

/** What is wrong with a day that must have come, in words. */
export const aheadError = (text: string | null, today: LocalDate): string | null => {
  const day = parseLocalDate(text ?? '');
  return day.ok && day.value > today ? '日期在今天以后，请核对' : null;
};
