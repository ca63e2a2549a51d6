import { In } from 'typeorm';
import type { Handle } from '../../platform/db';
import { type OrderLine, orderLineRecord } from './order.record';

export const linesOf = (h: Handle, orderIds: readonly string[]): Promise<OrderLine[]> =>
  h.repo(orderLineRecord).find({ where: { orderId: In([...orderIds]) }, order: { orderId: 'ASC', position: 'ASC' } });

/** The candidates an order pays for, each once, in the order of its lines. */
export async function candidatesOf(h: Handle, orderId: string): Promise<readonly string[]> {
  const lines = await linesOf(h, [orderId]);
  if (lines.length === 0) throw new Error(`order ${orderId} has no lines`);
  return [...new Set(lines.map(({ candidateId }) => candidateId))];
}

/** The candidate of an order for one alone; null when it pays for several. */
export async function soleCandidateOf(h: Handle, orderId: string): Promise<string | null> {
  const [first, ...others] = await candidatesOf(h, orderId);
  return others.length === 0 ? (first ?? null) : null;
}

/** Where the candidates of these orders stand in the events that are paid for. */
export async function participantIdsOf(h: Handle, orderIds: readonly string[]): Promise<readonly string[]> {
  if (orderIds.length === 0) return [];
  const rows = await h.query<{ id: string }>(
    `SELECT DISTINCT p.id AS id FROM pay_order_line l
     JOIN participant p ON p.candidate_id = l.candidate_id AND p.event_id = l.event_id
     WHERE l.order_id IN (${orderIds.map(() => '?').join(', ')})`,
    [...orderIds],
  );
  return rows.map(({ id }) => id);
}

/** The order that was opened last for a candidate. */
export async function latestOrderIdOf(h: Handle, candidateId: string): Promise<string | null> {
  const [found] = await h.query<{ id: string }>(
    `SELECT o.id AS id FROM pay_order_line l JOIN pay_order o ON o.id = l.order_id
     WHERE l.candidate_id = ? ORDER BY o.opened_at DESC, o.id DESC LIMIT 1`,
    [candidateId],
  );
  return found?.id ?? null;
}
