import {
  type LocalDate,
  addDays,
  addMonths,
  addYears,
  dayOfMonth,
  daysBetween,
  earlierOf,
  laterOf,
} from '../../kernel';
import { sorted } from './sorted';

/** Days [from, to); `to: null` while it lasts. */
export type Span = { readonly from: LocalDate; readonly to: LocalDate | null };

/** What is certain of a job: of one known to the month from the last day of its first month to the first day of its last. */
export function certainSpan({ from, to, byMonth }: Span & { readonly byMonth?: true | undefined }): Span {
  if (!byMonth) return { from, to };
  return {
    from: addDays(addMonths(firstOfMonth(from), 1), -1),
    to: to === null ? null : addDays(firstOfMonth(addDays(to, -1)), 1),
  };
}

const firstOfMonth = (day: LocalDate): LocalDate => addDays(day, 1 - dayOfMonth(day));

/** Overlapping and touching spans as one, in order; empty spans vanish. Nothing before `since` counts. */
export function mergedSpans(spans: readonly Span[], since: LocalDate | null = null): readonly Span[] {
  const given = spans
    .map(({ from, to }) => ({ from: since === null ? from : laterOf(from, since), to }))
    .filter(({ from, to }) => to === null || from < to);
  const inOrder = sorted(given, (a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const merged: Span[] = [];
  for (const span of inOrder) {
    const last = merged[merged.length - 1];
    if (last && (last.to === null || span.from <= last.to))
      merged[merged.length - 1] = {
        from: last.from,
        to: last.to === null || span.to === null ? null : laterOf(last.to, span.to),
      };
    else merged.push(span);
  }
  return merged;
}

/** Days that `years` mean, counted from the first span: 满N年 is reached on the anniversary itself. */
export function daysNeeded(merged: readonly Span[], years: number, on: LocalDate): number {
  const start = merged[0]?.from ?? on;
  return daysBetween(start, addYears(start, years));
}

/** Days counted before `on`. */
export const daysCounted = (merged: readonly Span[], on: LocalDate): number =>
  merged.reduce((sum, { from, to }) => {
    const end = to === null ? on : earlierOf(to, on);
    return from < end ? sum + daysBetween(from, end) : sum;
  }, 0);

/** The day on which merged spans, continued, add up to so many years; null when they end before. */
export function reachedOn(merged: readonly Span[], years: number): LocalDate | null {
  const first = merged[0];
  if (!first) return null;
  let left = daysNeeded(merged, years, first.from);
  for (const { from, to } of merged) {
    const length = to === null ? Number.POSITIVE_INFINITY : daysBetween(from, to);
    if (length >= left) return addDays(from, left);
    left -= length;
  }
  return null;
}
