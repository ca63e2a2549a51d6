import { In, IsNull, MoreThanOrEqual } from 'typeorm';
import { statesThatAre } from '@jikaotong/shared/rules/progress';
import {
  type Handle,
  type Param,
  findLocked,
  insert,
  isDuplicate,
  newId,
  placeholders,
  updateWhere,
} from '../../platform/db';
import { type Search, searchCondition } from '../candidates';
import { type Slip, slipRecord } from './slip.record';
import { newSlipCode } from './slip-code';

export type { Slip } from './slip.record';

export const findSlipOf = (h: Handle, candidateId: string): Promise<Slip | null> =>
  h.repo(slipRecord).findOneBy({ candidateId });

/** The slip, locked until the transaction ends: two clerks tick and confirm one after the other. */
export const lockSlipOf = (h: Handle, candidateId: string): Promise<Slip | null> =>
  findLocked(h, slipRecord, { candidateId });

/** The slip of an application to one of these bodies; for the clerks of another body it does not exist. */
export const findSlipIn = (h: Handle, bodyIds: readonly string[], candidateId: string): Promise<Slip | null> =>
  h.repo(slipRecord).findOneBy({ candidateId, bodyId: In([...bodyIds]) });

export const findSlipByCode = (h: Handle, bodyIds: readonly string[], code: string): Promise<Slip | null> =>
  h.repo(slipRecord).findOneBy({ code, bodyId: In([...bodyIds]) });

const UNCONFIRMED = { confirmedAt: null, confirmedBy: null, outsideHours: false, claimedAt: null } as const;

/** What it does not have while it waits with no group, and where it belongs to none. */
const UNQUEUED = { queuedAt: null, queuedBy: null, outcome: null } as const;
const UNGROUPED = { ...UNQUEUED, openUntil: null } as const;

/** Gives an application its slip with a new code; the one it had is dead, and so are its ticks. */
export async function putSlip(
  h: Handle,
  given: { candidateId: string; bodyId: string; walkIn: boolean; nowMs: number },
): Promise<void> {
  const { candidateId, bodyId, walkIn, nowMs } = given;
  const once = { ...UNCONFIRMED, ...UNGROUPED };
  for (let tries = 0; tries < 5; tries += 1) {
    const fresh = { code: walkIn ? null : newSlipCode(), note: null, originals: [], createdAt: nowMs };
    try {
      if ((await updateWhere(h, slipRecord, { candidateId, confirmedAt: IsNull() }, fresh)) === 1) return;
      await insert(h, slipRecord, { id: newId(), candidateId, bodyId, walkIn, ...fresh, ...once });
      return;
    } catch (error) {
      // drawn before: draw again; two taps at once: the row is there now
      if (!isDuplicate(error)) throw error;
    }
  }
  throw new Error(`no slip for candidate ${candidateId}`);
}

export const changeSlip = (h: Handle, id: string, set: Partial<Slip>): Promise<number> =>
  updateWhere(h, slipRecord, { id }, set);

/** Confirms it, once, and lets it wait with its group no more; false when it was confirmed already. */
export const confirmSlip = async (
  h: Handle,
  id: string,
  set: Pick<Slip, 'confirmedAt' | 'confirmedBy' | 'outsideHours' | 'originals'>,
): Promise<boolean> => (await updateWhere(h, slipRecord, { id, confirmedAt: IsNull() }, { ...set, ...UNQUEUED })) === 1;

/** Takes over a walk-in, once. */
export const claimSlip = async (h: Handle, id: string, nowMs: number): Promise<boolean> =>
  (await updateWhere(h, slipRecord, { id, walkIn: true, claimedAt: IsNull() }, { claimedAt: nowMs })) === 1;

export type SlipFilter = {
  readonly bodyIds: readonly string[];
  readonly of: 'waiting' | 'today' | 'all';
  /** The first instant of today. */
  readonly sinceMs: number;
  readonly search: Search | null;
};

/** Whether somebody of a unit calls something in the own row wrong, and waits for the unit (`rosters` notes it there). */
export async function isDisputed(h: Handle, candidateId: string): Promise<boolean> {
  const rows = await h.query('SELECT id FROM roster_row WHERE id = ? AND disputed_at IS NOT NULL', [candidateId]);
  return rows.length > 0;
}

