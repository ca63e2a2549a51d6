import { type LocalDate, daysBetween } from '@jikaotong/shared/kernel';
import { dayWords } from '@jikaotong/shared/words';

/** `明天 09:00 考试`, `12月12日 周六 09:00 考试`; without a time only the day. */
export function examWords(day: LocalDate, startsAt: string | null, today: LocalDate, exam = '考试'): string {
  const days = daysBetween(today, day);
  const when = days === 0 ? '今天' : days === 1 ? '明天' : days === 2 ? '后天' : dayWords(day, today);
  return [when, startsAt, exam].filter(Boolean).join(' ');
}
