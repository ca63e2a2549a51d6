import { type Handle, insert, newId, placeholders } from '../../platform/db';
import type { FileColumn } from '../../platform/files';
import { candidateFileRecord } from './candidate.record';

/** Where the ids of attached files stand; the photo stands beside the candidate, too. */
export const attachedColumns: readonly FileColumn[] = [
  { table: 'candidate_file', column: 'file_id' },
  { table: 'candidate', column: 'photo', json: true },
];

/**
 * What a form shows of files takes the place of what it showed before, attached to a candidate: reviewers may open these,
 * and no longer those. What was attached by others, such as vouchers and evidence, stays, also where it is the same file.
 */
export async function attachInstead(
  h: Handle,
  candidateId: string,
  { before, after }: { readonly before: readonly string[]; readonly after: readonly string[] },
): Promise<void> {
  const gone = new Set(before.filter((fileId) => !after.includes(fileId)));
  const fresh = new Set(after.filter((fileId) => !before.includes(fileId)));
  for (const fileId of gone) {
    const attached = await h.repo(candidateFileRecord).findOneBy({ candidateId, fileId });
    if (attached) await h.repo(candidateFileRecord).delete({ id: attached.id });
  }
  const added = [...fresh].map((fileId) => ({ id: newId(), candidateId, fileId }));
  if (added.length > 0) await insert(h, candidateFileRecord, added);
}

/** Of these files those that are there, and whether each is attached to somebody. */
export async function attachedAmong(h: Handle, fileIds: readonly string[]): Promise<ReadonlyMap<string, boolean>> {
  const there = new Map<string, boolean>();
  for (let from = 0; from < fileIds.length; from += 500) {
    const some = fileIds.slice(from, from + 500);
    const rows = await h.query<{ id: string; attached: string | null }>(
      `SELECT f.id AS id, c.file_id AS attached FROM file f LEFT JOIN candidate_file c ON c.file_id = f.id
       WHERE f.id IN (${placeholders(some)})`,
      [...some],
    );
    for (const { id, attached } of rows) there.set(id, attached !== null);
  }
  return there;
}

/** Attaches one more file, such as the voucher of a transfer. */
export const attachFile = (h: Handle, candidateId: string, fileId: string): Promise<void> =>
  insert(h, candidateFileRecord, { id: newId(), candidateId, fileId });
