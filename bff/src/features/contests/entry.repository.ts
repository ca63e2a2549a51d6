import type { StageCode } from '@jikaotong/shared/notice';
import { Like, MoreThan } from 'typeorm';
import { type Handle, insert, newId, updateWhere } from '../../platform/db';
import { type AnnouncedStage, type Entry, entryRecord, stageRecord } from './contest.record';

export type { Entry } from './contest.record';

export const insertEntry = (h: Handle, entry: Entry): Promise<void> => insert(h, entryRecord, entry);

/** One's own; anybody else's does not exist. */
export const findOwnEntry = (h: Handle, accountId: string, id: string): Promise<Entry | null> =>
  h.repo(entryRecord).findOneBy({ id, accountId });

export const listOwnEntries = (h: Handle, accountId: string): Promise<Entry[]> =>
  h.repo(entryRecord).find({ where: { accountId }, order: { id: 'DESC' }, take: 50 });

export const findByAccountKey = (h: Handle, accountKey: string): Promise<Entry | null> =>
  h.repo(entryRecord).findOneBy({ accountKey });

export const findByDocumentKey = (h: Handle, documentKey: string): Promise<Entry | null> =>
  h.repo(entryRecord).findOneBy({ documentKey });

/** Changes a live entry that is still at this version; false when it is not. */
export const changeEntryIf = async (
  h: Handle,
  guard: { id: string; version: number },
  set: Partial<Entry>,
): Promise<boolean> =>
  (await updateWhere(h, entryRecord, { ...guard, state: 'entered' }, { ...set, version: guard.version + 1 })) === 1;

/** Live entries of a competition by the time they came; `q` begins a name or a unit. */
export function listLiveEntries(
  h: Handle,
  noticeId: string,
  page: { q: string | null; after: string | null; limit: number },
): Promise<Entry[]> {
  const live = { noticeId, state: 'entered' as const, ...(page.after === null ? {} : { id: MoreThan(page.after) }) };
  const begins = page.q === null ? null : Like(`${page.q.replace(/[%_\\]/g, '')}%`);
  return h.repo(entryRecord).find({
    where:
      begins === null
        ? live
        : [
            { ...live, name: begins },
            { ...live, unit: begins },
          ],
    order: { id: 'ASC' },
    take: page.limit,
  });
}

/** How many entered, stepped back, come from how many units, and want the training. */
export async function countEntries(h: Handle, noticeId: string) {
  const [row] = await h.query<Record<'entered' | 'withdrawn' | 'units' | 'training', number | string | null>>(
    `SELECT SUM(CASE WHEN state = 'entered' THEN 1 ELSE 0 END) AS entered,
            SUM(CASE WHEN state = 'withdrawn' THEN 1 ELSE 0 END) AS withdrawn,
            COUNT(DISTINCT CASE WHEN state = 'entered' THEN unit END) AS units,
            SUM(CASE WHEN state = 'entered' AND training THEN 1 ELSE 0 END) AS training
     FROM contest_entry WHERE notice_id = ?`,
    [noticeId],
  );
  return {
    entered: Number(row?.entered ?? 0),
    withdrawn: Number(row?.withdrawn ?? 0),
    units: Number(row?.units ?? 0),
    training: Number(row?.training ?? 0),
  };
}

/** Who entered and has not stepped back. */
export async function entrantsOf(h: Handle, noticeId: string): Promise<string[]> {
  const rows = await h.repo(entryRecord).find({ where: { noticeId, state: 'entered' }, select: { accountId: true } });
  return rows.map(({ accountId }) => accountId);
}

export const stagesOf = (h: Handle, noticeId: string): Promise<AnnouncedStage[]> =>
  h.repo(stageRecord).findBy({ noticeId });

/** Writes down what was announced of a stage, over what was announced before. */
export async function putStage(
  h: Handle,
  at: { noticeId: string; stage: StageCode },
  set: Omit<AnnouncedStage, 'id' | 'noticeId' | 'stage'>,
): Promise<void> {
  if ((await updateWhere(h, stageRecord, at, set)) === 0) await insert(h, stageRecord, { id: newId(), ...at, ...set });
}
