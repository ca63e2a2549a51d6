import { In, IsNull, Not } from 'typeorm';
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

/** Whether the result of a participant's subject is cancelled by what was decided of a breach. */
export async function cancelledByBreach(
  h: Handle,
  participantIds: readonly string[],
): Promise<(participantId: string, subject: string) => boolean> {
  const cancelled = new Set<string>();
  for (let from = 0; from < participantIds.length; from += AT_ONCE) {
    const some = participantIds.slice(from, from + AT_ONCE);
    const rows = await h.repo(penaltyRecord).findBy({ participantId: In([...some]), liveKey: Not(IsNull()) });
    for (const { participantId, subject } of rows) cancelled.add(`${participantId}:${subject ?? ''}`);
  }
  return (participantId, subject) => cancelled.has(`${participantId}:`) || cancelled.has(`${participantId}:${subject}`);
}
const AT_ONCE = 500;
