import { In, IsNull } from 'typeorm';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { type Handle, insert, updateWhere } from '../../platform/db';
import { type StoredBan, banRecord } from './breach.record';

export type { StoredBan };

export const insertBan = (h: Handle, ban: StoredBan): Promise<void> => insert(h, banRecord, ban);

export const findBanIn = (h: Handle, bodyIds: readonly string[], id: string): Promise<StoredBan | null> =>
  h.repo(banRecord).findOneBy({ id, bodyId: In([...bodyIds]) });

export const findBan = (h: Handle, id: string): Promise<StoredBan | null> => h.repo(banRecord).findOneBy({ id });

/** Changes a ban that stands; false when it does not any more, or not as `where` says. */
export const changeBan = async (
  h: Handle,
  of: { readonly id: string } | { readonly breachId: string },
  where: { readonly proposedBy: string | null } | null,
  set: Partial<Omit<StoredBan, 'id'>>,
): Promise<boolean> => {
  const proposed = where && { liftProposedBy: where.proposedBy ?? IsNull() };
  return (await updateWhere(h, banRecord, { ...of, liftedAt: IsNull(), ...proposed }, set)) > 0;
};

export const findBanOf = (h: Handle, breachId: string): Promise<StoredBan | null> =>
  h.repo(banRecord).findOneBy({ breachId });

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
     UNION SELECT d.person_id FROM candidate o JOIN person_document d ON d.number_index = o.document_index WHERE o.id = ?
     UNION SELECT s.person_id FROM candidate o JOIN candidate s ON s.account_id = o.account_id
       WHERE o.id = ? AND o.document_index IS NULL AND s.person_id IS NOT NULL`,
    [candidateId, candidateId, candidateId, candidateId],
  );
  return rows.map((row) => row.person_id);
}

/** Whose a document is, in the register or by an application that staff linked. */
export async function peopleOfDocument(h: Handle, documentIndex: string): Promise<string[]> {
  const rows = await h.query<{ person_id: string }>(
    `SELECT d.person_id AS person_id FROM person_document d WHERE d.number_index = ?
     UNION SELECT s.person_id FROM candidate s WHERE s.document_index = ? AND s.person_id IS NOT NULL`,
    [documentIndex, documentIndex],
  );
  return rows.map((row) => row.person_id);
}

/** An application or an entry that goes on though its person may not take part. */
export type Stopped = { readonly candidateId: string; readonly kind: 'application' | 'entry' };

/**
 * What of somebody goes on at a body and is examined while a ban runs, or on a day that nobody has announced; without one
 * candidate.
 */
export const liveUnder = (
  h: Handle,
  of: Pick<StoredBan, 'bodyId' | 'personId' | 'untilDay'> & { readonly except: string },
): Promise<Stopped[]> =>
  h.query<Stopped>(
    `SELECT DISTINCT p.candidate_id AS candidateId, p.kind AS kind
     FROM participant p JOIN candidate c ON c.id = p.candidate_id JOIN event e ON e.id = p.event_id
     WHERE p.body_id = ? AND p.state IN ('submitted', 'returned', 'approved')
       AND p.results_published_on IS NULL AND p.candidate_id <> ?
       AND (e.first_day IS NULL OR e.first_day <= ?)
       AND (c.person_id = ? OR c.document_index IN (SELECT d.number_index FROM person_document d WHERE d.person_id = ?))
     ORDER BY p.candidate_id`,
    [of.bodyId, of.except, of.untilDay, of.personId, of.personId],
  );
