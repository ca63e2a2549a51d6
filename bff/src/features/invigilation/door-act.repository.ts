import { In, IsNull, Not } from 'typeorm';
import type { SendOutcome } from '@jikaotong/shared/rules/sending';
import type { Crypto } from '../../platform/crypto';
import { type Handle, insert, newId, updateWhere } from '../../platform/db';
import type { Context } from '../../platform/http';
import { type StoredAct, actDecision, doorActRecord } from './invigilation.record';

export type { StoredAct };

type NewAct = Partial<StoredAct> &
  Pick<StoredAct, 'nonce' | 'kind' | 'at' | 'dutyId' | 'sessionId' | 'bodyId' | 'slot' | 'byAccountId'> & {
    readonly said: { readonly words: string | null; readonly witness: string | null };
  };

/** Writes acts down for good, what was said of people sealed. */
export async function addActs({ h, ports, now }: Context, acts: readonly NewAct[]): Promise<void> {
  const rows = acts.map(({ said, ...act }): StoredAct => {
    const id = newId();
    const sealed = (column: 'words' | 'witness') => {
      const plain = said[column];
      return plain === null ? null : ports.crypto.encryptField({ table: 'door_act', column, row: id }, plain);
    };
    return {
      way: null,
      roomId: null,
      sittingId: null,
      participantId: null,
      item: null,
      pictureFileId: null,
      outcome: 'done',
      reason: null,
      decidedAs: null,
      decidedBy: null,
      decidedAt: null,
      decision: null,
      penalty: null,
      penaltyBy: null,
      penaltyAt: null,
      penaltyReason: null,
      breachId: null,
      ...act,
      id,
      words: sealed('words'),
      witness: sealed('witness'),
      receivedAt: now.ms,
    };
  });
  await insert(h, doorActRecord, rows);
}

/** What became of those that came before, by nonce. */
export async function outcomesOf(
  h: Handle,
  dutyId: string,
  acts: readonly { readonly nonce: string }[],
): Promise<ReadonlyMap<string, SendOutcome>> {
  if (acts.length === 0) return new Map();
  const rows = await h.repo(doorActRecord).find({
    select: { nonce: true, outcome: true },
    where: { dutyId, nonce: In(acts.map(({ nonce }) => nonce)) },
  });
  return new Map(rows.map(({ nonce, outcome }) => [nonce, outcome]));
}

/** Whether somebody at a sitting was warned for this item. */
export const hasWarning = (h: Handle, sittingId: string, item: string): Promise<boolean> =>
  h.repo(doorActRecord).existsBy({ sittingId, item, kind: 'warning', outcome: 'done' });

/** How many acts of a kind stand in a room, and how many nobody has decided (`conflict`). */
export async function countKinds(
  h: Handle,
  { slot, roomId }: { readonly slot: string; readonly roomId: string },
): Promise<(kind: StoredAct['kind'] | 'conflict') => number> {
  const rows = await h.query<{ kind: string; n: number | string }>(
    `SELECT CASE WHEN outcome = 'conflict' THEN 'conflict' ELSE kind END AS kind, COUNT(*) AS n
     FROM door_act WHERE room_id = ? AND slot = ? AND (outcome <> 'conflict' OR decided_as IS NULL)
     GROUP BY CASE WHEN outcome = 'conflict' THEN 'conflict' ELSE kind END`,
    [roomId, slot],
  );
  const counts = new Map(rows.map(({ kind, n }) => [kind, Number(n)]));
  return (kind) => counts.get(kind) ?? 0;
}

/** Seats of which a line of this kind waits to be decided, keyed at the desk: the same paper keyed twice says nothing new. */
export const openDeskLines = (
  h: Handle,
  at: { readonly slot: string; readonly roomId: string },
): Promise<StoredAct[]> =>
  h.repo(doorActRecord).findBy({ ...at, kind: 'paper', dutyId: IsNull(), outcome: 'conflict', decidedAs: IsNull() });

