import { In, IsNull } from 'typeorm';
import { type Fen, fen } from '@jikaotong/shared/kernel';
import { type Handle, findLocked, insert, placeholders, updateWhere } from '../../platform/db';
import { type Order, type OrderLine, type OrderState, type Payer, orderLineRecord, orderRecord } from './order.record';
import { dropOpenKeys, latestOrderIdOf } from './order-lines.repository';

/** Writes an order with its lines; a candidate who owes for the same event already throws (`uq_pay_order_line_open`). */
export async function insertOrder(h: Handle, order: Order & Payer, lines: readonly OrderLine[]): Promise<void> {
  await insert(h, orderRecord, order);
  await insert(h, orderLineRecord, lines);
}

export const findOwnOrder = (h: Handle, accountId: string, id: string): Promise<Order | null> =>
  h.repo(orderRecord).findOneBy({ id, accountId });

/** An order goes over to another account; one that a unit pays stays the unit's. */
export const changeOrderOwner = (h: Handle, id: string, accountId: string): Promise<number> =>
  updateWhere(h, orderRecord, { id, unitId: IsNull() }, { accountId });

/** One's own, locked: two starts of a payment at once must see each other's attempt. */
export const lockOwnOrder = (h: Handle, accountId: string, id: string): Promise<Order | null> =>
  findLocked(h, orderRecord, { id, accountId });

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

/** Settles an order that is still open at that sum; false when it is settled, over, or less. The guard of all money. */
export const settleIfOpen = async (
  h: Handle,
  id: string,
  by: { readonly settledBy: string; readonly totalFen: Fen; readonly nowMs: number },
): Promise<boolean> =>
  (await updateWhere(
    h,
    orderRecord,
    { id, state: 'open', totalFen: by.totalFen },
    { state: 'settled', settledAt: by.nowMs, settledBy: by.settledBy },
  )) === 1;

/** Ends an order that is still open. */
export async function endIfOpen(
  h: Handle,
  id: string,
  state: Extract<OrderState, 'lapsed' | 'cancelled'>,
  nowMs: number,
): Promise<boolean> {
  if ((await updateWhere(h, orderRecord, { id, state: 'open' }, { state, endedAt: nowMs })) !== 1) return false;
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

export type OrderFilter = {
  readonly bodyIds: readonly string[];
  readonly sessionId: string | null;
  readonly state: OrderState | null;
};

/** Orders of these bodies, oldest first; `after` is the last id of the page before. */
export const listOrdersForBodies = (
  h: Handle,
  filter: OrderFilter,
  page: { after: string | null; limit: number },
): Promise<Order[]> => {
  const query = h
    .repo(orderRecord)
    .createQueryBuilder('o')
    .where(filter.bodyIds.length === 0 ? '1 = 0' : 'o.bodyId IN (:...bodyIds)', { bodyIds: [...filter.bodyIds] })
    .orderBy('o.id', 'ASC')
    .limit(page.limit);
  if (filter.sessionId !== null) query.andWhere('o.eventId = :sessionId', { sessionId: filter.sessionId });
  if (filter.state !== null) query.andWhere('o.state = :state', { state: filter.state });
  if (page.after !== null) query.andWhere('o.id > :after', { after: page.after });
  return query.getMany();
};

/** What the settled orders of these bodies (and this session) come to. */
export async function settledFen(h: Handle, { bodyIds, sessionId }: Omit<OrderFilter, 'state'>) {
  if (bodyIds.length === 0) return fen(0);
  const [row] = await h.query<{ sum: number | string | null }>(
    `SELECT SUM(total_fen) AS sum FROM pay_order WHERE state = 'settled' AND body_id IN (${placeholders(bodyIds)})
     ${sessionId === null ? '' : 'AND event_id = ?'}`,
    [...bodyIds, ...(sessionId === null ? [] : [sessionId])],
  );
  return fen(Number(row?.sum ?? 0));
}
