import { type Fen, type LocalDate, addDays, dayAt, instantAt, timeOfDay } from '@jikaotong/shared/kernel';
import type { FeeTable } from '@jikaotong/shared/notice';
import {
  type AttemptMethod,
  type MerchantMethod,
  PAY_CHANNELS,
  type PayMethod,
  methodsPrintedAs,
} from '@jikaotong/shared/rules/fees';
import { notAfter, notBefore } from '@jikaotong/shared/rules/progress';
import type { Now } from '../../platform/clock';
import type { Refused } from '../../platform/http';
import type { Attempt } from './payment.record';
import type { Order } from './order.record';

/** What the notice allows; through a merchant only the ways by which the body has one. */
export const methodsOf = (
  fees: Pick<FeeTable, 'methods'> | null,
  throughMerchant: readonly MerchantMethod[],
): PayMethod[] => [
  ...new Set(
    (fees?.methods ?? [])
      .flatMap(({ method }) => methodsPrintedAs(method))
      .filter((method) => PAY_CHANNELS[method] !== 'merchant' || throughMerchant.some((each) => each === method)),
  ),
];

/**
 * Whether money that was received on this day is too late. A transfer whose voucher was handed in by the last day (`claimed`)
 * was sent in time, which is enough unless the notice counts when it arrives (S25 二（四）).
 */
export const cameLate = (
  { payBy }: Pick<Order, 'payBy'>,
  came: { readonly method: PayMethod; readonly day: LocalDate; readonly claimed: boolean },
  fees: Pick<FeeTable, 'methods'> | null,
): boolean =>
  payBy !== null &&
  came.day > payBy &&
  (!came.claimed ||
    (fees?.methods ?? []).some(
      ({ method, inTimeBy }) => inTimeBy === 'arrival' && methodsPrintedAs(method).includes(came.method),
    ));

/** Why staff cannot have received money for it on that day, or null: `received-day-wrong` (earliest, latest). */
export function refuseReceivedOn(
  order: Pick<Order, 'openedAt'>,
  received: LocalDate,
  today: LocalDate,
): Refused | null {
  const earliest = dayAt(order.openedAt);
  return received < earliest || received > today
    ? { refused: 'received-day-wrong', data: { earliest, latest: today } }
    : null;
}

/** Why no money is taken for it any more, or null: `already-paid`, `order-closed`. */
export function refuseTaking(order: Pick<Order, 'state'>): Refused | null {
  switch (order.state) {
    case 'open':
      return null;
    case 'settled':
      return { refused: 'already-paid' };
    case 'lapsed':
    case 'cancelled':
      return { refused: 'order-closed', data: { state: order.state } };
  }
}

/** The same of money that staff received: what lapsed may be settled by what came in time. */
export const refuseReceiving = (order: Pick<Order, 'state'>): Refused | null =>
  order.state === 'lapsed' ? null : refuseTaking(order);

/** Why the candidate may not pay on this day, or null: also `too-early` (opensOn), `too-late` (closedOn). */
export function refusePaying(order: Pick<Order, 'state' | 'payOpens' | 'payBy'>, day: LocalDate): Refused | null {
  const outside = notBefore(order.payOpens, day) ?? notAfter(order.payBy, day);
  return refuseTaking(order) ?? (outside && { refused: outside.code, data: outside.data });
}

/** Why there is no receipt of it, or null: `nothing-to-print` with `of` unpaid, closed or returned. */
export function refuseReceiptOf({ state, settledAt }: Pick<Order, 'state' | 'settledAt'>): Refused | null {
  if (state === 'settled') return null;
  const of = state === 'open' ? 'unpaid' : settledAt === null ? 'closed' : 'returned';
  return { refused: 'nothing-to-print', data: { of } };
}

/** WeChat takes no later end (DOMAIN §9); a little less, for the two clocks may differ. */
export const LONGEST_ATTEMPT_MS = 90 * 86_400_000 - 3_600_000;
/** With less time left nobody finishes paying. */
export const SHORTEST_ATTEMPT_MS = 60_000;

/** The business instant at which the window to pay is over; null where it has no end. */
export const payEndMs = (order: Pick<Order, 'payBy'>): number | null =>
  order.payBy === null ? null : instantAt(order.payBy, timeOfDay('24:00'));

/** When to remind the candidate, the morning before the last day; null when that is past or there is no last day. */
export function reminderMs(order: Pick<Order, 'payBy'>, nowMs: number): number | null {
  if (order.payBy === null) return null;
  const morning = instantAt(addDays(order.payBy, -1), timeOfDay('09:00'));
  return morning > nowMs ? morning : null;
}

/**
 * The wall instant at which an attempt ends: as far from now as the window's end is by the business clock, within
 * WeChat's limit; null when too little time is left.
 */
export function attemptEndMs(order: Pick<Order, 'payBy'>, now: Pick<Now, 'ms' | 'wallMs'>): number | null {
  const end = payEndMs(order);
  const leftMs = Math.min(end === null ? LONGEST_ATTEMPT_MS : end - now.ms, LONGEST_ATTEMPT_MS);
  return leftMs < SHORTEST_ATTEMPT_MS ? null : now.wallMs + leftMs;
}

/**
 * When to ask about an attempt by ourselves, counted from its beginning: often at first, then every two to six hours while
 * it can be paid, for it may be paid late and any notification may be lost.
 */
export function nextQueryAgeMs(ageMs: number): number {
  let next = 2 * MINUTE_MS;
  while (next <= ageMs) {
    if (next < 15 * MINUTE_MS) next = 15 * MINUTE_MS;
    else if (next < 2 * HOUR_MS) next = 2 * HOUR_MS;
    else next += Math.min(next, 6 * HOUR_MS);
  }
  return next;
}
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** An attempt that can be gone on with: by whoever began it, the same way, merchant and sum, and time enough. */
export const reusable = (
  attempts: readonly Attempt[],
  wanted: { begunBy: string; method: AttemptMethod; merchantId: string; amountFen: Fen; wallMs: number },
): Attempt | null =>
  attempts.find(
    ({ begunBy, method, merchantId, amountFen, expiresAt }) =>
      (begunBy === null || begunBy === wanted.begunBy) &&
      method === wanted.method &&
      merchantId === wanted.merchantId &&
      amountFen === wanted.amountFen &&
      expiresAt - wanted.wallMs >= SHORTEST_ATTEMPT_MS,
  ) ?? null;

/** The cashier's address with the way back; only a way back to ourselves, or anybody could borrow our name. */
export const withReturn = (cashier: string, returnUrl: string | null, publicUrl: string): string =>
  returnUrl !== null &&
  (returnUrl === publicUrl || /^[/?#]/.test(returnUrl.slice(publicUrl.length))) &&
  returnUrl.startsWith(publicUrl)
    ? `${cashier}${cashier.includes('?') ? '&' : '?'}redirect_url=${encodeURIComponent(returnUrl)}`
    : cashier;
