import { type LocalDate, addDays, isLocalDate, yearOf } from '@jikaotong/shared/kernel';
import { workedDayFault } from '@jikaotong/shared/rules/calendar';

/** Days off in a row as they are being written; a day is `YYYY-MM-DD`, or null while unanswered. */
export type Span = { readonly from: string | null; readonly to: string | null };

export const BLANK_SPAN: Span = { from: null, to: null };

/** Longer than any announced: a slip of the month would otherwise fill half a year. */
export const LONGEST_SPAN_DAYS = 60;

export type DayFault = 'unanswered' | 'other-year' | 'backwards' | 'too-long' | 'worked-weekday' | 'off-and-worked';

/** What is wrong with each end of a span; null where nothing is. A span without an end is one day. */
export type SpanFault = { readonly from: DayFault | null; readonly to: DayFault | null };

/** What is wrong with days off in a row, at the field where it is. */
export function spanFault(year: number, { from, to }: Span): SpanFault {
  const first = outside(year, from);
  const fault = (last: DayFault | null): SpanFault => ({ from: from === null ? 'unanswered' : first, to: last });
  if (to === null || outside(year, to)) return fault(to === null ? null : 'other-year');
  if (first || !isDay(from) || !isDay(to)) return fault(null);
  if (to < from) return fault('backwards');
  return fault(to < addDays(from, LONGEST_SPAN_DAYS) ? null : 'too-long');
}

/** What is wrong with each weekend day that is worked, beside the days that are off. */
export const workedFault = (year: number, { from }: Span, off: readonly LocalDate[]): SpanFault => ({
  from: isDay(from) ? (outside(year, from) ?? workedDayFault(from, off)) : 'unanswered',
  to: null,
});

const outside = (year: number, day: string | null): 'other-year' | null =>
  isDay(day) && yearOf(day) !== year ? 'other-year' : null;

/** Every day of the spans in which nothing is wrong. */
export function daysOf(year: number, spans: readonly Span[]): LocalDate[] {
  const days: LocalDate[] = [];
  for (const span of spans) {
    const { from, to } = span;
    if (!isDay(from) || !isFaultless(spanFault(year, span))) continue;
    const last = isDay(to) ? to : from;
    for (let day = from; day <= last; day = addDays(day, 1)) days.push(day);
  }
  return days;
}

export const isFaultless = ({ from, to }: SpanFault): boolean => from === null && to === null;

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
