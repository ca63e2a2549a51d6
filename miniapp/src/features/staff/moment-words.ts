import { type LocalDate, dayAt, timeAt } from '@jikaotong/shared/kernel';
import { dayWords } from '@jikaotong/shared/words';

/** `11月23日 周一 09:12`, Beijing time. */
export const momentWords = (instantMs: number, today: LocalDate): string =>
  `${dayWords(dayAt(instantMs), today)} ${timeAt(instantMs)}`;
