import { type LocalDate, addDays, addMonths, dayOfMonth } from '../../kernel';
import type { RetakeRule } from '../../notice';

/** 一年 ends on the same day of the month (民法典 201、202); where the month lacks it, on the month's last day. */
export const lastDayOfYears = (from: LocalDate, years: number): LocalDate => lastDayOfMonths(from, years * 12);

/** The same of months. */
export function lastDayOfMonths(from: LocalDate, months: number): LocalDate {
  const day = addMonths(from, months);
  return dayOfMonth(day) === dayOfMonth(from) ? day : addDays(day, -1);
}

/** How long a level's passes are kept; null where the notice keeps none. */
export const keptRowOf = (rule: RetakeRule | null, level: number | null): RetakeRule['kept'][number] | null =>
  rule?.kept.find(({ levels }) => levels.length === 0 || (level !== null && levels.includes(level))) ?? null;
