import { In, IsNull } from 'typeorm';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { type Handle, findRow, insert, isDuplicate, updateWhere } from '../../platform/db';
import { type Breach, type StoredBan, banRecord, breachRecord } from './breach.record';

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

export const insertBan = (h: Handle, ban: StoredBan): Promise<void> => insert(h, banRecord, ban);

export const findBanIn = (h: Handle, bodyIds: readonly string[], id: string): Promise<StoredBan | null> =>
  h.repo(banRecord).findOneBy({ id, bodyId: In([...bodyIds]) });

/** Lifts what stands; false when it does not any more. */
export const liftWhere = async (
  h: Handle,
  of: { readonly id: string } | { readonly breachId: string },
  set: Pick<StoredBan, 'liftedAt' | 'liftedBy'> & Partial<Pick<StoredBan, 'reason'>>,
): Promise<boolean> => (await updateWhere(h, banRecord, { ...of, liftedAt: IsNull() }, { ...set, liveKey: null })) > 0;

/** The bans of a body that keep one of these people away on a day, the longest first. */
export async function bansOn(
  h: Handle,
  of: { readonly bodyId: string; readonly personIds: readonly string[]; readonly day: LocalDate },
): Promise<StoredBan[]> {
  const { bodyId, personIds, day } = of;
  if (personIds.length === 0) return [];
  const bans = await h.repo(banRecord).find({
    where: { bodyId, personId: In([...personIds]), liftedAt: IsNull() },
    order: { untilDay: 'DESC' },
  });
  return bans.filter(({ fromDay, untilDay }) => fromDay <= day && day <= untilDay);
}

/** Who an application is of: the person staff linked it to, whose document it names, and whoever its account has applied for. */
export async function peopleOf(h: Handle, candidateId: string): Promise<string[]> {
  const rows = await h.query<{ person_id: string }>(
    `SELECT o.person_id AS person_id FROM candidate o WHERE o.id = ? AND o.person_id IS NOT NULL
     UNION SELECT s.person_id FROM candidate o JOIN candidate s ON s.document_index = o.document_index
       WHERE o.id = ? AND s.person_id IS NOT NULL
     UNION SELECT s.person_id FROM candidate o JOIN candidate s ON s.account_id = o.account_id
       WHERE o.id = ? AND o.document_index IS NULL AND s.person_id IS NOT NULL`,
    [candidateId, candidateId, candidateId],
  );
  return rows.map((row) => row.person_id);
}
