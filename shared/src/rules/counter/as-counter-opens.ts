import type { Clause, LocalDate } from '../../kernel';
import type { Notice, WindowKind } from '../../notice';
import { type Calendar, lastCounterDayOf } from '../calendar';
import { individualsApply } from './individuals-apply';

type Span = {
  readonly kind: WindowKind;
  readonly opens: LocalDate | null;
  readonly closes: LocalDate | null;
  readonly source: Clause;
};

/**
 * Windows as people can use them: where individuals apply at the counter only, the application ends on the last day that
 * counter opens, by the clause of its hours (S25: Friday 07-11, not Tuesday 07-15). As they are where it never opens in
 * them, or the calendar of a year is missing: then nobody is told a day that is not known.
 */
export function asCounterOpens<W extends Span>(
  windows: readonly W[],
  notice: Pick<Notice, 'counters' | 'applicationMethods' | 'fees'>,
  calendar: Calendar,
): readonly W[] {
  if (individualsApply(notice) !== 'counter') return windows;
  return windows.map((window) => {
    if (window.kind !== 'application') return window;
    const last = lastCounterDayOf({ notice, window, calendar });
    if (!last.ok || last.value === null || last.value.day === null || last.value.day === window.closes) return window;
    return { ...window, closes: last.value.day, source: last.value.source };
  });
}
