import { type Clause, type LocalDate, every } from '../../kernel';
import type { SessionField, WindowKind } from '../../notice';

export type WindowEnd = 'opens' | 'closes';
type Place = { readonly kind: WindowKind; readonly end: WindowEnd };

/** Why one end of a window is null. */
export type UnknownDay =
  | { readonly code: 'calendar-year-unknown'; readonly data: Place & { readonly year: number } }
  | { readonly code: 'session-field-missing'; readonly data: Place & { readonly field: SessionField } }
  | { readonly code: 'schedule-row-missing'; readonly data: Place & { readonly month: string } }
  | { readonly code: 'day-printed-only'; readonly data: Place & { readonly text: string } }
  | { readonly code: 'anchor-unknown'; readonly data: Place & { readonly anchor: string } };

/** What staff should look at before they confirm the windows of a session. */
export type WindowTrouble =
  | {
      readonly code: 'month-not-listed';
      /** `listed`: the printed months, joined by commas; `YYYY-MM` where the notice prints a schedule. */
      readonly data: { readonly month: number | string; readonly listed: string };
    }
  | {
      readonly code: 'exam-ends-before-start';
      readonly data: { readonly examStart: LocalDate; readonly examEnd: LocalDate };
    }
  | {
      readonly code: 'window-closes-before-opens';
      readonly data: { readonly kind: WindowKind; readonly opens: LocalDate; readonly closes: LocalDate };
    }
  | {
      readonly code: 'window-before-notice';
      readonly data: { readonly kind: WindowKind; readonly opens: LocalDate; readonly issuedOn: LocalDate };
    }
  | {
      readonly code: 'window-reaches-exam';
      readonly data: { readonly kind: WindowKind; readonly closes: LocalDate; readonly examStart: LocalDate };
    }
  | {
      readonly code: 'no-time-for-review';
      readonly data: { readonly applicationCloses: LocalDate; readonly paymentCloses: LocalDate };
    }
  | {
      readonly code: 'ticket-before-payment-closes';
      readonly data: { readonly ticketOpens: LocalDate; readonly paymentCloses: LocalDate };
    }
  | {
      readonly code: 'published-before-exam-ends';
      readonly data: { readonly publishedOn: LocalDate; readonly examEnd: LocalDate };
    }
  | { readonly code: 'published-late'; readonly data: { readonly publishedOn: LocalDate; readonly latest: LocalDate } }
  | {
      /** The printed words may mean a day before registration closes. */
      readonly code: 'stage-before-application-closes';
      readonly data: { readonly kind: WindowKind; readonly text: string; readonly applicationCloses: LocalDate };
    }
  | { readonly code: 'schedule-flagged'; readonly data: { readonly month: string; readonly flag: string } };

/** A warning with the place it comes from (null: from what staff entered). */
export type WindowWarning = (UnknownDay | WindowTrouble) & { readonly source: Clause | null };
export type WindowWarningCode = WindowWarning['code'];

export const WINDOW_WARNINGS = every<WindowWarningCode>()([
  'calendar-year-unknown',
  'session-field-missing',
  'schedule-row-missing',
  'day-printed-only',
  'anchor-unknown',
  'month-not-listed',
  'exam-ends-before-start',
  'window-closes-before-opens',
  'window-before-notice',
  'window-reaches-exam',
  'no-time-for-review',
  'ticket-before-payment-closes',
  'published-before-exam-ends',
  'published-late',
  'stage-before-application-closes',
  'schedule-flagged',
]);
