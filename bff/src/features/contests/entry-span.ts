import type { LocalDate } from '@jikaotong/shared/kernel';
import type { Boundary, Notice } from '@jikaotong/shared/notice';

/** From when to when one can enter, both days included; null: not printed as a day. */
export type Span = { readonly opensOn: LocalDate | null; readonly closesOn: LocalDate | null };

/** The printed days of a competition's entry window. */
export function entrySpanOf(notice: Notice): Span {
  const window = notice.windows.find(({ kind }) => kind === 'application');
  return { opensOn: dayOf(window?.opens ?? null), closesOn: dayOf(window?.closes ?? null) };
}

/** Where a span stands on a day; one without any day has not come yet. */
export function spanState({ opensOn, closesOn }: Span, day: LocalDate): 'upcoming' | 'open' | 'closed' {
  if (closesOn !== null && day > closesOn) return 'closed';
  if (opensOn === null ? closesOn === null : day < opensOn) return 'upcoming';
  return 'open';
}

/** Of several runs the one that is open, else the next to come, else the last that was. */
export function nearestSpan(spans: readonly Span[], day: LocalDate): Span {
  const of = (state: ReturnType<typeof spanState>) => spans.filter((span) => spanState(span, day) === state);
  const byOpening = (a: Span, b: Span) => (a.opensOn ?? '9999').localeCompare(b.opensOn ?? '9999');
  const byClosing = (a: Span, b: Span) => (a.closesOn ?? '').localeCompare(b.closesOn ?? '');
  return (
    of('open').toSorted(byClosing)[0] ??
    of('upcoming').toSorted(byOpening)[0] ??
    of('closed').toSorted(byClosing).at(-1) ?? { opensOn: null, closesOn: null }
  );
}

/** Whether individuals enter in the app, and not on somebody else's site. */
export const entersHere = (notice: Notice): boolean =>
  notice.kind === 'competition' &&
  notice.applicationMethods.some(({ who, where }) => who === 'individual' && where === 'online');

const dayOf = (boundary: Boundary | null): LocalDate | null => (boundary?.kind === 'on' ? boundary.day : null);
