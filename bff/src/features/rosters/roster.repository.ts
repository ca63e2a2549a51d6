import { rosterRows } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { In, IsNull, MoreThan, Not } from 'typeorm';
import {
  type Handle,
  findLocked,
  insert,
  instantFrom,
  isDuplicate,
  newId,
  placeholders,
  unlessThere,
  updateWhere,
} from '../../platform/db';
import { LIVE } from '../participants';
import { type Roster, type RosterRow, rosterRecord, rosterRowRecord } from './roster.record';

export type { Roster, RosterRow };

export const findRoster = (h: Handle, id: string): Promise<Roster | null> => h.repo(rosterRecord).findOneBy({ id });

export const lockRoster = (h: Handle, id: string): Promise<Roster | null> => findLocked(h, rosterRecord, { id });

export const rostersOfUnit = (h: Handle, unitId: string): Promise<Roster[]> =>
  h.repo(rosterRecord).find({ where: { unitId }, order: { id: 'ASC' } });

const UNTOUCHED = { version: 1, firstReviewedAt: null, firstReviewedBy: null, codeRound: null } as const;

/** The roster of a unit in a session; of two agents who open it at once, both get the same. */
export async function openRosterOf(
  h: Handle,
  row: Omit<Roster, 'id' | 'rosterKey' | keyof typeof UNTOUCHED>,
): Promise<string> {
  const rosterKey = `${row.unitId}:${row.sessionId}`;
  const known = await h.repo(rosterRecord).findOneBy({ rosterKey });
  if (known) return known.id;
  const id = newId();
  try {
    await insert(h, rosterRecord, { ...UNTOUCHED, ...row, id, rosterKey });
    return id;
  } catch (error) {
    if (!isDuplicate(error, 'uq_roster')) throw error;
    const winner = await h.repo(rosterRecord).findOneBy({ rosterKey });
    if (!winner) throw error;
    return winner.id;
  }
}

/** Goes on to the next version if it still is that one; false when somebody was faster. */
export const takeVersion = async (h: Handle, { id, version }: Pick<Roster, 'id' | 'version'>): Promise<boolean> =>
  (await updateWhere(h, rosterRecord, { id, version }, { version: version + 1 })) === 1;

/** Makes new codes to claim with; those before are dead. */
export const renewCodes = (h: Handle, id: string): Promise<number> =>
  h.run('UPDATE roster SET code_round = COALESCE(code_round, 0) + 1 WHERE id = ?', [id]);

/** Notes a change by hand. */
export const touch = (h: Handle, id: string): Promise<number> =>
  h.run('UPDATE roster SET version = version + 1 WHERE id = ?', [id]);

export const noteFirstReview = (h: Handle, id: string, by: { accountId: string; nowMs: number }): Promise<number> =>
  updateWhere(
    h,
    rosterRecord,
    { id, firstReviewedAt: IsNull() },
    { firstReviewedAt: by.nowMs, firstReviewedBy: by.accountId },
  );

/** What a row is before anybody did anything to it. */
export const FRESH = {
  standing: 'incomplete',
  confirmedBy: null,
  confirmedAt: null,
  formFileId: null,
  nextPhoto: null,
  queuedAt: null,
  outcome: null,
  admission: null,
  sharedAt: null,
  listedAt: null,
  marksSharedAt: null,
  remindedOn: null,
  remindMessageId: null,
  disputedAt: null,
} as const satisfies Omit<RosterRow, 'id' | 'rosterId' | 'rowKey' | 'position'>;

/** Writes a row; false when the person stands in the roster for that offering already. */
export async function insertRow(h: Handle, row: Omit<RosterRow, 'position'>): Promise<boolean> {
  const last = await lastPosition(h, row.rosterId);
  try {
    await insert(h, rosterRowRecord, { ...row, position: last + 1 });
    return true;
  } catch (error) {
    if (!isDuplicate(error, 'uq_roster_row')) throw error;
    return false;
  }
}

type Fresh = Pick<RosterRow, 'id' | 'rowKey' | 'standing'>;

/** Writes rows nobody did anything to yet behind all others; the ids of those whose key was free. */
export async function insertFresh(h: Handle, rosterId: string, rows: readonly Fresh[]): Promise<ReadonlySet<string>> {
  const last = await lastPosition(h, rosterId);
  const added = new Set<string>();
  for (let from = 0; from < rows.length; from += 500) {
    const some = rows.slice(from, from + 500);
    const values = some.map(({ id, rowKey, standing }, at) => [id, rosterId, rowKey, last + from + at + 1, standing]);
    const tuples = values.map((tuple) => `(${placeholders(tuple)})`).join(', ');
    const sql = `INSERT INTO roster_row (id, roster_id, row_key, position, standing) VALUES ${tuples}`;
    await h.run(unlessThere(h, sql), values.flat());
    const ids = some.map(({ id }) => id);
    const found = `SELECT id FROM roster_row WHERE id IN (${placeholders(ids)})`;
    for (const { id } of await h.query<{ id: string }>(found, ids)) added.add(id);
  }
  return added;
}

