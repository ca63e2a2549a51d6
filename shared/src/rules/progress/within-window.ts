import type { LocalDate } from '../../kernel';
import type { WindowKind } from '../../notice';
import type { KnownWindow } from './progress-facts';

export type TimeRefusal =
  | { readonly code: 'too-early'; readonly data: { readonly opensOn: LocalDate | null } }
  | { readonly code: 'too-late'; readonly data: { readonly closedOn: LocalDate } };

/** The known days of a window; both null where the session has none. */
export const spanOf = (windows: readonly KnownWindow[], kind: WindowKind): Omit<KnownWindow, 'kind'> =>
  windows.find((window) => window.kind === kind) ?? { opens: null, closes: null };

/** Null inside the window (both days included); an end that is not known refuses nothing. */
export const withinWindow = (windows: readonly KnownWindow[], kind: WindowKind, day: LocalDate): TimeRefusal | null =>
  notBefore(spanOf(windows, kind).opens, day) ?? notAfter(spanOf(windows, kind).closes, day);

export const notBefore = (opensOn: LocalDate | null, day: LocalDate): TimeRefusal | null =>
  opensOn !== null && day < opensOn ? { code: 'too-early', data: { opensOn } } : null;

export const notAfter = (closedOn: LocalDate | null, day: LocalDate): TimeRefusal | null =>
  closedOn !== null && day > closedOn ? { code: 'too-late', data: { closedOn } } : null;
