import { In, IsNull } from 'typeorm';
import { receiptStatesThatAre } from '@jikaotong/shared/rules/fees';
import { type Handle, insert, updateWhere } from '../../platform/db';
import { type Attempt, type Receipt, attemptRecord, receiptRecord } from './payment.record';
import { type Order, orderRecord } from './order.record';
import { followClaim } from './order.repository';
import { TURNS } from './order.states';
import { dropOpenKeys, moveLines, takeOpenKey } from './order-lines.repository';
import { NO_ACCOUNT, type Return, returnRecord } from './return.record';

const CANCELLED = { state: 'cancelled', turn: TURNS.cancelled } as const;

/**
 * Cancels every open order of an event in one statement, which also sees what was opened this very moment, and returns
 * them. What was settled first is not touched.
 */
export async function cancelOpenIn(h: Handle, eventId: string, nowMs: number): Promise<Order[]> {
  await updateWhere(h, orderRecord, { eventId, state: 'open' }, { ...CANCELLED, endedAt: nowMs });
  const cancelled = await h
    .repo(orderRecord)
    .find({ where: { eventId, state: 'cancelled', endedAt: nowMs, settledAt: IsNull() }, order: { id: 'ASC' } });
  await dropOpenKeys(
    h,
    cancelled.map(({ id }) => id),
  );
  return cancelled;
}

/** Takes a settled order back, once: whoever does so owes its money. False when it is not settled. */
export async function unsettle(h: Handle, id: string, nowMs: number): Promise<boolean> {
  if ((await updateWhere(h, orderRecord, { id, state: 'settled' }, { ...CANCELLED, endedAt: nowMs })) !== 1)
    return false;
  await dropOpenKeys(h, [id]);
  return true;
}

/** Opens the order of one candidate again that was cancelled before anything was paid; false when it was not. */
export async function reopen(h: Handle, { id, eventId }: Order, candidateId: string): Promise<boolean> {
  const cancelled = { id, state: 'cancelled', settledAt: IsNull() } as const;
  if ((await updateWhere(h, orderRecord, cancelled, { state: 'open', endedAt: null })) !== 1) return false;
  await followClaim(h, id);
  await takeOpenKey(h, { orderId: id, candidateId }, eventId);
  return true;
}

/** An event with its days to pay. */
export type Place = Pick<Order, 'eventId' | 'payOpens' | 'payBy'>;

/** Gives the open orders of an event its days to pay, and returns them. */
export async function moveOpenIn(h: Handle, { eventId, payOpens, payBy }: Place): Promise<Order[]> {
  await updateWhere(h, orderRecord, { eventId, state: 'open' }, { payOpens, payBy });
  return h.repo(orderRecord).find({ where: { eventId, state: 'open' }, order: { id: 'ASC' } });
}

/** Takes the order of one candidate with its lines to another event, with its days to pay. */
export async function moveOrder(h: Handle, id: string, candidateId: string, to: Place): Promise<void> {
  await updateWhere(h, orderRecord, { id }, to);
  await moveLines(h, { orderId: id, candidateId }, to.eventId);
}

/** Attempts that brought money for this order, oldest first. */
export const paidAttemptsOf = (h: Handle, orderId: string): Promise<Attempt[]> =>
  h.repo(attemptRecord).find({ where: { orderId, state: 'succeeded' }, order: { succeededAt: 'ASC', id: 'ASC' } });

/** A receipt that was confirmed or still waits for finance. */
export const moneyReceipt = (h: Handle, id: string): Promise<Receipt | null> =>
  h.repo(receiptRecord).findOneBy({ id, state: In([...receiptStatesThatAre('money')]) });

export const insertReturn = (h: Handle, row: Return): Promise<void> => insert(h, returnRecord, row);

export const returnsOf = (h: Handle, orderIds: readonly string[]): Promise<Return[]> =>
  h.repo(returnRecord).find({ where: { orderId: In([...orderIds]) }, order: { requestedAt: 'ASC', id: 'ASC' } });

export const returnsOfCases = (h: Handle, caseIds: readonly string[]): Promise<Return[]> =>
  h.repo(returnRecord).findBy({ caseId: In([...caseIds]) });

/** Says where a return goes that waits for finance; false when it was ended. */
export const directReturn = async (
  h: Handle,
  id: string,
  to: Pick<Return, 'holder' | 'bank' | 'number' | 'accountAt'>,
): Promise<boolean> => (await updateWhere(h, returnRecord, { id, state: 'requested' }, to)) === 1;

/** Ends a return that finance has dealt with, whose account is not needed any more; false when it was ended. */
export const endReturn = async (
  h: Handle,
  id: string,
  set: Pick<Return, 'state' | 'reason' | 'endedAt' | 'endedBy'>,
): Promise<boolean> =>
  (await updateWhere(h, returnRecord, { id, state: 'requested' }, { ...set, ...NO_ACCOUNT })) === 1;
