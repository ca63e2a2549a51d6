/** A try to pay through a merchant. */
export const ATTEMPT_STATES = ['created', 'prepaid', 'succeeded', 'closed', 'failed'] as const;
export type AttemptState = (typeof ATTEMPT_STATES)[number];

/** Money outside a merchant: claimed by whoever sent it, then found by finance, or not; `undone`: booked by mistake. */
export const RECEIPT_STATES = ['claimed', 'confirmed', 'refused', 'undone'] as const;
export type ReceiptState = (typeof RECEIPT_STATES)[number];

/** Money that goes back, through the merchant or by hand. */
export const REFUND_STATES = ['requested', 'approved', 'processing', 'succeeded', 'failed'] as const;
export type RefundState = (typeof REFUND_STATES)[number];

type Traits<S extends string, T extends string> = Readonly<Record<S, Readonly<Record<T, boolean>>>>;

/**
 * `pending`: it may still bring money, or the merchant may yet tell us about it. `begun`: the payer was sent off to pay, so
 * the end is asked for before another is offered. `unpaid`: we know of no money from it.
 */
type AttemptTrait = 'pending' | 'begun' | 'unpaid';
const ATTEMPTS: Traits<AttemptState, AttemptTrait> = {
  created: { pending: true, begun: false, unpaid: true },
  prepaid: { pending: true, begun: true, unpaid: true },
  succeeded: { pending: false, begun: false, unpaid: false },
  // what is over for us may have been paid at the merchant's in that very moment
  closed: { pending: false, begun: false, unpaid: true },
  failed: { pending: false, begun: false, unpaid: true },
};

/**
 * `money`: it came, or finance has yet to find out whether it did, so that some of it may have to go back. `waiting`: for
 * finance to find out.
 */
type ReceiptTrait = 'money' | 'waiting';
const RECEIPTS: Traits<ReceiptState, ReceiptTrait> = {
  claimed: { money: true, waiting: true },
  confirmed: { money: true, waiting: false },
  refused: { money: false, waiting: false },
  undone: { money: false, waiting: false },
};

/**
 * `decidable`: a person may decide that it goes back, for the first time or again. `decided`: somebody has, and the
 * merchant is asked until it ends. `unended`: either waits for a person or for the merchant. `back`: the money is on its
 * way back, or has come there.
 */
type RefundTrait = 'decidable' | 'decided' | 'unended' | 'back';
const REFUNDS: Traits<RefundState, RefundTrait> = {
  requested: { decidable: true, decided: false, unended: true, back: true },
  approved: { decidable: false, decided: true, unended: true, back: true },
  processing: { decidable: false, decided: true, unended: true, back: true },
  succeeded: { decidable: false, decided: false, unended: false, back: true },
  failed: { decidable: true, decided: false, unended: false, back: false },
};

/** The states of an attempt of which this is true. */
export const attemptStatesThatAre = (trait: AttemptTrait): readonly AttemptState[] =>
  ATTEMPT_STATES.filter((state) => ATTEMPTS[state][trait]);

/** The states of a receipt of which this is true. */
export const receiptStatesThatAre = (trait: ReceiptTrait): readonly ReceiptState[] =>
  RECEIPT_STATES.filter((state) => RECEIPTS[state][trait]);

/** The states of a refund of which this is true. */
export const refundStatesThatAre = (trait: RefundTrait): readonly RefundState[] =>
  REFUND_STATES.filter((state) => REFUNDS[state][trait]);
