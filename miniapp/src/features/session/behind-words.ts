import type { LocalDate } from '@jikaotong/shared/kernel';
import type { DaysAhead } from '@jikaotong/shared/rules/calendar';
import { refusalSentence } from '@jikaotong/shared/words';

/** What is wrong with a day of a session that is over, as the server says it. */
export const behindWords = (second: keyof DaysAhead, today: LocalDate): string =>
  refusalSentence('window-order-wrong', { first: 'today', second, firstDay: today });
