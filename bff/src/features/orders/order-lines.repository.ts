import { type Fen, fen } from '@jikaotong/shared/kernel';
import { ATTEMPT_PAYS_BY, type AttemptMethod, type PayMethod } from '@jikaotong/shared/rules/fees';
import { In, IsNull } from 'typeorm';
import { type Handle, placeholders, updateWhere } from '../../platform/db';
import { type OrderLine, orderLineRecord } from './order.record';

/** What keeps a candidate from owing twice for the same event. */
export const openKeyOf = (candidateId: string, eventId: string): string => `${candidateId}:${eventId}`;

/** The lines of these orders, those of candidates who left them too. */
export const linesOf = (h: Handle, orderIds: readonly string[]): Promise<OrderLine[]> =>
  h.repo(orderLineRecord).find({ where: { orderId: In([...orderIds]) }, order: { orderId: 'ASC', position: 'ASC' } });

/** The lines of an order that are owed or paid for. */
export const standingLinesOf = async (h: Handle, orderId: string): Promise<OrderLine[]> =>
  (await linesOf(h, [orderId])).filter(({ endedAt }) => endedAt === null);

/** The candidates that lines are for, each once, in their order. */
export const candidatesIn = (lines: readonly OrderLine[]): readonly string[] => [
  ...new Set(lines.map(({ candidateId }) => candidateId)),
];

/** The candidates an order pays for; throws where there is none, for the last one ends the order itself. */
export async function candidatesOf(h: Handle, orderId: string): Promise<readonly string[]> {
  const candidates = candidatesIn(await standingLinesOf(h, orderId));
  if (candidates.length === 0) throw new Error(`order ${orderId} has no lines`);
  return candidates;
}

/** The candidate of an order for one alone; null when it pays for several. */
export async function soleCandidateOf(h: Handle, orderId: string): Promise<string | null> {
  const [first, ...others] = await candidatesOf(h, orderId);
  return others.length === 0 ? (first ?? null) : null;
}

/** Where the candidates of these orders, or one of them, stand in the events that are paid for. */
export async function participantIdsOf(
  h: Handle,
  orderIds: readonly string[],
  candidateId: string | null = null,
): Promise<readonly string[]> {
  if (orderIds.length === 0) return [];
  const rows = await h.query<{ id: string }>(
    `SELECT DISTINCT p.id AS id FROM pay_order_line l
     JOIN participant p ON p.candidate_id = l.candidate_id AND p.event_id = l.event_id
     WHERE l.order_id IN (${placeholders(orderIds)}) AND l.ended_at IS NULL
     ${candidateId === null ? '' : 'AND l.candidate_id = ?'}`,
    [...orderIds, ...(candidateId === null ? [] : [candidateId])],
  );
  return rows.map(({ id }) => id);
}

/** What the people of these orders take, by order. */
export async function offeringCodesOf(
  h: Handle,
  orderIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (orderIds.length === 0) return new Map();
  const rows = await h.query<{ id: string; code: string }>(
    `SELECT DISTINCT l.order_id AS id, p.offering_code AS code FROM pay_order_line l
     JOIN participant p ON p.candidate_id = l.candidate_id AND p.event_id = l.event_id
     WHERE l.order_id IN (${placeholders(orderIds)}) AND l.ended_at IS NULL AND p.offering_code IS NOT NULL`,
    [...orderIds],
  );
  const codes = new Map<string, string[]>();
  for (const { id, code } of rows) codes.set(id, [...(codes.get(id) ?? []), code]);
  return codes;
}

/** The order that was opened last for a candidate; `standing`: only one that the candidate has not left. */
export async function latestOrderIdOf(h: Handle, candidateId: string, standing: boolean): Promise<string | null> {
  const [found] = await h.query<{ id: string }>(
    `SELECT o.id AS id FROM pay_order_line l JOIN pay_order o ON o.id = l.order_id
     WHERE l.candidate_id = ? ${standing ? 'AND l.ended_at IS NULL' : ''} ORDER BY o.opened_at DESC, o.id DESC LIMIT 1`,
    [candidateId],
  );
  return found?.id ?? null;
}

type Of = { readonly orderId: string; readonly candidateId: string };

/** What each candidate of an order came to, as it is now and not as this transaction first saw it: it holds the order. */
export async function sharesNow(h: Handle, orderId: string): Promise<ReadonlyMap<string, Fen>> {
  const rows = await h.query<{ candidate_id: string; fen: number | string }>(
    `SELECT candidate_id, fen FROM pay_order_line WHERE order_id = ? AND ended_at IS NULL
     ${h.dialect === 'mysql' ? 'FOR UPDATE' : ''}`,
    [orderId],
  );
  const shares = new Map<string, Fen>();
  for (const row of rows) shares.set(row.candidate_id, fen((shares.get(row.candidate_id) ?? 0) + Number(row.fen)));
  return shares;
}

