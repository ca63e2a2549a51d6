import { type Handle, insert, newId } from '../../platform/db';
import type { FileColumn } from '../../platform/files';
import { candidateFileRecord } from './candidate.record';

/** Where the ids of attached files stand; the photo stands beside the candidate, too. */
export const attachedColumns: readonly FileColumn[] = [
  { table: 'candidate_file', column: 'file_id' },
  { table: 'candidate', column: 'photo', json: true },
];

/** Makes these the attached files of a candidate: reviewers may open them and no others. */
export async function attachFiles(h: Handle, candidateId: string, fileIds: readonly string[]): Promise<void> {
  await h.repo(candidateFileRecord).delete({ candidateId });
  const rows = [...new Set(fileIds)].map((fileId) => ({ id: newId(), candidateId, fileId }));
  if (rows.length > 0) await insert(h, candidateFileRecord, rows);
}

/** Attaches one more file, such as the voucher of a transfer. */
export const attachFile = (h: Handle, candidateId: string, fileId: string): Promise<void> =>
  insert(h, candidateFileRecord, { id: newId(), candidateId, fileId });
