import { In } from 'typeorm';
import { type Handle, insert, isDuplicate, updateWhere } from '../../platform/db';
import { findEvents } from '../sessions';
import { type StageDeskRow, stageDeskRecord } from './stage.record';

export const findDesk = (h: Handle, id: string): Promise<StageDeskRow | null> =>
  h.repo(stageDeskRecord).findOneBy({ id });

export async function desksAmong(h: Handle, ids: readonly string[]): Promise<ReadonlyMap<string, StageDeskRow>> {
  if (ids.length === 0) return new Map();
  return new Map((await h.repo(stageDeskRecord).findBy({ id: In([...ids]) })).map((row) => [row.id, row]));
}

/** Opens the desk of a stage; false where somebody else did. */
export async function openDesk(h: Handle, row: StageDeskRow): Promise<boolean> {
  try {
    await insert(h, stageDeskRecord, row);
    return true;
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    return false;
  }
}

/**
 * Something changes that a rank could hang on: what was previewed before is out of date. Locks the desk until the end;
 * false where ranks were published or the stage was cancelled meanwhile.
 */
export async function takeTurn(h: Handle, { id, revision }: Pick<StageDeskRow, 'id' | 'revision'>): Promise<boolean> {
  const turned = await h.run('UPDATE stage_desk SET turn = turn + 1 WHERE id = ? AND revision = ?', [id, revision]);
  // asked under the lock: whoever cancels holds the desk too
  return turned === 1 && (await findEvents(h, [id])).get(id)?.state !== 'cancelled';
}

/** The desk of a stage that is about to be moved or cancelled, locked until the end; whatever was previewed is out of date. */
export async function holdDesk(h: Handle, id: string): Promise<StageDeskRow | null> {
  await h.run('UPDATE stage_desk SET turn = turn + 1 WHERE id = ?', [id]);
  return findDesk(h, id);
}

/** The next publication at exactly what was previewed; false where a mark or another publication came before. */
export const takeRevision = async (
  h: Handle,
  { id, revision, turn }: Pick<StageDeskRow, 'id' | 'revision' | 'turn'>,
  set: Pick<StageDeskRow, 'noticeVersionId' | 'publishedAt'>,
): Promise<boolean> =>
  (await updateWhere(h, stageDeskRecord, { id, revision, turn }, { ...set, revision: revision + 1 })) === 1;
