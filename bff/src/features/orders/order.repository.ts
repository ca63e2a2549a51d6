import { In } from 'typeorm';
import { fen } from '@jikaotong/shared/kernel';
import { type Handle, findLocked, insert, updateWhere } from '../../platform/db';
import { type Order, type OrderLine, type OrderState, orderLineRecord, orderRecord } from './order.record';
import { latestOrderIdOf } from './order-lines.repository';

export async function insertOrder(h: Handle, order: Order, lines: readonly OrderLine[]): Promise<void> {
  await insert(h, orderRecord, order);
  await insert(h, orderLineRecord, lines);
}

export const findOwnOrder = (h: Handle, accountId: string, id: string): Promise<Order | null> =>
  h.repo(orderRecord).findOneBy({ id, accountId });

/** An order goes over to another account. */
export const changeOrderOwner = (h: Handle, id: string, accountId: string): Promise<number> =>
  updateWhere(h, orderRecord, { id }, { accountId });

/** One's own, locked: two starts of a payment at once must see each other's attempt. */
export const lockOwnOrder = (h: Handle, accountId: string, id: string): Promise<Order | null> =>
  findLocked(h, orderRecord, { id, accountId });

export async function findOwnOrderOfCandidate(
  h: Handle,
  accountId: string,
  candidateId: string,
): Promise<Order | null> {
  const id = await latestOrderIdOf(h, candidateId);
  return id === null ? null : findOwnOrder(h, accountId, id);
}

export const findOrderForBodies = (h: Handle, bodyIds: readonly string[], id: string): Promise<Order | null> =>
  h.repo(orderRecord).findOneBy({ id, bodyId: In([...bodyIds]) });

/** Whatever its owner; for events and jobs, which know it by id. */
export const findAnyOrder = (h: Handle, id: string): Promise<Order | null> => h.repo(orderRecord).findOneBy({ id });

/** The order that was opened last for a candidate, however it stands. */
export async function findOrderOfCandidate(h: Handle, candidateId: string): Promise<Order | null> {
  const id = await latestOrderIdOf(h, candidateId);
  return id === null ? null : findAnyOrder(h, id);
}

/** Settles an order that is still open; false when it is settled or over. The guard of all money. */
export const settleIfOpen = async (h: Handle, id: string, by: { settledBy: string; nowMs: number }): Promise<boolean> =>
  (await updateWhere(
    h,
    orderRecord,
    { id, state: 'open' },
    { state: 'settled', settledAt: by.nowMs, settledBy: by.settledBy },
  )) === 1;

/** Ends an order that is still open. */
export const endIfOpen = async (
  h: Handle,
  id: string,
  state: Extract<OrderState, 'lapsed' | 'cancelled'>,
  nowMs: number,
): Promise<boolean> =>
  (await updateWhere(h, orderRecord, { id, state: 'open' }, { state, openKey: null, endedAt: nowMs })) === 1;

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
  if (filter.sessionId !== null) query.andWhere('o.sessionId = :sessionId', { sessionId: filter.sessionId });
  if (filter.state !== null) query.andWhere('o.state = :state', { state: filter.state });
  if (page.after !== null) query.andWhere('o.id > :after', { after: page.after });
  return query.getMany();
};

/** What the settled orders of these bodies (and this session) come to. */
export async function settledFen(h: Handle, { bodyIds, sessionId }: Omit<OrderFilter, 'state'>) {
  if (bodyIds.length === 0) return fen(0);
  const [row] = await h.query<{ sum: number | string | null }>(
    `SELECT SUM(total_fen) AS sum FROM pay_order WHERE state = 'settled' AND body_id IN (${bodyIds.map(() => '?').join(', ')})
     ${sessionId === null ? '' : 'AND session_id = ?'}`,
    [...bodyIds, ...(sessionId === null ? [] : [sessionId])],
  );
  return fen(Number(row?.sum ?? 0));
}
