import { In, IsNull, Not } from 'typeorm';
import { type Handle, insert, isDuplicate, updateWhere } from '../../platform/db';
import type { Context } from '../../platform/http';
import { isJudged, judgingsOf } from './judging.repository';
import {
  type JudgeAct,
  type JudgeMark,
  type JudgingFailure,
  actWords,
  judgeActRecord,
  judgeMarkRecord,
  judgingFailureRecord,
} from './judging.record';

export type { JudgeAct, JudgeMark, JudgingFailure };

export const marksOf = (h: Handle, judgingId: string): Promise<JudgeMark[]> =>
  h.repo(judgeMarkRecord).find({ where: { judgingId }, order: { id: 'ASC' } });

export const marksOfJudge = (h: Handle, judgeId: string): Promise<JudgeMark[]> =>
  h.repo(judgeMarkRecord).find({ where: { judgeId }, order: { id: 'ASC' } });

export const findMark = (
  h: Handle,
  { judgeId, placeId, run }: Pick<JudgeMark, 'judgeId' | 'placeId' | 'run'>,
): Promise<JudgeMark | null> => h.repo(judgeMarkRecord).findOneBy({ judgeId, placeId, run });

/** False where one of the same run is there already. */
export const addMark = (h: Handle, row: JudgeMark): Promise<boolean> => added(insert(h, judgeMarkRecord, row));

async function added(inserting: Promise<void>): Promise<boolean> {
  try {
    await inserting;
    return true;
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    return false;
  }
}

/** Changes a mark that still is at this version; false when somebody was faster. */
export const changeMarkIf = async (
  h: Handle,
  { id, version }: Pick<JudgeMark, 'id' | 'version'>,
  set: Pick<JudgeMark, 'marks' | 'total' | 'source' | 'openBy'>,
): Promise<boolean> => (await updateWhere(h, judgeMarkRecord, { id, version }, { ...set, version: version + 1 })) === 1;

/** A second person saw the same; false where it was one's own, or changed meanwhile. */
export const checkMark = async (
  h: Handle,
  { id, version }: Pick<JudgeMark, 'id' | 'version'>,
  accountId: string,
): Promise<boolean> =>
  (await updateWhere(h, judgeMarkRecord, { id, version, openBy: Not(accountId) }, { openBy: null })) === 1;

export const addAct = (h: Handle, row: JudgeAct): Promise<void> => insert(h, judgeActRecord, row);

/** What became of those that came before, by nonce. */
export async function outcomesOf(
  h: Handle,
  judgeId: string,
  acts: readonly { readonly nonce: string }[],
): Promise<ReadonlyMap<string, JudgeAct['outcome']>> {
  if (acts.length === 0) return new Map();
  const rows = await h.repo(judgeActRecord).find({
    select: { nonce: true, outcome: true },
    where: { judgeId, nonce: In(acts.map(({ nonce }) => nonce)) },
  });
  return new Map(rows.map(({ nonce, outcome }) => [nonce, outcome]));
}

/** What did not count by itself and nobody has decided, oldest first. */
export const openConflicts = (h: Handle, judgingId: string): Promise<JudgeAct[]> =>
  h.repo(judgeActRecord).find({
    where: { judgingId, outcome: 'conflict', decidedBy: IsNull() },
    order: { id: 'ASC' },
  });

/** Where something of a judge did not count and nobody has decided. */
export const openConflictsOf = (
  h: Handle,
  judgeId: string,
): Promise<Pick<JudgeAct, 'placeId' | 'run' | 'conflict'>[]> =>
  h.repo(judgeActRecord).find({
    select: { placeId: true, run: true, conflict: true },
    where: { judgeId, outcome: 'conflict', decidedBy: IsNull() },
  });

export const countConflicts = (h: Handle, judgingId: string): Promise<number> =>
  h.repo(judgeActRecord).countBy({ judgingId, outcome: 'conflict', decidedBy: IsNull() });

/** Whether a judge gave a mark in any part of a stage, or sent one of which staff have not decided whether it counts. */
export async function isMarked(h: Handle, stageId: string): Promise<boolean> {
  if (await isJudged(h, stageId)) return true;
  for (const { id } of await judgingsOf(h, stageId)) if ((await countConflicts(h, id)) > 0) return true;
  return false;
}

export const findActIn = (h: Handle, bodyIds: readonly string[], id: string): Promise<JudgeAct | null> =>
  h.repo(judgeActRecord).findOneBy({ id, bodyId: In([...bodyIds]) });

/** Decides a conflict once; false when somebody was faster. */
export async function decideAct(
  { h, ports, now }: Pick<Context, 'h' | 'ports' | 'now'>,
  id: string,
  { accountId, reason }: { readonly accountId: string; readonly reason: string },
): Promise<boolean> {
  const decision = actWords.seal(ports.crypto, id, 'decision', reason);
  const decided = { decidedBy: accountId, decidedAt: now.ms, decision };
  return (await updateWhere(h, judgeActRecord, { id, outcome: 'conflict', decidedBy: IsNull() }, decided)) === 1;
}

/** All that was ever marked of these numbers, the latest first. */
export const actsOf = (h: Handle, placeIds: readonly string[]): Promise<JudgeAct[]> =>
  placeIds.length === 0
    ? Promise.resolve([])
    : h.repo(judgeActRecord).find({ where: { placeId: In([...placeIds]) }, order: { id: 'DESC' } });

/** False where this run starts anew already. */
export const addFailure = (h: Handle, row: JudgingFailure): Promise<boolean> =>
  added(insert(h, judgingFailureRecord, row));

export const failuresOf = (h: Handle, judgingId: string): Promise<JudgingFailure[]> =>
  h.repo(judgingFailureRecord).find({ where: { judgingId }, order: { id: 'ASC' } });
