import { type LocalDate, daysBetween } from '@jikaotong/shared/kernel';
import { dayWords } from '@jikaotong/shared/words';

/** `明天 09:00 考试`, `12月12日 周六 09:00 考试`; without a time only the day. */
export function examWords(day: LocalDate, startsAt: string | null, today: LocalDate): string {
  const days = daysBetween(today, day);
  const when = days === 0 ? '今天' : days === 1 ? '明天' : days === 2 ? '后天' : dayWords(day, today);
  return [when, startsAt, '考试'].filter(Boolean).join(' ');
}

/** `缴费还有 2 天`, `缴费明天截止`. */
export function dueWords(what: string, due: LocalDate, today: LocalDate): string {
  const days = daysBetween(today, due);
  if (days === 0) return `${what}今天截止`;
  return days === 1 ? `${what}明天截止` : `${what}还有 ${days} 天`;
}
