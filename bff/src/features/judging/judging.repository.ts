import type { StagePart } from '@jikaotong/shared/contract';
import { IsNull, Not } from 'typeorm';
import { type Handle, findLocked, findRow, insert, newId, updateWhere } from '../../platform/db';
import { lockedKey } from '../draws';
import { type Judging, type MarkingSheet, judgingRecord, markingSheetRecord } from './judging.record';

export type { Judging, MarkingSheet };

type At = { readonly stageId: string; readonly part: StagePart };

export const findJudging = (h: Handle, { stageId, part }: At): Promise<Judging | null> =>
  findRow(h, judgingRecord, { stageId, part });

export const loadJudging = (h: Handle, id: string): Promise<Judging> => h.repo(judgingRecord).findOneByOrFail({ id });

/**
 * The judging of a part of a stage under its lock, made where it was not; two at once make one. Where the other part's key is
 * held, the same two hold it.
 */
export async function standJudging(
  h: Handle,
  { stageId, part, bodyId, noticeId }: At & Pick<Judging, 'bodyId' | 'noticeId'>,
): Promise<Judging> {
  const ignore = h.dialect === 'mysql' ? 'ON DUPLICATE KEY UPDATE id = id' : 'ON CONFLICT DO NOTHING';
  const keyHolders = (await lockedKey(h, stageId)) ?? [];
  await h.run(
    `INSERT INTO judging (id, stage_id, part, body_id, notice_id, version, turn, key_holders)
     VALUES (?, ?, ?, ?, ?, 0, 0, ?) ${ignore}`,
    [newId(), stageId, part, bodyId, noticeId, JSON.stringify(keyHolders)],
  );
  const row = await findLocked(h, judgingRecord, { stageId, part });
  if (!row) throw new Error(`the judging of ${stageId} is gone`);
  return row;
}

/**
 * Something changes that a combined mark could hang on: a proposal to lock is out of date. Holds the judging until the
 * transaction ends; false where marks are locked.
 */
export const takeJudgingTurn = async (h: Handle, { id }: Pick<Judging, 'id'>): Promise<boolean> =>
  (await h.run('UPDATE judging SET turn = turn + 1 WHERE id = ? AND locked_at IS NULL', [id])) === 1;

/** The first mark is there: the sheet is frozen. */
export const start = (h: Handle, id: string, startedAt: number): Promise<number> =>
  updateWhere(h, judgingRecord, { id, startedAt: IsNull() }, { startedAt });

/** Whether a mark was given in any part of a stage. */
export const isJudged = (h: Handle, stageId: string): Promise<boolean> =>
  h.repo(judgingRecord).existsBy({ stageId, startedAt: Not(IsNull()) });

/** Holds every judging of a stage until the transaction ends: a mark that is being taken is waited for. */
export const holdJudgings = (h: Handle, stageId: string): Promise<number> =>
  h.run('UPDATE judging SET turn = turn + 1 WHERE stage_id = ?', [stageId]);

/** What is judged of a stage, part by part. */
export const judgingsOf = (h: Handle, stageId: string): Promise<Judging[]> => h.repo(judgingRecord).findBy({ stageId });

/** The parts of a stage that have a marking sheet, and whose marks are not locked. */
export const unlockedParts = async (h: Handle, stageId: string): Promise<readonly StagePart[]> =>
  (await judgingsOf(h, stageId)).flatMap(({ version, lockedAt, part }) =>
    version > 0 && lockedAt === null ? [part] : [],
  );

/** A new version of the sheet over the one seen; false where another came, marking has begun or marks are locked. */
export async function addSheet(h: Handle, { id, version }: Judging, sheet: MarkingSheet): Promise<boolean> {
  const open = { id, version, startedAt: IsNull(), lockedAt: IsNull() };
  if ((await updateWhere(h, judgingRecord, open, { version: version + 1 })) !== 1) return false;
  await insert(h, markingSheetRecord, sheet);
  return true;
}

/** Every version, the latest first. */
export const sheetsOf = (h: Handle, judgingId: string): Promise<MarkingSheet[]> =>
  h.repo(markingSheetRecord).find({ where: { judgingId }, order: { version: 'DESC' } });

/** The marking sheet that counts; null where none is defined. */
export const sheetOf = (h: Handle, { id, version }: Pick<Judging, 'id' | 'version'>): Promise<MarkingSheet | null> =>
  h.repo(markingSheetRecord).findOneBy({ judgingId: id, version });

/** One pair for the draw: the two hold the key of every part whose marks are not locked. */
export const setKeyHolders = (h: Handle, stageId: string, keyHolders: readonly string[]): Promise<number> =>
  updateWhere(h, judgingRecord, { stageId, lockedAt: IsNull() }, { keyHolders });

/**
 * Names may stand beside numbers again, once no part of the stage is judged any more. Of two parts that are locked at one
 * moment the second waits here for the first to be kept; or each would see the other open, and nobody would free the key.
 */
export async function releaseKey(h: Handle, stageId: string): Promise<void> {
  await h.run('UPDATE stage_draw SET id = id WHERE id = ?', [stageId]);
  await h.run(
    `UPDATE stage_draw SET key_holders = NULL WHERE id = ?
     AND NOT EXISTS (SELECT 1 FROM judging WHERE stage_id = ? AND locked_at IS NULL)`,
    [stageId, stageId],
  );
}

/** Proposes to lock at the turn that was seen; false when something changed meanwhile. */
export const proposeLock = async (
  h: Handle,
  { id, turn }: Pick<Judging, 'id' | 'turn'>,
  { accountId, nowMs }: { readonly accountId: string; readonly nowMs: number },
): Promise<boolean> =>
  (await updateWhere(
    h,
    judgingRecord,
    { id, turn, lockedAt: IsNull() },
    { proposedBy: accountId, proposedAt: nowMs, proposedTurn: turn },
  )) === 1;

/** Locks what another proposed at this very turn, once; false when something changed, or somebody was faster. */
export const lockIf = async (
  h: Handle,
  { id, turn }: Pick<Judging, 'id' | 'turn'>,
  { accountId, nowMs }: { readonly accountId: string; readonly nowMs: number },
): Promise<boolean> =>
  (await updateWhere(
    h,
    judgingRecord,
    { id, turn, proposedTurn: turn, proposedBy: Not(accountId), lockedAt: IsNull() },
    { lockedBy: accountId, lockedAt: nowMs },
  )) === 1;

/** Ranks are published: nothing is judged any more where nobody had begun. False where somebody had, and nothing is locked. */
export async function closeUnbegun(h: Handle, stageId: string, nowMs: number): Promise<boolean> {
  await updateWhere(h, judgingRecord, { stageId, startedAt: IsNull(), lockedAt: IsNull() }, { lockedAt: nowMs });
  return !(await h.repo(judgingRecord).existsBy({ stageId, lockedAt: IsNull() }));
}
