import { type Handle, insert, newId } from '../../platform/db';
import { candidateFileRecord } from './candidate.record';

/** Makes these the attached files of a candidate: reviewers may open them and no others. */
export async function attachFiles(h: Handle, candidateId: string, fileIds: readonly string[]): Promise<void> {
  await h.repo(candidateFileRecord).delete({ candidateId });
  const rows = [...new Set(fileIds)].map((fileId) => ({ id: newId(), candidateId, fileId }));
  if (rows.length > 0) await insert(h, candidateFileRecord, rows);
}

/** Attaches one more file, such as the voucher of a transfer. */
export const attachFile = (h: Handle, candidateId: string, fileId: string): Promise<void> =>
  insert(h, candidateFileRecord, { id: newId(), candidateId, fileId });
