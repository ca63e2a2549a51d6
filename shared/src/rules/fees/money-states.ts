/** A try to pay through a merchant. */
export const ATTEMPT_STATES = ['created', 'prepaid', 'succeeded', 'closed', 'failed'] as const;
export type AttemptState = (typeof ATTEMPT_STATES)[number];

/** Money outside a merchant: claimed by whoever sent it, then found by finance, or not. */
export const RECEIPT_STATES = ['claimed', 'confirmed', 'refused'] as const;
export type ReceiptState = (typeof RECEIPT_STATES)[number];

/** Money that goes back, through the merchant or by hand. */
export const REFUND_STATES = ['requested', 'approved', 'processing', 'succeeded', 'failed'] as const;
export type RefundState = (typeof REFUND_STATES)[number];

type Traits<S extends string, T extends string> = Readonly<Record<S, Readonly<Record<T, boolean>>>>;

/** `pending`: it may still bring money, or the merchant may yet tell us about it. `unpaid`: we know of no money from it. */
type AttemptTrait = 'pending' | 'unpaid';
const ATTEMPTS: Traits<AttemptState, AttemptTrait> = {
  created: { pending: true, unpaid: true },
  prepaid: { pending: true, unpaid: true },
  succeeded: { pending: false, unpaid: false },
  // what is over for us may have been paid at the merchant's in that very moment
  closed: { pending: false, unpaid: true },
  failed: { pending: false, unpaid: true },
};

/** `money`: it came, or finance has yet to find out whether it did, so that some of it may have to go back. */
type ReceiptTrait = 'money';
const RECEIPTS: Traits<ReceiptState, ReceiptTrait> = {
  claimed: { money: true },
  confirmed: { money: true },
  refused: { money: false },
};

/**
 * `decidable`: a person may decide that it goes back, for the first time or again. `decided`: somebody has, and the
 * merchant is asked until it ends. `unended`: either waits for a person or for the merchant.
 */
type RefundTrait = 'decidable' | 'decided' | 'unended';
const REFUNDS: Traits<RefundState, RefundTrait> = {
  requested: { decidable: true, decided: false, unended: true },
  approved: { decidable: false, decided: true, unended: true },
  processing: { decidable: false, decided: true, unended: true },
  succeeded: { decidable: false, decided: false, unended: false },
  failed: { decidable: true, decided: false, unended: false },
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
