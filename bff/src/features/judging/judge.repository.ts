import type { LocalDate } from '@jikaotong/shared/kernel';
import { In, IsNull, Not } from 'typeorm';
import { type Crypto, randomToken, sha256 } from '../../platform/crypto';
import { type Handle, findLocked, insert, isDuplicate, newId, updateWhere } from '../../platform/db';
import { phoneIndexOf } from '../accounts';
import { type Judge, type JudgeException, judgeExceptionRecord, judgeRecord, judgeWords } from './judging.record';

export type { Judge, JudgeException };

type NewJudge = Pick<Judge, 'judgingId' | 'bodyId' | 'name' | 'unit' | 'heats' | 'stations' | 'assignedBy'> & {
  readonly phone: string;
};

/** A judge, with the token of the link, which is stored as a hash; null where the number is a judge of this part already. */
export async function addJudge(
  h: Handle,
  crypto: Crypto,
  { phone, ...given }: NewJudge,
  nowMs: number,
): Promise<{ readonly id: string; readonly token: string } | null> {
  const id = newId();
  const token = randomToken();
  const row = {
    ...given,
    id,
    accountId: null,
    phone: crypto.encryptField(phoneAt(id), phone),
    phoneIndex: phoneIndexOf(crypto, phone),
    linkHash: sha256(token),
    state: 'open' as const,
    heardAt: null,
    waiting: null,
    assignedAt: nowMs,
    revokedAt: null,
    seatAccount: null,
    voidedAt: null,
    voidedBy: null,
    voidReason: null,
  };
  return (await unlessTaken(insert(h, judgeRecord, row))) === null ? null : { id, token };
}

/** Null where a unique key says no. */
async function unlessTaken<T>(writing: Promise<T>): Promise<T | true | null> {
  try {
    return (await writing) ?? true;
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    return null;
  }
}

/** Who has this number in a part, judging or no more; null also where what was marked does not count. */
export const findByPhone = (h: Handle, judgingId: string, phoneIndex: string): Promise<Judge | null> =>
  h.repo(judgeRecord).findOneBy({ judgingId, phoneIndex });

/** A judge who was no more judges again, by a fresh link, over what was marked before; null when somebody was faster. */
export async function reopenJudge(
  h: Handle,
  id: string,
  { name, unit, assignedBy }: Pick<Judge, 'name' | 'unit' | 'assignedBy'>,
): Promise<string | null> {
  const token = randomToken();
  const again = { state: 'open' as const, revokedAt: null, accountId: null, linkHash: sha256(token) };
  const count = await updateWhere(
    h,
    judgeRecord,
    { id, state: 'revoked', voidedAt: IsNull() },
    { ...again, name, unit, assignedBy },
  );
  return count === 1 ? token : null;
}

const phoneAt = (row: string) => ({ table: 'judge', column: 'phone', row });

/** The number of a judge in the clear; null once it is erased. */
export const phoneOfJudge = (crypto: Crypto, judge: Judge): string | null =>
  judge.phone === null ? null : crypto.decryptField(phoneAt(judge.id), judge.phone);

/** Where the link of a judge is opened, below the public address of the app (h5 hash routes). */
export const judgeLinkPath = (token: string): string => `/#/packages/judge/join/index?token=${token}`;

/** A fresh token for an open judge; whoever came in by the one before is out. Null where there is none. */
export async function renewLink(h: Handle, id: string): Promise<string | null> {
  const token = randomToken();
  const set = { linkHash: sha256(token), accountId: null, seatAccount: null };
  return (await updateWhere(h, judgeRecord, { id, state: 'open' }, set)) === 1 ? token : null;
}

/** Gives an open judge other heats and stations; false where it judges no more. */
export const setPlaces = async (
  h: Handle,
  id: string,
  { heats, stations }: Pick<Judge, 'heats' | 'stations'>,
): Promise<boolean> => (await updateWhere(h, judgeRecord, { id, state: 'open' }, { heats, stations })) === 1;

export const revokeJudge = async (h: Handle, id: string, nowMs: number): Promise<boolean> =>
  (await updateWhere(
    h,
    judgeRecord,
    { id, state: 'open' },
    { state: 'revoked', revokedAt: nowMs, linkHash: null, seatAccount: null },
  )) === 1;

