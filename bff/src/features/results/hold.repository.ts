import { In, IsNull } from 'typeorm';
import { type Handle, insert, isDuplicate, newId, updateWhere } from '../../platform/db';
import { type ResultHold, resultHoldRecord } from './result.record';

/** Holds a result; false where it is held already. */
export async function holdOne(h: Handle, hold: Omit<ResultHold, 'id' | 'liveKey' | 'releasedAt'>): Promise<boolean> {
  if ((await heldAmong(h, [hold.participantId])).size > 0) return false;
  try {
    await insert(h, resultHoldRecord, { ...hold, id: newId(), liveKey: hold.participantId, releasedAt: null });
    return true;
  } catch (error) {
    if (isDuplicate(error, 'uq_result_hold_live')) return false;
    throw error;
  }
}

/** Those of these participants whose result is held, with what holds it. */
export async function heldAmong(
  h: Handle,
  participantIds: readonly string[],
): Promise<ReadonlyMap<string, ResultHold['cause']>> {
  if (participantIds.length === 0) return new Map();
  const rows = await h.repo(resultHoldRecord).findBy({ liveKey: In([...participantIds]) });
  return new Map(rows.map(({ participantId, cause }) => [participantId, cause]));
}

export const countHeld = (h: Handle, sessionId: string): Promise<number> =>
  h.repo(resultHoldRecord).countBy({ sessionId, releasedAt: IsNull() });

/** Lets a result go that is held for this cause; false where it is not. */
export const releaseOne = async (
  h: Handle,
  of: Pick<ResultHold, 'participantId' | 'cause'>,
  nowMs: number,
): Promise<boolean> =>
  (await updateWhere(
    h,
    resultHoldRecord,
    { liveKey: of.participantId, cause: of.cause },
    { liveKey: null, releasedAt: nowMs },
  )) === 1;
