import { type LocalDate, addDays, isLocalDate } from '@jikaotong/shared/kernel';

/** Days off in a row as they are being written; a day is `YYYY-MM-DD`, or null while unanswered. */
export type Span = { readonly from: string | null; readonly to: string | null };

export const BLANK_SPAN: Span = { from: null, to: null };

/** Longer than any announced: a slip of the year would otherwise fill thousands of days. */
const LONGEST = 60;

/** Every day of the spans; null while one is unanswered, runs backwards or is far too long. A span without an end is one day. */
export function daysOf(spans: readonly Span[]): LocalDate[] | null {
  const days: LocalDate[] = [];
  for (const { from, to } of spans) {
    if (!isDay(from) || (to !== null && (!isLocalDate(to) || to < from))) return null;
    const last = to ?? from;
    for (let day = from; day <= last; day = addDays(day, 1)) {
      days.push(day);
      if (days.length > LONGEST * spans.length) return null;
    }
  }
  return days;
}

const isDay = (text: string | null): text is LocalDate => text !== null && isLocalDate(text);

/** Sorted days in as few spans as possible. */
export function spansOf(days: readonly LocalDate[]): { readonly from: LocalDate; readonly to: LocalDate }[] {
  const spans: { from: LocalDate; to: LocalDate }[] = [];
  for (const day of days) {
    const last = spans[spans.length - 1];
    if (last && addDays(last.to, 1) === day) last.to = day;
    else spans.push({ from: day, to: day });
  }
  return spans;
}
