import type { LocalDate } from '@jikaotong/shared/kernel';
import { type Handle, placeholders, unlessThere, updateWhere } from '../../platform/db';
import { newSlipCode } from '../counter';
import { type RosterCounter, rosterCounterRecord } from './roster-counter.record';

const CODE_LENGTH = 10;

export const findCounter = (h: Handle, rosterId: string): Promise<RosterCounter | null> =>
  h.repo(rosterCounterRecord).findOneBy({ id: rosterId });

/** Gives a roster its code, once: what was printed stays good. */
export async function openCounter(h: Handle, rosterId: string, nowMs: number): Promise<void> {
  if (await findCounter(h, rosterId)) return;
  await h.run(unlessThere(h, 'INSERT INTO roster_counter (id, code, created_at) VALUES (?, ?, ?)'), [
    rosterId,
    newSlipCode(CODE_LENGTH),
    new Date(nowMs),
  ]);
}

export const keepOpen = (h: Handle, id: string, set: { openUntil: LocalDate; setBy: string }): Promise<number> =>
  updateWhere(h, rosterCounterRecord, { id }, set);

/** Of the rosters of these bodies the one with this code; elsewhere it does not exist. */
export async function counterByCode(h: Handle, bodyIds: readonly string[], code: string): Promise<string | null> {
  if (bodyIds.length === 0) return null;
  const [found] = await h.query<{ id: string }>(
    `SELECT c.id AS id FROM roster_counter c JOIN roster r ON r.id = c.id
     WHERE c.code = ? AND r.body_id IN (${placeholders(bodyIds)})`,
    [code, ...bodyIds],
  );
  return found?.id ?? null;
}

export type ListedCounter = Pick<RosterCounter, 'id' | 'code'> & {
  readonly unitName: string;
  readonly sessionName: string;
};

/** Somebody of a roster stands on its list: asked of `roster_row r` with the slip and the participant of each. */
const LISTED = `roster_row r JOIN counter_slip s ON s.candidate_id = r.id JOIN participant p ON p.candidate_id = r.id
  WHERE r.listed_at IS NOT NULL AND (s.confirmed_at IS NOT NULL OR p.state = 'draft')`;

/** The lists of units at the counters of these bodies that name anybody, for exams that are not over, the newest first. */
export async function countersOf(
  h: Handle,
  { bodyIds, today, most }: { readonly bodyIds: readonly string[]; readonly today: LocalDate; readonly most: number },
): Promise<ListedCounter[]> {
  if (bodyIds.length === 0) return [];
  return h.query<ListedCounter>(
    `SELECT c.id AS id, c.code AS code, u.name AS unitName, n.name AS sessionName
     FROM roster_counter c JOIN roster o ON o.id = c.id JOIN unit u ON u.id = o.unit_id
     JOIN session n ON n.id = o.session_id JOIN event e ON e.id = o.session_id
     WHERE o.body_id IN (${placeholders(bodyIds)}) AND (e.last_day IS NULL OR e.last_day >= ?)
       AND EXISTS (SELECT 1 FROM ${LISTED} AND r.roster_id = c.id)
     ORDER BY c.created_at DESC, c.id DESC LIMIT ?`,
    [...bodyIds, today, most],
  );
}

/** How many of each roster stand on its list, and how many of them are confirmed. */
export async function countsAtCounter(h: Handle, rosterIds: readonly string[]) {
  if (rosterIds.length === 0) return new Map<string, { listed: number; confirmed: number }>();
  const rows = await h.query<{ id: string; listed: number | string; confirmed: number | string }>(
    `SELECT r.roster_id AS id, COUNT(*) AS listed, COUNT(s.confirmed_at) AS confirmed
     FROM ${LISTED} AND r.roster_id IN (${placeholders(rosterIds)})
     GROUP BY r.roster_id`,
    [...rosterIds],
  );
  return new Map(
    rows.map(({ id, listed, confirmed }) => [id, { listed: Number(listed), confirmed: Number(confirmed) }]),
  );
}

export async function countCounted(h: Handle, rosterId: string): Promise<number> {
  const [row] = await h.query<{ n: number | string }>(
    `SELECT COUNT(*) AS n FROM roster_row r JOIN counter_slip s ON s.candidate_id = r.id
     WHERE r.roster_id = ? AND s.queued_at IS NOT NULL`,
    [rosterId],
  );
  return Number(row?.n ?? 0);
}

/** The next of a roster who waits to be confirmed with the group. */
export async function nextCounted(h: Handle, rosterId: string): Promise<string | null> {
  const [row] = await h.query<{ id: string }>(
    `SELECT r.id AS id FROM roster_row r JOIN counter_slip s ON s.candidate_id = r.id
     WHERE r.roster_id = ? AND s.queued_at IS NOT NULL AND s.confirmed_at IS NULL ORDER BY r.position LIMIT 1`,
    [rosterId],
  );
  return row?.id ?? null;
}
