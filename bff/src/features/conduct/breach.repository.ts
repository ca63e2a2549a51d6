import { In } from 'typeorm';
import { type Handle, findRow, insert, isDuplicate, updateWhere } from '../../platform/db';
import { type Breach, breachRecord } from './breach.record';

export type { Breach };

/** Writes a breach down; false when its cause has one already. */
export async function insertBreach(h: Handle, row: Breach): Promise<boolean> {
  try {
    await insert(h, breachRecord, row);
    return true;
  } catch (error) {
    if (!isDuplicate(error, 'uq_breach_cause')) throw error;
    return false;
  }
}

export const findBreach = (h: Handle, id: string): Promise<Breach | null> => findRow(h, breachRecord, { id });

export const findByCause = (h: Handle, causeKey: string): Promise<Breach | null> =>
  findRow(h, breachRecord, { causeKey });

/** What of somebody nobody has decided. */
export const undecidedOf = (h: Handle, participantId: string): Promise<Breach[]> =>
  h.repo(breachRecord).findBy({ participantId, state: In(['recorded', 'notified', 'proposed']) });

export const findBreachIn = (h: Handle, bodyIds: readonly string[], id: string): Promise<Breach | null> =>
  h.repo(breachRecord).findOneBy({ id, bodyId: In([...bodyIds]) });

export const breachesOf = async (h: Handle, candidateIds: readonly string[]): Promise<Breach[]> =>
  candidateIds.length === 0
    ? []
    : h.repo(breachRecord).find({ where: { candidateId: In([...candidateIds]) }, order: { id: 'DESC' } });

/** Goes one step on, where it still stands as it was read; false when somebody was faster. */
export const stepFrom = async (
  h: Handle,
  { id, state }: Pick<Breach, 'id' | 'state'>,
  set: Partial<Omit<Breach, 'id'>>,
): Promise<boolean> => (await updateWhere(h, breachRecord, { id, state }, set)) === 1;
