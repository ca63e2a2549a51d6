import { In } from 'typeorm';
import type { ObjectionState } from '@jikaotong/shared/contract';
import { type Handle, findLocked, findRow, insert, isDuplicate, newId, updateWhere } from '../../platform/db';
import { type Objection, objectionFileRecord, objectionRecord } from './objection.record';

export type { Objection };

/** In these a line still waits. */
const WAITING: readonly ObjectionState[] = ['open', 'upheld'];

/** Writes an objection down; false when the same phone objects to that line already. */
export async function insertObjection(h: Handle, row: Objection): Promise<boolean> {
  try {
    await insert(h, objectionRecord, row);
    return true;
  } catch (error) {
    if (!isDuplicate(error, 'uq_objection_live')) throw error;
    return false;
  }
}

export const findByReceipt = (h: Handle, receipt: string): Promise<Objection | null> =>
  findRow(h, objectionRecord, { receipt });

export const lockByReceipt = (h: Handle, receipt: string): Promise<Objection | null> =>
  findLocked(h, objectionRecord, { receipt });

export const findObjectionIn = (h: Handle, bodyIds: readonly string[], id: string): Promise<Objection | null> =>
  h.repo(objectionRecord).findOneBy({ id, bodyId: In([...bodyIds]) });

/** Goes one step on, where it still stands as it was read; false when somebody was faster. */
export const stepFrom = async (
  h: Handle,
  { id, state }: Pick<Objection, 'id' | 'state'>,
  set: Partial<Omit<Objection, 'id'>>,
): Promise<boolean> => (await updateWhere(h, objectionRecord, { id, state }, set)) === 1;

/** Those of a session whose line waits, the longest waiting first. */
export const waitingIn = (h: Handle, sessionId: string): Promise<Objection[]> =>
  h.repo(objectionRecord).find({
    where: { sessionId, state: In([...WAITING]) },
    order: { filedAt: 'ASC', id: 'ASC' },
  });

export const countWaiting = (h: Handle, of: { readonly sessionId: string } | { readonly participantId: string }) =>
  h.repo(objectionRecord).countBy({ ...of, state: In([...WAITING]) });

export const addFile = (h: Handle, objectionId: string, fileId: string, nowMs: number): Promise<void> =>
  insert(h, objectionFileRecord, { id: newId(), objectionId, fileId, addedAt: nowMs });

export const fileIdsOf = async (h: Handle, objectionId: string): Promise<string[]> =>
  (await h.repo(objectionFileRecord).find({ where: { objectionId }, order: { id: 'ASC' } })).map(
    ({ fileId }) => fileId,
  );