/** Ends the standing lines of one candidate; false when none stood there any more. */
export const endLines = async (h: Handle, of: Of, nowMs: number): Promise<boolean> =>
  (await updateWhere(h, orderLineRecord, { ...of, endedAt: IsNull() }, { endedAt: nowMs, openKey: null })) > 0;

/** An order is over: its candidates may owe for the same event again. */
export const dropOpenKeys = (h: Handle, orderIds: readonly string[]): Promise<number> =>
  orderIds.length === 0
    ? Promise.resolve(0)
    : updateWhere(h, orderLineRecord, { orderId: In([...orderIds]) }, { openKey: null });

/** Holds the place of a candidate again: on the first of the lines. */
export async function takeOpenKey(h: Handle, of: Of, eventId: string): Promise<void> {
  const [first] = (await standingLinesOf(h, of.orderId)).filter(({ candidateId }) => candidateId === of.candidateId);
  if (!first) throw new Error(`order ${of.orderId} has no line of ${of.candidateId}`);
  await updateWhere(h, orderLineRecord, { id: first.id }, { openKey: openKeyOf(of.candidateId, eventId) });
}

/** Takes the lines of one candidate to another event; who held a place holds one there. */
export async function moveLines(h: Handle, of: Of, eventId: string): Promise<void> {
  const standing = { ...of, endedAt: IsNull() };
  await updateWhere(h, orderLineRecord, standing, { eventId });
  const held = await h.repo(orderLineRecord).findBy(standing);
  for (const { id, openKey } of held)
    if (openKey !== null)
      await updateWhere(h, orderLineRecord, { id }, { openKey: openKeyOf(of.candidateId, eventId) });
}

/** What a candidate paid for an event, and how. */
export type Paid = { readonly fen: Fen; readonly method: PayMethod };

/** What these candidates paid for an event, by candidate; who has not is left out. */
export async function paidBy(
  h: Handle,
  candidateIds: readonly string[],
  eventId: string,
): Promise<ReadonlyMap<string, Paid>> {
  const paid = new Map<string, Paid>();
  for (let from = 0; from < candidateIds.length; from += AT_ONCE) {
    const some = candidateIds.slice(from, from + AT_ONCE);
    const rows = await h.query<{
      id: string;
      sum: number | string;
      attempt: AttemptMethod | null;
      receipt: PayMethod | null;
    }>(
      `SELECT l.candidate_id AS id, SUM(l.fen) AS sum, MAX(a.method) AS attempt, MAX(r.method) AS receipt
       FROM pay_order_line l JOIN pay_order o ON o.id = l.order_id
       LEFT JOIN pay_attempt a ON a.id = o.settled_by LEFT JOIN pay_receipt r ON r.id = o.settled_by
       WHERE l.candidate_id IN (${placeholders(some)}) AND l.event_id = ? AND l.ended_at IS NULL AND o.state = 'settled'
       GROUP BY l.candidate_id`,
      [...some, eventId],
    );
    for (const { id, sum, attempt, receipt } of rows) {
      const method = receipt ?? (attempt && ATTEMPT_PAYS_BY[attempt]);
      if (method) paid.set(id, { fen: fen(Number(sum)), method });
    }
  }
  return paid;
}
const AT_ONCE = 500;

/** What was paid for somebody who left, and whether it goes back. */
export type PaidForLeft = { readonly fen: Fen; readonly isReturned: boolean };

/** What was paid for those of these candidates who have left since, by candidate; whoever left unpaid is left out. */
export async function paidForLeft(
  h: Handle,
  candidateIds: readonly string[],
): Promise<ReadonlyMap<string, PaidForLeft>> {
  const paid = new Map<string, PaidForLeft>();
  for (let from = 0; from < candidateIds.length; from += AT_ONCE) {
    const some = candidateIds.slice(from, from + AT_ONCE);
    const rows = await h.query<{ id: string; sum: number | string; gone: number | string }>(
      `SELECT l.candidate_id AS id, SUM(l.fen) AS sum,
         MAX(CASE WHEN l.ended_at IS NULL AND o.state = 'settled' THEN 0 ELSE 1 END) AS gone
       FROM pay_order_line l JOIN pay_order o ON o.id = l.order_id
       WHERE l.candidate_id IN (${placeholders(some)}) AND o.settled_at IS NOT NULL
         AND (l.ended_at IS NULL OR l.ended_at >= o.settled_at)
       GROUP BY l.candidate_id`,
      [...some],
    );
    for (const { id, sum, gone } of rows) paid.set(id, { fen: fen(Number(sum)), isReturned: Number(gone) === 1 });
  }
  return paid;
}
