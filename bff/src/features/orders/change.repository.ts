import type { LocalDate } from '@jikaotong/shared/kernel';
import { In, IsNull } from 'typeorm';
import { type Handle, insert, updateWhere } from '../../platform/db';
import { type Attempt, type Receipt, attemptRecord, receiptRecord } from './money.record';
import { type Order, orderLineRecord, orderRecord } from './order.record';
import { type Return, returnRecord } from './return.record';

/**
 * Cancels every open order of a session in one statement, which also sees what was opened this very moment, and returns
 * them. What was settled first is not touched.
 */
export async function cancelOpenIn(h: Handle, sessionId: string, nowMs: number): Promise<Order[]> {
  await updateWhere(
    h,
    orderRecord,
    { sessionId, state: 'open' },
    { state: 'cancelled', openKey: null, endedAt: nowMs },
  );
  return h
    .repo(orderRecord)
    .find({ where: { sessionId, state: 'cancelled', endedAt: nowMs, settledAt: IsNull() }, order: { id: 'ASC' } });
}

/** Takes a settled order back, once: whoever does so owes its money. False when it is not settled. */
export const unsettle = async (h: Handle, id: string, nowMs: number): Promise<boolean> =>
  (await updateWhere(
    h,
    orderRecord,
    { id, state: 'settled' },
    { state: 'cancelled', openKey: null, endedAt: nowMs },
  )) === 1;

/** Opens an order again that was cancelled before anything was paid; false when it was not. */
export const reopen = async (h: Handle, id: string, openKey: string): Promise<boolean> =>
  (await updateWhere(
    h,
    orderRecord,
    { id, state: 'cancelled', settledAt: IsNull() },
    { state: 'open', openKey, endedAt: null },
  )) === 1;

type Place = { readonly sessionId: string; readonly payOpens: LocalDate | null; readonly payBy: LocalDate | null };

/** Gives the open orders of a session its days to pay, and returns them. */
export async function moveOpenIn(h: Handle, { sessionId, payOpens, payBy }: Place): Promise<Order[]> {
  await updateWhere(h, orderRecord, { sessionId, state: 'open' }, { payOpens, payBy });
  return h.repo(orderRecord).find({ where: { sessionId, state: 'open' }, order: { id: 'ASC' } });
}

/** Takes an order with its lines to another session, with its days to pay; `openKey` null: it ended. */
export async function moveOrder(h: Handle, id: string, to: Place & Pick<Order, 'openKey'>): Promise<void> {
  await updateWhere(h, orderRecord, { id }, to);
  await updateWhere(h, orderLineRecord, { orderId: id }, { eventId: to.sessionId });
}

/** Attempts that brought money for this order, oldest first. */
export const paidAttemptsOf = (h: Handle, orderId: string): Promise<Attempt[]> =>
  h.repo(attemptRecord).find({ where: { orderId, state: 'succeeded' }, order: { succeededAt: 'ASC', id: 'ASC' } });

/** A receipt that was confirmed or still waits for finance. */
export const moneyReceipt = (h: Handle, id: string): Promise<Receipt | null> =>
  h.repo(receiptRecord).findOneBy({ id, state: In(['claimed', 'confirmed']) });

export const insertReturn = (h: Handle, row: Return): Promise<void> => insert(h, returnRecord, row);

export const returnsOf = (h: Handle, orderIds: readonly string[]): Promise<Return[]> =>
  h.repo(returnRecord).find({ where: { orderId: In([...orderIds]) }, order: { requestedAt: 'ASC', id: 'ASC' } });

export const returnsOfCases = (h: Handle, caseIds: readonly string[]): Promise<Return[]> =>
  h.repo(returnRecord).findBy({ caseId: In([...caseIds]) });

/** Ends a return that finance has dealt with; false when it was ended. */
export const endReturn = async (
  h: Handle,
  id: string,
  set: Pick<Return, 'state' | 'reason' | 'endedAt' | 'endedBy'>,
): Promise<boolean> => (await updateWhere(h, returnRecord, { id, state: 'requested' }, set)) === 1;