async function lastPosition(h: Handle, rosterId: string): Promise<number> {
  const [last] = await h.query<{ n: number | string | null }>(
    'SELECT MAX(position) AS n FROM roster_row WHERE roster_id = ?',
    [rosterId],
  );
  return Number(last?.n ?? 0);
}

/** Changes a row; false when the change makes it somebody who stands there already. */
export async function changeRow(
  h: Handle,
  id: string,
  set: Partial<Omit<RosterRow, 'id' | 'rosterId'>>,
): Promise<boolean> {
  try {
    await updateWhere(h, rosterRowRecord, { id }, set);
    return true;
  } catch (error) {
    if (!isDuplicate(error, 'uq_roster_row')) throw error;
    return false;
  }
}

export const findRosterRow = (h: Handle, rosterId: string, id: string): Promise<RosterRow | null> =>
  h.repo(rosterRowRecord).findOneBy({ rosterId, id });

export const findRowByKey = (h: Handle, rowKey: string): Promise<RosterRow | null> =>
  h.repo(rosterRowRecord).findOneBy({ rowKey });

/** The rows that hold some of these keys. */
export const findRowsByKey = (h: Handle, rowKeys: readonly string[]): Promise<RosterRow[]> =>
  h.repo(rosterRowRecord).find({ where: { rowKey: In([...rowKeys]) } });

/** Whatever its roster; for what knows it by its candidate. */
export const findRowOf = (h: Handle, id: string): Promise<RosterRow | null> =>
  h.repo(rosterRowRecord).findOneBy({ id });

type Phoned = { readonly rosterId: string; readonly phoneIndex: string | null; readonly documentIndex: string | null };

/** Whether a roster names one phone for several people. */
export async function isSharedPhone(h: Handle, { rosterId, phoneIndex, documentIndex }: Phoned): Promise<boolean> {
  if (phoneIndex === null || documentIndex === null) return false;
  const [found] = await h.query<{ id: string }>(
    `SELECT r.id AS id FROM candidate c JOIN roster_row r ON r.id = c.id JOIN participant p ON p.candidate_id = c.id
     WHERE c.phone_index = ? AND r.roster_id = ? AND c.document_index <> ? AND p.state IN (${placeholders(LIVE)}) LIMIT 1`,
    [phoneIndex, rosterId, documentIndex, ...LIVE],
  );
  return found !== undefined;
}

/** An account's rows of a roster, first the first written. */
export async function rowsOfAccount(h: Handle, rosterId: string, accountId: string): Promise<RosterRow[]> {
  const rows = await h.query<{ id: string }>(
    'SELECT r.id AS id FROM roster_row r JOIN candidate c ON c.id = r.id WHERE r.roster_id = ? AND c.account_id = ?',
    [rosterId, accountId],
  );
  return rows.length === 0
    ? []
    : h.repo(rosterRowRecord).find({ where: { id: In(rows.map(({ id }) => id)) }, order: { position: 'ASC' } });
}

/** Takes in what waits; how many did. */
export const admitRows = (h: Handle, ids: readonly string[]): Promise<number> =>
  updateWhere(h, rosterRowRecord, { id: In([...ids]), admission: 'waiting' }, { admission: 'admitted' });

/** Notes that somebody is asked to confirm; false when that was done on this day already. */
export const noteReminded = async (h: Handle, id: string, on: LocalDate): Promise<boolean> =>
  (await h.run('UPDATE roster_row SET reminded_on = ? WHERE id = ? AND (reminded_on IS NULL OR reminded_on <> ?)', [
    on,
    id,
    on,
  ])) === 1;

type Reminded = { readonly at: number; readonly delivery: (typeof rosterRows.REMINDED_DELIVERIES)[number] };

