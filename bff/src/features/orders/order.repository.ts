import { Between, In, IsNull } from 'typeorm';
import type { Fen } from '@jikaotong/shared/kernel';
import { type Handle, findLocked, insert, updateWhere } from '../../platform/db';
import { isAgent } from '../units';
import { type Order, type OrderLine, type OrderState, type Payer, orderLineRecord, orderRecord } from './order.record';
import { TURNS } from './order.states';
import { dropOpenKeys, latestOrderIdOf } from './order-lines.repository';

/** Writes an order with its lines; a candidate who owes for the same event already throws (`uq_pay_order_line_open`). */
export async function insertOrder(h: Handle, order: Order & Payer, lines: readonly OrderLine[]): Promise<void> {
  await insert(h, orderRecord, order);
  await insert(h, orderLineRecord, lines);
}

/** An account's own, or of a unit that it acts for now; of any other there is none. */
export async function findOwnOrder(h: Handle, accountId: string, id: string): Promise<Order | null> {
  const order = await h.repo(orderRecord).findOneBy({ id });
  return order && (await isTheirs(h, accountId, order)) ? order : null;
}

const isTheirs = async (h: Handle, accountId: string, { accountId: ownerId, unitId }: Order): Promise<boolean> =>
  ownerId === accountId || (unitId !== null && (await isAgent(h, unitId, accountId)));

/** An order goes over to another account; one that a unit pays stays the unit's. */
export const changeOrderOwner = (h: Handle, id: string, accountId: string): Promise<number> =>
  updateWhere(h, orderRecord, { id, unitId: IsNull() }, { accountId });

/** One's own, locked: two starts of a payment at once must see each other's attempt. */
export async function lockOwnOrder(h: Handle, accountId: string, id: string): Promise<Order | null> {
  const order = await findOwnOrder(h, accountId, id);
  return order && findLocked(h, orderRecord, { id });
}

export async function findOwnOrderOfCandidate(
  h: Handle,
  accountId: string,
  candidateId: string,
): Promise<Order | null> {
  const id = await latestOrderIdOf(h, candidateId, false);
  return id === null ? null : findOwnOrder(h, accountId, id);
}

export const findOrderForBodies = (h: Handle, bodyIds: readonly string[], id: string): Promise<Order | null> =>
  h.repo(orderRecord).findOneBy({ id, bodyId: In([...bodyIds]) });

/** The same, locked: what it is settled by must not end in this very moment. */
export const lockOrderForBodies = (h: Handle, bodyIds: readonly string[], id: string): Promise<Order | null> =>
  findLocked(h, orderRecord, { id, bodyId: In([...bodyIds]) });

/** Whatever its owner; for events and jobs, which know it by id. */
export const findAnyOrder = (h: Handle, id: string): Promise<Order | null> => h.repo(orderRecord).findOneBy({ id });

/**
 * The order that was opened last for a candidate who has not left it, however it stands; locked: of two who leave it at
 * once, the second sees that the first has gone.
 */
export async function lockOrderOfCandidate(h: Handle, candidateId: string): Promise<Order | null> {
  const id = await latestOrderIdOf(h, candidateId, true);
  return id === null ? null : findLocked(h, orderRecord, { id });
}

type Settling = { readonly settledBy: string; readonly totalFen: Fen; readonly nowMs: number };

/** Settles an order that is still open at that sum; false when it is settled, over, or less. The guard of all money. */
export const settleIfOpen = (h: Handle, id: string, by: Settling): Promise<boolean> => settleIf(h, 'open', id, by);

/** Settles an order that has lapsed, once; false when it did not lapse, or somebody else has undone it. */
export const settleIfLapsed = (h: Handle, id: string, by: Settling): Promise<boolean> => settleIf(h, 'lapsed', id, by);

const settleIf = async (
  h: Handle,
  state: Extract<OrderState, 'open' | 'lapsed'>,
  id: string,
  { settledBy, totalFen, nowMs }: Settling,
): Promise<boolean> =>
  (await updateWhere(
    h,
    orderRecord,
    { id, state, totalFen },
    { state: 'settled', turn: TURNS.settled, settledAt: nowMs, settledBy, endedAt: null },
  )) === 1;

/** Opens an order again that this receipt had settled; false when it is not settled by it any more. */
export const unsettleIf = async (h: Handle, id: string, settledBy: string): Promise<boolean> =>
  (await updateWhere(
    h,
    orderRecord,
    { id, state: 'settled', settledBy },
    { state: 'open', turn: TURNS.open, settledAt: null, settledBy: null },
  )) === 1;

/** Which settled orders: of a span of time, one of them, or those of a session. */
export type SettledWanted = {
  readonly bodyId: string;
  readonly id?: string | undefined;
  readonly eventId?: string | undefined;
  readonly fromMs: number;
  readonly toMs: number;
};

/** The settled orders of a body, the first settled first; at most so many. */
export async function settledOrders(h: Handle, wanted: SettledWanted, most: number): Promise<Order[]> {
  const { bodyId, id, eventId, fromMs, toMs } = wanted;
  return h.repo(orderRecord).find({
    where: {
      bodyId,
      turn: TURNS.settled,
      settledAt: Between(fromMs, toMs),
      ...(id !== undefined && { id }),
      ...(eventId !== undefined && { eventId }),
    },
    order: { settledAt: 'ASC', id: 'ASC' },
    take: most,
  });
}

/** Ends an order that is still open. */
export async function endIfOpen(
  h: Handle,
  id: string,
  state: Extract<OrderState, 'lapsed' | 'cancelled'>,
  nowMs: number,
): Promise<boolean> {
  if ((await updateWhere(h, orderRecord, { id, state: 'open' }, { state, turn: TURNS[state], endedAt: nowMs })) !== 1)
    return false;
  await dropOpenKeys(h, [id]);
  return true;
}

/** Takes what a candidate came to from an order that others stay in; false when it is not in that state any more. */
export const lessen = async (h: Handle, { id, state }: Pick<Order, 'id' | 'state'>, by: Fen): Promise<boolean> =>
  (await h.run('UPDATE pay_order SET total_fen = total_fen - ? WHERE id = ? AND state = ? AND total_fen >= ?', [
    by,
    id,
    state,
    by,
  ])) === 1;

/** Puts an open order among those that wait for finance, or back: as its claimed transfers are now. */
export const followClaim = (h: Handle, id: string): Promise<number> =>
  h.run(
    `UPDATE pay_order SET turn = CASE WHEN EXISTS
       (SELECT 1 FROM pay_receipt r WHERE r.order_id = pay_order.id AND r.state = 'claimed')
       THEN ${TURNS.claimed} ELSE ${TURNS.open} END WHERE id = ? AND state = 'open'`,
    [id],
  );
