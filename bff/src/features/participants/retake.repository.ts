import type { Handle } from '../../platform/db';
import { type Candidate, holdRetakeKey, retakeKeyOf } from '../candidates';

/** How many retakes of a first sitting were examined and published. */
export async function countExaminedRetakes(h: Handle, rootId: string): Promise<number> {
  const [row] = await h.query<{ n: number | string }>(
    `SELECT COUNT(*) AS n FROM candidate c JOIN participant p ON p.candidate_id = c.id
     WHERE c.retake_of_id = ? AND p.results_published_on IS NOT NULL`,
    [rootId],
  );
  return Number(row?.n ?? 0);
}

/** Holds the place of the one retake of a first sitting, again; false when another one does since. */
export const holdRetake = async (h: Handle, row: Pick<Candidate, 'id' | 'retakeOfId'>): Promise<boolean> =>
  row.retakeOfId === null ||
  (await holdRetakeKey(h, row.id, retakeKeyOf(row.retakeOfId, await countExaminedRetakes(h, row.retakeOfId))));

/** Whether something may still be built on a first sitting: no retake of it passed, and fewer than `chances` were examined. */
export async function isStillOpen(h: Handle, rootId: string, chances: number | null): Promise<boolean> {
  const rows = await h.query<{ outcome: string | null }>(
    `SELECT p.outcome AS outcome FROM candidate c JOIN participant p ON p.candidate_id = c.id
     WHERE c.retake_of_id = ? AND p.results_published_on IS NOT NULL`,
    [rootId],
  );
  return !rows.some(({ outcome }) => outcome === 'passed') && (chances === null || rows.length < chances);
}
