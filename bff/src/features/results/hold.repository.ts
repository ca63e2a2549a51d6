import { In, IsNull, Not } from 'typeorm';
import { type Handle, insert, isDuplicate, newId, updateWhere } from '../../platform/db';
import { type ResultHold, resultHoldRecord } from './result.record';

/** What holds somebody's result: marks that say cheating, a door's record that nobody decided, a case. */
export type HoldOf = {
  readonly participantId: string;
  readonly cause: ResultHold['cause'];
  /** The act or the case; none for marks. */
  readonly of?: string;
};

const keyOf = ({ participantId, cause, of }: HoldOf): string => [participantId, cause, of ?? ''].join(':');

/** Holds a result for one cause; false where that holds it already. */
export async function holdOne(
  h: Handle,
  hold: HoldOf & Omit<ResultHold, 'id' | 'liveKey' | 'releasedAt'>,
): Promise<boolean> {
  const { of: _, ...row } = hold;
  const liveKey = keyOf(hold);
  if (await h.repo(resultHoldRecord).existsBy({ liveKey })) return false;
  try {
    await insert(h, resultHoldRecord, { ...row, id: newId(), liveKey, releasedAt: null });
    return true;
  } catch (error) {
    if (isDuplicate(error, 'uq_result_hold_live')) return false;
    throw error;
  }
}

/** Those of these participants whose result something holds. */
export async function heldAmong(h: Handle, participantIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (participantIds.length === 0) return new Set();
  const rows = await h
    .repo(resultHoldRecord)
    .findBy({ participantId: In([...participantIds]), releasedAt: IsNull(), cause: Not('later') });
  return new Set(rows.map(({ participantId }) => participantId));
}

/** Those of a session whom a case found after publication keeps from a certificate. */
export const lateHeldIn = async (h: Handle, sessionId: string): Promise<ReadonlySet<string>> =>
  new Set(
    (await h.repo(resultHoldRecord).findBy({ sessionId, releasedAt: IsNull(), cause: 'later' })).map(
      ({ participantId }) => participantId,
    ),
  );

export const countHeld = (h: Handle, sessionId: string): Promise<number> =>
  h.repo(resultHoldRecord).countBy({ sessionId, releasedAt: IsNull(), cause: Not('later') });

/** Ends one cause's hold, and no other's; false where it does not hold. */
export const releaseOne = async (h: Handle, of: HoldOf, nowMs: number): Promise<boolean> =>
  (await updateWhere(h, resultHoldRecord, { liveKey: keyOf(of) }, { liveKey: null, releasedAt: nowMs })) === 1;
