import { In } from 'typeorm';
import { type Handle, findLocked, insert, isDuplicate, updateWhere } from '../../platform/db';
import { type StoredFile, fileRecord } from '../../platform/files';
import { type Correction, correctionRecord } from './correction.record';

/** Stores it; false when another one of the application waits. */
export async function insertCorrection(h: Handle, row: Correction): Promise<boolean> {
  try {
    await insert(h, correctionRecord, row);
    return true;
  } catch (error) {
    if (isDuplicate(error, 'uq_correction_open')) return false;
    throw error;
  }
}

/** Locked until the transaction ends: of two who decide, the second sees what the first did. */
export const lockCorrection = (h: Handle, id: string): Promise<Correction | null> =>
  findLocked(h, correctionRecord, { id });

export const findCorrection = (h: Handle, id: string): Promise<Correction | null> =>
  h.repo(correctionRecord).findOneBy({ id });

export const correctionsOf = (h: Handle, candidateId: string): Promise<Correction[]> =>
  h.repo(correctionRecord).find({ where: { candidateId }, order: { id: 'DESC' } });

export const findOpenOf = (h: Handle, candidateId: string): Promise<Correction | null> =>
  h.repo(correctionRecord).findOneBy({ openKey: candidateId });

type End = Pick<Correction, 'state' | 'refusal' | 'decidedAt' | 'decidedBy'>;

/** Ends one that is still open; false when somebody was faster. */
export const endIfOpen = async (h: Handle, id: string, end: End): Promise<boolean> =>
  (await updateWhere(h, correctionRecord, { id, state: 'open' }, { ...end, openKey: null })) === 1;

/** The stored files with these ids, in that order. */
export async function filesIn(h: Handle, ids: readonly string[]): Promise<StoredFile[]> {
  if (ids.length === 0) return [];
  const rows = new Map((await h.repo(fileRecord).findBy({ id: In([...ids]) })).map((row) => [row.id, row]));
  return ids.flatMap((id) => rows.get(id) ?? []);
}
