import { type LocalDate, parseLocalDate } from '@jikaotong/shared/kernel';
import { lastDayOf, toAfter } from '@jikaotong/shared/notice';

/** A job or stay as it is typed: people name the last day, which counts. */
export type SpanDraft = { readonly from: string | null; readonly lastDay: string | null; readonly present: boolean };

export const BLANK_SPAN: SpanDraft = { from: null, lastDay: null, present: true };

type Span = { readonly from: LocalDate; readonly to: LocalDate | null };

/** The days [from, to), or null while one is missing, lies ahead, or the end comes before the beginning. */
export function spanOf({ from, lastDay, present }: SpanDraft, today: LocalDate): Span | null {
  const start = parseLocalDate(from ?? '');
  if (!start.ok || start.value > today) return null;
  if (present) return { from: start.value, to: null };
  const end = parseLocalDate(lastDay ?? '');
  if (!end.ok || end.value < start.value || end.value > today) return null;
  return { from: start.value, to: toAfter(end.value) };
}

/** A span to be typed over. */
export const draftOfSpan = (span: Span): SpanDraft => ({
  from: span.from,
  lastDay: lastDayOf(span),
  present: span.to === null,
});

/** What is wrong with each day, in words. */
export const spanErrors = ({ from, lastDay }: SpanDraft, today: LocalDate) => ({
  from: from !== null && from > today ? '开始日期在今天以后，已经开始的才能算' : null,
  lastDay:
    lastDay !== null && lastDay > today
      ? '最后一天在今天以后；现在还在继续的，请勾选上面一项'
      : from !== null && lastDay !== null && lastDay < from
        ? '最后一天在开始日期以前'
        : null,
});

/** `2015-01-01 至 2018-12-31`, both days counted, `… 至 今` while it lasts. */
export const spanWords = (span: Span): string => `${span.from} 至 ${lastDayOf(span) ?? '今'}`;
