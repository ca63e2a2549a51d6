import { type Handle, newId, placeholders } from '../../platform/db';
import { enqueue } from '../../platform/jobs';

/** Takes the bytes of files away whose rows are gone; without the row nobody can read them already. */
export const REMOVE_FILES_JOB = 'remove-files';

/**
 * Erases photo, scans and signature of these enrolments, but not what a certificate shows and what is the voucher of a
 * payment; says how many files there were.
 */
export async function eraseScans(h: Handle, candidateIds: readonly string[], nowMs: number): Promise<number> {
  if (candidateIds.length === 0) return 0;
  const some = placeholders(candidateIds);
  const attached = await h.query<{ id: string }>(
    `SELECT DISTINCT f.file_id AS id FROM candidate_file f WHERE f.candidate_id IN (${some})
       AND NOT EXISTS (SELECT 1 FROM candidate_file o WHERE o.file_id = f.file_id AND o.candidate_id NOT IN (${some}))`,
    [...candidateIds, ...candidateIds],
  );
  await h.run(`DELETE FROM candidate_file WHERE candidate_id IN (${some})`, candidateIds);
  await h.run(
    `UPDATE candidate SET photo = NULL, erased = 'scans' WHERE id IN (${some}) AND erased IS NULL`,
    candidateIds,
  );
  await h.run(`UPDATE application SET papers = NULL, signature_file_id = NULL WHERE id IN (${some})`, candidateIds);
  return removeFiles(
    h,
    attached.map(({ id }) => id),
    nowMs,
  );
}

/** Files that an account sent and that nothing keeps. */
export async function eraseFilesOf(h: Handle, accountId: string, nowMs: number): Promise<number> {
  const rows = await h.query<{ id: string }>(
    `SELECT id FROM file WHERE owner_account_id = ? AND id NOT IN (SELECT file_id FROM candidate_file)`,
    [accountId],
  );
  return removeFiles(
    h,
    rows.map(({ id }) => id),
    nowMs,
  );
}

/** Takes files away, but for those that a register or the accounts keep; the bytes go after the transaction. */
export async function removeFiles(h: Handle, fileIds: readonly string[], nowMs: number): Promise<number> {
  if (fileIds.length === 0) return 0;
  const some = placeholders(fileIds);
  const kept = await h.query<{ id: string }>(
    `SELECT photo_file_id AS id FROM certificate WHERE photo_file_id IN (${some})
     UNION SELECT voucher_file_id AS id FROM pay_receipt WHERE voucher_file_id IN (${some})`,
    [...fileIds, ...fileIds],
  );
  const gone = fileIds.filter((id) => !kept.some((one) => one.id === id));
  if (gone.length === 0) return 0;
  await h.run(`DELETE FROM file WHERE id IN (${placeholders(gone)})`, gone);
  await enqueue(h, { kind: REMOVE_FILES_JOB, key: newId(), dueMs: nowMs, payload: { fileIds: gone } });
  return gone.length;
}
