import type { StageView } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { dayWords, stagePlanWords } from '@jikaotong/shared/words';

/** `7月28日 周一 09:00 亦庄考点`. */
export const announcedWords = (
  { day, startsAt, place, plan = [] }: NonNullable<StageView['announced']>,
  today: LocalDate,
): string =>
  [[dayWords(day, today), startsAt, place].filter(Boolean).join(' '), stagePlanWords(plan)].filter(Boolean).join('；');