/** What a judge marked who is no more counts no longer, and the number is free for a fresh start; false where that is so already. */
export async function voidJudge(
  h: Handle,
  crypto: Crypto,
  id: string,
  { reason, ...by }: { readonly voidedAt: number; readonly voidedBy: string; readonly reason: string },
): Promise<boolean> {
  const set = { ...by, voidReason: judgeWords.seal(crypto, id, 'voidReason', reason), phoneIndex: null };
  return (await updateWhere(h, judgeRecord, { id, state: 'revoked', voidedAt: IsNull() }, set)) === 1;
}

/** It counts again; false where it does, or the number is a judge of this part afresh. */
export async function unvoidJudge(h: Handle, crypto: Crypto, judge: Judge): Promise<boolean> {
  const phone = phoneOfJudge(crypto, judge);
  const phoneIndex = phone === null ? null : phoneIndexOf(crypto, phone);
  const set = { voidedAt: null, voidedBy: null, voidReason: null, phoneIndex };
  return (await unlessTaken(updateWhere(h, judgeRecord, { id: judge.id, voidedAt: Not(IsNull()) }, set))) === 1;
}

/** The open judge that a token leads to; null when it is used, replaced or none. */
export const findByLink = (h: Handle, token: string): Promise<Judge | null> =>
  h.repo(judgeRecord).findOneBy({ linkHash: sha256(token), state: 'open' });

/** Uses the link up for this account; false when somebody was faster, or the account judges this part already. */
export const join = async (h: Handle, { id, linkHash }: Judge, accountId: string): Promise<boolean> =>
  linkHash !== null &&
  (await unlessTaken(
    updateWhere(
      h,
      judgeRecord,
      { id, linkHash, accountId: IsNull(), state: 'open' },
      { accountId, seatAccount: accountId, linkHash: null },
    ),
  )) === 1;

export const findJudgeIn = (h: Handle, bodyIds: readonly string[], id: string): Promise<Judge | null> =>
  h.repo(judgeRecord).findOneBy({ id, bodyId: In([...bodyIds]) });

export const judgesOf = (h: Handle, judgingId: string): Promise<Judge[]> =>
  h.repo(judgeRecord).find({ where: { judgingId }, order: { id: 'ASC' } });

/** Where an account judges. */
export const ownJudges = (h: Handle, accountId: string): Promise<Judge[]> =>
  h.repo(judgeRecord).find({ where: { accountId, state: 'open' }, order: { id: 'DESC' } });

/** A judge of this account, open or not. */
export const findOwn = (h: Handle, accountId: string, id: string): Promise<Judge | null> =>
  h.repo(judgeRecord).findOneBy({ id, accountId });

/** The same, locked until the transaction ends: what a phone sends twice at once comes one after the other. */
export const findOwnLocked = (h: Handle, accountId: string, id: string): Promise<Judge | null> =>
  findLocked(h, judgeRecord, { id, accountId });

export const noteHeard = (h: Handle, id: string, heard: Pick<Judge, 'heardAt' | 'waiting'>): Promise<number> =>
  updateWhere(h, judgeRecord, { id }, heard);

/** Two who allow the same at once make one. */
export async function addException(h: Handle, row: JudgeException): Promise<void> {
  await insert(h, judgeExceptionRecord, row).catch((error: unknown) => {
    if (!isDuplicate(error)) throw error;
  });
}

export const exceptionsOf = (h: Handle, judgeIds: readonly string[]): Promise<JudgeException[]> =>
  judgeIds.length === 0
    ? Promise.resolve([])
    : h.repo(judgeExceptionRecord).find({ where: { judgeId: In([...judgeIds]) }, order: { id: 'ASC' } });

/**
 * What a judge's link was bound to is of no use once the stage is over: numbers go. A stage whose day was never announced is
 * over with its last drawn place.
 */
export async function forgetJudges(h: Handle, beforeDay: LocalDate): Promise<void> {
  await h.run(
    `UPDATE judge SET phone = NULL, phone_index = NULL, link_hash = NULL
     WHERE phone IS NOT NULL AND judging_id IN (
       SELECT g.id FROM judging g JOIN event e ON e.id = g.stage_id
       WHERE COALESCE(e.last_day, (SELECT MAX(p.day) FROM drawn_place p WHERE p.event_id = e.id)) < ?)`,
    [beforeDay],
  );
}

/** Whether anybody is to judge in a stage. */
export async function hasJudges(h: Handle, stageId: string): Promise<boolean> {
  const judges = await h.query<{ id: string }>(
    `SELECT j.id AS id FROM judge j JOIN judging g ON g.id = j.judging_id
     WHERE g.stage_id = ? AND j.state = 'open' LIMIT 1`,
    [stageId],
  );
  return judges.length > 0;
}
