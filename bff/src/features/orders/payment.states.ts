import type { AttemptState, ReceiptState, RefundState } from './payment.record';

// What each state means to the guards: a new state does not compile before it has its place in each of them.

/** `pending`: it may still bring money, or WeChat may yet tell us about it; `ended`: nobody waits for it, money may come. */
const ATTEMPT: Readonly<Record<AttemptState, 'pending' | 'ended' | 'paid'>> = {
  created: 'pending',
  prepaid: 'pending',
  succeeded: 'paid',
  closed: 'ended',
  failed: 'ended',
};

/** Whether a receipt is money that is here, or may be here until finance has looked. */
const RECEIPT: Readonly<Record<ReceiptState, 'stands' | 'refused'>> = {
  claimed: 'stands',
  confirmed: 'stands',
  refused: 'refused',
};

const REFUND: Readonly<Record<RefundState, 'asked' | 'under-way' | 'done' | 'failed'>> = {
  requested: 'asked',
  approved: 'under-way',
  processing: 'under-way',
  succeeded: 'done',
  failed: 'failed',
};

const statesOf = <V extends string>(table: Readonly<Record<string, V>>, ...meanings: readonly V[]): readonly string[] =>
  Object.keys(table).filter((state) => meanings.some((meaning) => table[state] === meaning));

export const PENDING_ATTEMPTS = statesOf(ATTEMPT, 'pending');
/** Those that money may still turn to paid. */
export const UNPAID_ATTEMPTS = statesOf(ATTEMPT, 'pending', 'ended');
export const STANDING_RECEIPTS = statesOf(RECEIPT, 'stands');
/** Those that may be decided on, at first or anew. */
export const OPEN_REFUNDS = statesOf(REFUND, 'asked', 'failed');
export const UNFINISHED_REFUNDS = statesOf(REFUND, 'asked', 'under-way');
