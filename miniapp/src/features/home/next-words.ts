import { type LocalDate, daysBetween } from '@jikaotong/shared/kernel';

/** `缴费还有 2 天`, `缴费明天截止`. */
export function dueWords(what: string, due: LocalDate, today: LocalDate): string {
  const days = daysBetween(today, due);
  if (days === 0) return `${what}今天截止`;
  return days === 1 ? `${what}明天截止` : `${what}还有 ${days} 天`;
}
