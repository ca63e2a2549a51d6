import { isDuplicate } from '../../platform/db';
import type { Context } from '../../platform/http';
import { openCase, openCasesOfEntries } from '../cases';
import { documentIndexOf } from '../persons';
import type { Entry } from './contest.record';
import { openSecrets } from './entrant';
import { findByDocumentKey, findEntry, holdDocument } from './entry.repository';
import { documentKeyOf } from './entry-keys';

/**
 * Writes an entry with the document it holds. Where somebody else's live entry holds it, this one lives without: neither
 * account may learn of the other, so both hear yes; staff get a case that names both.
 */
export async function takeDocument(
  c: Context,
  row: Pick<Entry, 'id' | 'bodyId' | 'documentKey'>,
  write: (documentKey: string | null) => Promise<void>,
): Promise<void> {
  try {
    await write(row.documentKey);
    return;
  } catch (error) {
    if (row.documentKey === null || !isDuplicate(error, 'uq_contest_entry_document')) throw error;
  }
  await write(null);
  const holder = await findByDocumentKey(c.h, row.documentKey);
  const [entryId = row.id, otherEntryId] = holder ? [holder.id, row.id].toSorted() : [row.id];
  const caseKey = `document-twice:entry:${entryId}:${otherEntryId ?? ''}`;
  const about = { applicationId: null, entryId, ...(otherEntryId ? { otherEntryId } : {}) };
  await openCase(c.h, { caseKey, bodyId: row.bodyId, kind: 'document-twice', ...about }, c.now.ms);
}

/** An entry is over: the first that lives without its document, by an open case, holds it from now on. */
export async function passDocumentOn(c: Context, over: Pick<Entry, 'id' | 'noticeId' | 'documentKey'>): Promise<void> {
  if (over.documentKey === null) return;
  for (const { entryId, otherEntryId } of await openCasesOfEntries(c.h, [over.id])) {
    const twin = await findEntry(c.h, (entryId === over.id ? otherEntryId : entryId) ?? '');
    if (twin?.state !== 'entered' || twin.documentKey !== null) continue;
    const { documentNumber } = openSecrets(c.ports.crypto, twin);
    const { index } = documentIndexOf(c.ports.crypto, { documentType: twin.documentType, documentNumber });
    if (documentKeyOf(over.noticeId, index) !== over.documentKey) continue;
    await holdDocument(c.h, twin.id, over.documentKey);
    return;
  }
}