/** People of a unit wait on the list of their unit. */
const NOT_OF_UNIT = 'NOT EXISTS (SELECT 1 FROM candidate u WHERE u.id = s.candidate_id AND u.unit_id IS NOT NULL)';

/** Slips newest first; `before` is the id of the last one seen. */
export async function listSlips(
  h: Handle,
  { bodyIds, of, sinceMs, search }: SlipFilter,
  page: { before: string | null; limit: number },
): Promise<Slip[]> {
  if (bodyIds.length === 0) return [];
  const asked: { readonly sql: string; readonly params: readonly Param[] }[] = [
    { sql: `s.body_id IN (${placeholders(bodyIds)})`, params: bodyIds },
    ...(of === 'waiting' ? [{ sql: `s.confirmed_at IS NULL AND s.note IS NULL AND ${NOT_OF_UNIT}`, params: [] }] : []),
    ...(of === 'today' ? [{ sql: 's.confirmed_at >= ?', params: [new Date(sinceMs)] }] : []),
    ...(search === null ? [] : [searchCondition(search)]),
    ...(page.before === null ? [] : [{ sql: 's.id < ?', params: [page.before] }]),
  ];
  const rows = await h.query<{ id: string }>(
    `SELECT s.id AS id FROM counter_slip s ${search === null ? '' : 'JOIN candidate c ON c.id = s.candidate_id'}
     WHERE ${asked.map(({ sql }) => sql).join(' AND ')} ORDER BY s.id DESC LIMIT ?`,
    [...asked.flatMap(({ params }) => params), page.limit],
  );
  return h.repo(slipRecord).find({ where: { id: In(rows.map(({ id }) => id)) }, order: { id: 'DESC' } });
}

const MENDABLE = statesThatAre('mendable');

/** How many wait, how many were confirmed since, and how many of those walked in. */
export async function countSlips(
  h: Handle,
  bodyIds: readonly string[],
  sinceMs: number,
): Promise<{ waiting: number; today: number; walkInsToday: number }> {
  const slips = h.repo(slipRecord);
  const bodyId = In([...bodyIds]);
  const [row] =
    bodyIds.length === 0
      ? []
      : await h.query<{ n: number | string }>(
          `SELECT COUNT(*) AS n FROM counter_slip s JOIN participant p ON p.candidate_id = s.candidate_id
           WHERE s.confirmed_at IS NULL AND s.note IS NULL AND p.state IN (${placeholders(MENDABLE)}) AND ${NOT_OF_UNIT}
             AND s.body_id IN (${placeholders(bodyIds)})`,
          [...MENDABLE, ...bodyIds],
        );
  const confirmedAt = MoreThanOrEqual(sinceMs);
  return {
    waiting: Number(row?.n ?? 0),
    today: await slips.countBy({ bodyId, confirmedAt }),
    walkInsToday: await slips.countBy({ bodyId, confirmedAt, walkIn: true }),
  };
}

export async function findSlips(h: Handle, candidateIds: readonly string[]): Promise<Slip[]> {
  const found: Slip[] = [];
  for (let from = 0; from < candidateIds.length; from += 500)
    found.push(...(await h.repo(slipRecord).findBy({ candidateId: In(candidateIds.slice(from, from + 500)) })));
  return found;
}

/** Those of a group that wait to be confirmed with it, and the day on which the rest ends, each in one go. */
export async function changeSlips(
  h: Handle,
  candidateIds: readonly string[],
  set: Partial<Pick<Slip, 'openUntil' | 'queuedAt' | 'queuedBy' | 'outcome'>>,
): Promise<void> {
  for (let from = 0; from < candidateIds.length; from += 500)
    await updateWhere(
      h,
      slipRecord,
      { candidateId: In(candidateIds.slice(from, from + 500)), confirmedAt: IsNull() },
      set,
    );
}

/** Whoever leaves a unit keeps the slip as somebody who comes alone. */
export const ungroupSlip = (h: Handle, candidateId: string): Promise<number> =>
  updateWhere(h, slipRecord, { candidateId }, UNGROUPED);

/** The clerk who counted somebody that waits with the group; null where nobody waits. */
export const queuedBy = async (h: Handle, candidateId: string): Promise<string | null> =>
  (await findSlipOf(h, candidateId))?.queuedBy ?? null;
