import type { SubjectCode } from '@jikaotong/shared/notice';
import { type Handle, insert, isDuplicate, newId, updateWhere } from '../../platform/db';
import { penaltyRecord } from './penalty.record';

/** Cancels the result of a subject, or of all, by a breach; false when that is done already. */
export async function cancelResult(
  h: Handle,
  of: {
    readonly breachId: string;
    readonly participantId: string;
    readonly subject: SubjectCode | null;
    readonly at: number;
  },
): Promise<boolean> {
  const { breachId, participantId, subject, at } = of;
  try {
    await insert(h, penaltyRecord, { id: newId(), participantId, subject, liveKey: breachId, at });
    return true;
  } catch (error) {
    if (!isDuplicate(error, 'uq_penalty_live')) throw error;
    return false;
  }
}

/** What a breach cancelled counts again. */
export const restoreResult = async (h: Handle, breachId: string): Promise<boolean> =>
  (await updateWhere(h, penaltyRecord, { liveKey: breachId }, { liveKey: null })) === 1;
