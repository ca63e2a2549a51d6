import { In } from 'typeorm';
import { type Handle, findLocked, insert, isDuplicate, newId, updateWhere } from '../../platform/db';
import { findBodyLocked } from '../bodies';
import { type Confirmed, type Draft, confirmedRecord, draftRecord } from './draft.record';

export type { Confirmed, Draft };

/** A draft of one of these bodies; any other does not exist. */
export const findDraftIn = (h: Handle, bodyIds: readonly string[], id: string): Promise<Draft | null> =>
  h.repo(draftRecord).findOneBy({ id, bodyId: In([...bodyIds]) });

export const findDraft = (h: Handle, id: string): Promise<Draft | null> => h.repo(draftRecord).findOneBy({ id });

/** The same, locked until the transaction ends: a draft is confirmed, renewed and published one at a time. */
export const lockDraftIn = (h: Handle, bodyIds: readonly string[], id: string): Promise<Draft | null> =>
  findLocked(h, draftRecord, { id, bodyId: In([...bodyIds]) });

/** The drafts of these bodies that wait, the newest first; without content, which is long. */
export const listOpenDrafts = (
  h: Handle,
  bodyIds: readonly string[],
): Promise<Pick<Draft, 'id' | 'noticeId' | 'bodyId' | 'title' | 'baseVersion' | 'importedBy' | 'importedAt'>[]> =>
  h.repo(draftRecord).find({
    select: {
      id: true,
      noticeId: true,
      bodyId: true,
      title: true,
      baseVersion: true,
      importedBy: true,
      importedAt: true,
    },
    where: { bodyId: In([...bodyIds]), state: 'open' },
    order: { id: 'DESC' },
  });

/** Puts a draft in the place of the open one of its notice; null when somebody else imported at the same moment. */
export async function replaceOpenDraft(
  h: Handle,
  draft: Omit<Draft, 'id' | 'state' | 'openKey' | 'endedBy' | 'endedAt' | 'publishedVersion' | 'publication' | 'told'>,
): Promise<string | null> {
  const openKey = `${draft.bodyId}:${draft.noticeId}`;
  // why: colleagues who import at once wait for each other here; at the unique key they would deadlock
  await findBodyLocked(h, draft.bodyId);
  const ended = { openKey: null, endedBy: draft.importedBy, endedAt: draft.importedAt };
  await updateWhere(h, draftRecord, { openKey }, { ...ended, state: 'discarded' });
  const id = newId();
  const open = { state: 'open', openKey, endedBy: null, endedAt: null, publishedVersion: null } as const;
  try {
    await insert(h, draftRecord, { ...draft, ...open, id, publication: null, told: null });
    return id;
  } catch (error) {
    if (isDuplicate(error, 'uq_notice_draft_open')) return null;
    throw error;
  }
}

/** Changes a draft that still waits; false when it does not. */
export const changeOpenDraft = async (h: Handle, id: string, set: Partial<Draft>): Promise<boolean> =>
  (await updateWhere(h, draftRecord, { id, state: 'open' }, set)) === 1;

/** Moves the mark of who was told on; false when another run has been there. */
export const advanceTold = async (h: Handle, id: string, from: string, to: string): Promise<boolean> =>
  (await updateWhere(h, draftRecord, { id, told: from }, { told: to })) === 1;

export const listConfirmed = (h: Handle, draftId: string): Promise<Confirmed[]> =>
  h.repo(confirmedRecord).findBy({ draftId });

/** What people took as true of the draft that became a version; nothing of one that was never a draft. */
export async function listConfirmedOf(
  h: Handle,
  of: { readonly noticeId: string; readonly publishedVersion: number },
): Promise<Confirmed[]> {
  const draft = await h.repo(draftRecord).findOne({ where: of, select: { id: true } });
  return draft ? listConfirmed(h, draft.id) : [];
}

/** Notes that a person takes a leaf as true, or that nobody does any more; twice is once. */
export async function setConfirmed(h: Handle, given: Omit<Confirmed, 'id'>, confirmed: boolean): Promise<void> {
  const { draftId, path } = given;
  if (!confirmed) {
    await h.repo(confirmedRecord).delete({ draftId, path });
    return;
  }
  if (!(await h.repo(confirmedRecord).existsBy({ draftId, path })))
    await insert(h, confirmedRecord, { id: newId(), ...given });
}
