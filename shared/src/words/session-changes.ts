import type { SessionChangeView } from '../contract';
import type { LocalDate } from '../kernel';
import { dayWords, distanceWords } from './dates';
import { wordOf } from './table';

/** What happened to a session. */
export const sessionChangeWord = wordOf<SessionChangeView['kind']>({ moved: '已改期', cancelled: '已取消' });

type ExamDays = { readonly examStart: LocalDate; readonly examEnd: LocalDate };

/** `考试由12月12日 周六改到12月19日 周六`, or `原定12月12日 周六的考试取消`. */
export function sessionChangeSentence(
  { before, after }: { readonly before: ExamDays; readonly after: ExamDays | null },
  today: LocalDate,
): string {
  if (after === null) return `原定${examDaysWords(before, today)}的考试取消`;
  const [old, next] = [examDaysWords(before, today), examDaysWords(after, today)];
  return old === next ? `考试仍在${next}，其他安排有变动` : `考试由${old}改到${next}`;
}

/** `12月12日 周六`, or `12月12日 周六至12月13日 周日`. */
export const examDaysWords = ({ examStart, examEnd }: ExamDays, today: LocalDate): string =>
  examStart === examEnd ? dayWords(examStart, today) : `${dayWords(examStart, today)}至${dayWords(examEnd, today)}`;

/** `12月12日 周六至12月13日 周日 · 还有19天`; from the first day to the last it is today. */
export const examDaysAndDistanceWords = (days: ExamDays, today: LocalDate): string =>
  `${examDaysWords(days, today)} · ${distanceWords(days.examStart < today && today <= days.examEnd ? today : days.examStart, today)}`;
