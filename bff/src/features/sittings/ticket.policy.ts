import type { LocalDate } from '@jikaotong/shared/kernel';
import { type TicketPlaces, checkTicketPattern, ticketSeriesOf, ticketNumber } from '@jikaotong/shared/rules/numbering';
import { type KnownWindow, notBefore, spanOf } from '@jikaotong/shared/rules/progress';
import type { Refused } from '../../platform/http';

/** Tickets are issued and shown from the session's ticket day on (B26 三（四）). */
export function judgeTicketDay(windows: readonly KnownWindow[], day: LocalDate): Refused | null {
  const refusal = notBefore(spanOf(windows, 'ticket').opens, day);
  return refusal && { refused: refusal.code, data: refusal.data };
}

/** Whether the body's pattern can be used at all. */
export function judgePattern(pattern: string): Refused | null {
  const fault = checkTicketPattern(pattern);
  return fault && { refused: 'number-pattern-wrong', data: { reason: fault.code } };
}

export type Numbered<T> = { readonly of: T; readonly places: TicketPlaces };

/** Those who draw from one counter, in order, by the counter's name. */
export function bySeries<T>(
  pattern: string,
  wanted: readonly Numbered<T>[],
): ReadonlyMap<string, readonly Numbered<T>[]> {
  const groups = new Map<string, Numbered<T>[]>();
  for (const one of wanted) {
    const series = ticketSeriesOf(pattern, one.places);
    groups.set(series, [...(groups.get(series) ?? []), one]);
  }
  return groups;
}

/** The number of a sequence, or `numbers-exhausted` when the pattern has no digits left for it. */
export function numberOf(pattern: string, places: TicketPlaces, sequence: number): string | Refused {
  const number = ticketNumber(pattern, places, sequence);
  return number.ok ? number.value : { refused: 'numbers-exhausted', data: { last: number.error.data.last } };
}
