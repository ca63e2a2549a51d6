import type { LocalDate } from '../../kernel';
import type { WindowKind } from '../../notice';
import type { LaterPaper } from './later-papers';

export const APPLICATION_STATES = [
  'draft',
  'submitted',
  'returned',
  'approved',
  'rejected',
  'withdrawn',
  'lapsed',
  'void',
] as const;
export type ApplicationState = (typeof APPLICATION_STATES)[number];

export const ORDER_STATES = ['open', 'settled', 'lapsed', 'cancelled'] as const;
export type OrderState = (typeof ORDER_STATES)[number];

/** A stored window of the session; null: not known. */
export type KnownWindow = {
  readonly kind: WindowKind;
  readonly opens: LocalDate | null;
  readonly closes: LocalDate | null;
};

/** The stored states of one application and what hangs on it. */
export type ProgressFacts = {
  readonly windows: readonly KnownWindow[];
  readonly application: ApplicationState;
  /** Null before approval. `claimed`: a transfer voucher waits for finance. */
  readonly order: { readonly state: OrderState; readonly claimed: boolean } | null;
  /** The unit that entered the candidate hands in and pays; absent: the candidate does. */
  readonly paidByUnit?: boolean;
  readonly seated: boolean;
  readonly ticketIssued: boolean;
  /** `complete`: every subject has a mark, or "absent". */
  readonly results: 'none' | 'complete' | 'published';
  /** The others' results are out, this one is held while something is looked into; absent: no. */
  readonly resultPending?: boolean;
  /** Null until published. */
  readonly outcome: 'passed' | 'failed' | 'absent' | null;
  readonly scoreReviewOpen: boolean;
  /** Somebody objects to the public line, and that is looked into; absent: nobody does. */
  readonly objectionOpen?: boolean;
  /** The last day for a retake while one is possible (rules/results). */
  readonly retakeUntil: LocalDate | null;
  readonly certificate: 'none' | 'issued' | 'void';
  readonly change: SessionChangeFacts | null;
  /** Subjects whose time the notice leaves to later, with their days as far as announced; absent: none. */
  readonly later?: readonly Pick<LaterPaper, 'subject' | 'day'>[];
};

/**
 * The session was moved or cancelled. `until` is the last day on which the candidate may choose (null: nothing is
 * asked); `keep` may still be taken back, `leave` may not. A transfer leaves no change behind.
 */
export type SessionChangeFacts = {
  readonly kind: 'moved' | 'cancelled';
  readonly until: LocalDate | null;
  readonly choice: 'keep' | 'leave' | null;
};

/** Where a session itself stands. */
export type SessionFacts = {
  readonly windows: readonly KnownWindow[];
  readonly cancelled: boolean;
  readonly published: boolean;
};