/** How far the messages came by which members were asked to confirm. */
export async function remindersOf(h: Handle, rows: readonly RosterRow[]): Promise<ReadonlyMap<string, Reminded>> {
  const ids = rows.flatMap(({ remindMessageId }) => remindMessageId ?? []);
  if (ids.length === 0) return new Map();
  const found = await h.query<{ id: string; at: unknown; delivery: string }>(
    `SELECT m.id AS id, m.sent_at AS at, CASE WHEN m.read_at IS NOT NULL THEN 'read'
       WHEN m.went_out_by IS NOT NULL THEN m.went_out_by
       WHEN m.account_id IS NOT NULL THEN 'in-app'
       WHEN EXISTS (SELECT 1 FROM text_message t WHERE t.account_id = m.candidate_id AND t.message_id <> m.id
         AND t.matter LIKE 'roster-row-waiting:%') THEN 'sms-before' ELSE 'unclaimed' END AS delivery
     FROM message m WHERE m.id IN (${placeholders(ids)})`,
    ids,
  );
  return new Map(
    found.map(({ id, at, delivery }) => [
      id,
      { at: instantFrom(at), delivery: rosterRows.REMINDED_DELIVERIES.find((known) => known === delivery) ?? 'in-app' },
    ]),
  );
}

/** Rows that name this phone and that nobody has claimed. */
export const unclaimedOfPhone = (h: Handle, phoneIndex: string) =>
  h.query<{ rosterId: string; documentIndex: string | null }>(
    `SELECT r.roster_id AS rosterId, c.document_index AS documentIndex
     FROM candidate c JOIN roster_row r ON r.id = c.id JOIN participant p ON p.candidate_id = c.id
     WHERE c.phone_index = ? AND c.account_id IS NULL AND p.state IN (${placeholders(LIVE)}) ORDER BY r.id LIMIT 20`,
    [phoneIndex, ...LIVE],
  );

export const deleteRow = async (h: Handle, id: string): Promise<void> =>
  void (await h.run('DELETE FROM roster_row WHERE id = ?', [id]));

/** All rows, in the order of the roster. */
export const rowsOf = (h: Handle, rosterId: string): Promise<RosterRow[]> =>
  h.repo(rosterRowRecord).find({ where: { rosterId }, order: { position: 'ASC' } });

/** Rows after a position, in the order of the roster. */
export const rowsAfter = (h: Handle, rosterId: string, after: number, limit: number): Promise<RosterRow[]> =>
  h
    .repo(rosterRowRecord)
    .find({ where: { rosterId, position: MoreThan(after) }, order: { position: 'ASC' }, take: limit });

/** Lets rows wait to be handed in. */
export async function queueRows(h: Handle, ids: readonly string[], nowMs: number): Promise<void> {
  for (let from = 0; from < ids.length; from += 500)
    await updateWhere(h, rosterRowRecord, { id: In(ids.slice(from, from + 500)) }, { queuedAt: nowMs, outcome: null });
}

export const countQueued = (h: Handle, rosterId: string): Promise<number> =>
  h.repo(rosterRowRecord).countBy({ rosterId, queuedAt: Not(IsNull()) });

export const nextQueued = (h: Handle, rosterId: string): Promise<RosterRow | null> =>
  h.repo(rosterRowRecord).findOne({ where: { rosterId, queuedAt: Not(IsNull()) }, order: { position: 'ASC' } });

/** Takes one that waits, for this transaction; false when somebody else has. */
export const claimQueued = async (h: Handle, id: string, outcome: string | null): Promise<boolean> =>
  (await updateWhere(h, rosterRowRecord, { id, queuedAt: Not(IsNull()) }, { queuedAt: null, outcome })) === 1;

export const nextWithPhoto = (h: Handle, rosterId: string): Promise<RosterRow | null> =>
  h.repo(rosterRowRecord).findOne({ where: { rosterId, nextPhoto: Not(IsNull()) }, order: { position: 'ASC' } });

/** Whom an order names: who left it before it was paid no more; of one that ended unpaid, all it named. */
const NAMED = "CASE WHEN l.ended_at IS NULL OR o.state NOT IN ('open', 'settled') THEN l.candidate_id END";

/** The orders of a unit for a session, first the first opened, with how many candidates each names. */
export async function ordersOfUnit(h: Handle, of: { unitId: string; sessionId: string }) {
  const rows = await h.query<{
    id: string;
    number: string;
    candidate: string;
    state: string;
    total: number | string;
    candidates: number | string;
    payBy: unknown;
  }>(
    `SELECT o.id AS id, o.number AS number, o.state AS state, o.total_fen AS total, MAX(o.pay_by) AS payBy,
       COUNT(DISTINCT ${NAMED}) AS candidates, COALESCE(MIN(${NAMED}), MIN(l.candidate_id)) AS candidate
     FROM pay_order o JOIN pay_order_line l ON l.order_id = o.id
     WHERE o.unit_id = ? AND o.event_id = ? GROUP BY o.id, o.number, o.state, o.total_fen ORDER BY o.id`,
    [of.unitId, of.sessionId],
  );
  return rows.map(({ candidate, total, candidates, ...row }) => ({
    ...row,
    applicationId: candidate,
    totalFen: Number(total),
    candidates: Number(candidates),
  }));
}