/** What did not count by itself in an hour and nobody has decided, oldest first. */
export const openConflicts = (h: Handle, sessionId: string, slot: string): Promise<StoredAct[]> =>
  h.repo(doorActRecord).find({
    where: { sessionId, slot, outcome: 'conflict', decidedAs: IsNull() },
    order: { at: 'ASC', id: 'ASC' },
    take: 500,
  });

/** What was said, in the clear; null: nothing. */
export const wordsOfAct = (
  crypto: Crypto,
  act: StoredAct,
  column: 'words' | 'witness' | 'penaltyReason' = 'words',
): string | null => {
  const sealed = act[column];
  return sealed === null ? null : crypto.decryptField({ table: 'door_act', column, row: act.id }, sealed);
};

/** Warnings, breaches, impostors and incidents of an hour, the latest first. */
export const happenedIn = (h: Handle, sessionId: string, slot: string): Promise<StoredAct[]> =>
  h.repo(doorActRecord).find({
    where: { sessionId, slot, kind: In(['warning', 'breach', 'impostor', 'incident']) },
    order: { at: 'DESC', id: 'DESC' },
    take: 500,
  });

/** Notes that what was recorded is no breach; false when that was decided already. */
export const dismissAct = async (
  { h, ports }: Pick<Context, 'h' | 'ports'>,
  id: string,
  { reason, ...by }: Pick<StoredAct, 'penaltyBy' | 'penaltyAt'> & { readonly reason: string },
): Promise<boolean> => {
  const penaltyReason = ports.crypto.encryptField({ table: 'door_act', column: 'penaltyReason', row: id }, reason);
  const set = { ...by, penalty: 'none' as const, penaltyReason };
  return (await updateWhere(h, doorActRecord, { id, penalty: IsNull() }, set)) === 1;
};

/** Follows an act up by a case, or without one by a disqualification; false where one does, or what a single officer once decided stands. */
export const referAct = async (
  h: Handle,
  { id, participantId }: { readonly id: string; readonly participantId: string },
  by: Pick<StoredAct, 'breachId' | 'penaltyBy' | 'penaltyAt'>,
): Promise<boolean> => {
  const set = { ...by, penalty: by.breachId === null ? ('disqualified' as const) : ('case' as const) };
  const open = { id, participantId, kind: In(['breach', 'impostor']) };
  return (
    (await updateWhere(h, doorActRecord, { ...open, penalty: IsNull() }, set)) === 1 ||
    (await updateWhere(h, doorActRecord, { ...open, penalty: 'none' }, set)) === 1
  );
};

/** What of a session the door saw as a breach and nobody has decided. */
export const undecidedBreaches = (h: Handle, sessionId: string): Promise<StoredAct[]> =>
  h.repo(doorActRecord).findBy({ sessionId, kind: 'breach', outcome: 'done', penalty: IsNull() });

/** Breaches and impostors at the doors of a stage whose entrant is known and of which nobody has said what follows. */
export const countUndecided = (h: Handle, sessionId: string): Promise<number> =>
  h.repo(doorActRecord).countBy({
    sessionId,
    kind: In(['breach', 'impostor']),
    outcome: 'done',
    participantId: Not(IsNull()),
    penalty: IsNull(),
  });

export const findActIn = (h: Handle, bodyIds: readonly string[], id: string): Promise<StoredAct | null> =>
  h.repo(doorActRecord).findOneBy({ id, bodyId: In([...bodyIds]) });

/** Notes what an officer decided of a conflict, the reason sealed; false when somebody was faster. */
export async function decide(
  { h, ports }: Pick<Context, 'h' | 'ports'>,
  id: string,
  { reason, ...by }: Required<Pick<StoredAct, 'decidedAs' | 'decidedBy' | 'decidedAt'>> & { readonly reason: string },
): Promise<boolean> {
  const set = { ...by, decision: actDecision.seal(ports.crypto, id, 'decision', reason) };
  return (await updateWhere(h, doorActRecord, { id, outcome: 'conflict', decidedAs: IsNull() }, set)) === 1;
}
