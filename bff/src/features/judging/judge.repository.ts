import type { LocalDate } from '@jikaotong/shared/kernel';
import { In, IsNull } from 'typeorm';
import { type Crypto, randomToken, sha256 } from '../../platform/crypto';
import { type Handle, findLocked, insert, isDuplicate, newId, updateWhere } from '../../platform/db';
import { phoneIndexOf } from '../accounts';
import { type Judge, type JudgeException, judgeExceptionRecord, judgeRecord } from './judging.record';

export type { Judge, JudgeException };

type NewJudge = Pick<Judge, 'judgingId' | 'bodyId' | 'name' | 'unit' | 'heats' | 'stations' | 'assignedBy'> & {
  readonly phone: string;
};

/** A judge, with the token of the link, which is stored as a hash. */
export async function addJudge(
  h: Handle,
  crypto: Crypto,
  { phone, ...given }: NewJudge,
  nowMs: number,
): Promise<{ readonly id: string; readonly token: string }> {
  const id = newId();
  const token = randomToken();
  await insert(h, judgeRecord, {
    ...given,
    id,
    accountId: null,
    phone: crypto.encryptField(phoneAt(id), phone),
    phoneIndex: phoneIndexOf(crypto, phone),
    linkHash: sha256(token),
    state: 'open',
    heardAt: null,
    waiting: null,
    assignedAt: nowMs,
    revokedAt: null,
  });
  return { id, token };
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
  const set = { linkHash: sha256(token), accountId: null };
  return (await updateWhere(h, judgeRecord, { id, state: 'open' }, set)) === 1 ? token : null;
}

/** Gives an open judge other heats and stations; false where it judges no more. */
export const setPlaces = async (
  h: Handle,
  id: string,
  { heats, stations }: Pick<Judge, 'heats' | 'stations'>,
): Promise<boolean> => (await updateWhere(h, judgeRecord, { id, state: 'open' }, { heats, stations })) === 1;

export const revokeJudge = async (h: Handle, id: string, nowMs: number): Promise<boolean> =>
  (await updateWhere(h, judgeRecord, { id, state: 'open' }, { state: 'revoked', revokedAt: nowMs, linkHash: null })) ===
  1;

/** The open judge that a token leads to; null when it is used, replaced or none. */
export const findByLink = (h: Handle, token: string): Promise<Judge | null> =>
  h.repo(judgeRecord).findOneBy({ linkHash: sha256(token), state: 'open' });

/** Uses the link up for this account; false when somebody was faster. */
export const join = async (h: Handle, { id, linkHash }: Judge, accountId: string): Promise<boolean> =>
  linkHash !== null &&
  (await updateWhere(
    h,
    judgeRecord,
    { id, linkHash, accountId: IsNull(), state: 'open' },
    { accountId, linkHash: null },
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
