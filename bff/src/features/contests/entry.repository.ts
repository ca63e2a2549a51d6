import type { StageCode } from '@jikaotong/shared/notice';
import { In, IsNull, Like, MoreThan, Not } from 'typeorm';
import { type Handle, insert, newId, updateWhere } from '../../platform/db';
import { type AnnouncedStage, type Entry, type OwnEntry, entryRecord, madeHere, stageRecord } from './contest.record';

export type { Entry, OwnEntry } from './contest.record';

export const insertEntry = (h: Handle, entry: Entry): Promise<void> => insert(h, entryRecord, entry);

/** One's own, made here; anybody else's does not exist. */
export async function findOwnEntry(h: Handle, accountId: string, id: string): Promise<OwnEntry | null> {
  const row = await h.repo(entryRecord).findOneBy({ id, accountId });
  return row && madeHere(row);
}

export async function listOwnEntries(h: Handle, accountId: string): Promise<OwnEntry[]> {
  const where = { accountId, listedOn: IsNull() };
  const rows = await h.repo(entryRecord).find({ where, order: { id: 'DESC' }, take: 50 });
  return rows.flatMap((row) => madeHere(row) ?? []);
}

/** An entry of one of these bodies; any other does not exist. */
export const findStaffEntry = (h: Handle, bodyIds: readonly string[], id: string): Promise<Entry | null> =>
  h.repo(entryRecord).findOneBy({ id, bodyId: In([...bodyIds]) });

export const findByAccountKey = (h: Handle, accountKey: string): Promise<Entry | null> =>
  h.repo(entryRecord).findOneBy({ accountKey });

export const findEntry = (h: Handle, id: string): Promise<Entry | null> => h.repo(entryRecord).findOneBy({ id });

/** Gives a live entry the document that it had to do without; its owner's version stays, for to her nothing changed. */
export const holdDocument = (h: Handle, id: string, documentKey: string): Promise<number> =>
  updateWhere(h, entryRecord, { id, state: 'entered' }, { documentKey });

export const findByDocumentKey = (h: Handle, documentKey: string): Promise<Entry | null> =>
  h.repo(entryRecord).findOneBy({ documentKey });

/** Entries to a competition by their ids; those of another one do not exist. */
export const findEntriesOf = (h: Handle, noticeId: string, ids: readonly string[]): Promise<Entry[]> =>
  h.repo(entryRecord).findBy({ noticeId, id: In([...ids]) });

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
  page: { q: string | null; only: 'undecided' | null; after: string | null; limit: number },
): Promise<Entry[]> {
  const live = {
    noticeId,
    state: 'entered' as const,
    ...(page.only === null ? {} : { verdict: 'needs-review' as const, decision: IsNull(), listedOn: IsNull() }),
    ...(page.after === null ? {} : { id: MoreThan(page.after) }),
  };
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

/** Everybody whom a list from elsewhere has named, also those whom it does not name any more. */
export const listedEntries = (h: Handle, noticeId: string): Promise<Entry[]> =>
  h.repo(entryRecord).find({ where: { noticeId, listedOn: Not(IsNull()) }, order: { id: 'ASC' } });

/** How many entered, wait for a decision, stepped back, come from how many units, and want the training. */
export async function countEntries(h: Handle, noticeId: string) {
  const live = (also: string) => `SUM(CASE WHEN state = 'entered' ${also} THEN 1 ELSE 0 END)`;
  const [row] = await h.query<Partial<Record<(typeof COUNTS)[number], number | string | null>>>(
    `SELECT ${live('')} AS entered,
            SUM(CASE WHEN state = 'withdrawn' THEN 1 ELSE 0 END) AS withdrawn,
            ${live("AND verdict = 'needs-review' AND decision IS NULL AND listed_on IS NULL")} AS undecided,
            COUNT(DISTINCT CASE WHEN state = 'entered' THEN unit END) AS units,
            ${live('AND training')} AS training,
            ${live('AND listed_on IS NOT NULL')} AS listed,
            ${live('AND listed_on IS NOT NULL AND account_id IS NOT NULL')} AS matched
     FROM contest_entry WHERE notice_id = ?`,
    [noticeId],
  );
  const count = (name: (typeof COUNTS)[number]) => Number(row?.[name] ?? 0);
  return {
    entered: count('entered'),
    withdrawn: count('withdrawn'),
    undecided: count('undecided'),
    units: count('units'),
    training: count('training'),
    listed: count('listed'),
    matched: count('matched'),
  };
}
const COUNTS = ['entered', 'withdrawn', 'undecided', 'units', 'training', 'listed', 'matched'] as const;

/** Who entered and has not stepped back, as one tells them something. */
export const entrantsOf = (h: Handle, noticeId: string): Promise<Pick<Entry, 'id' | 'accountId' | 'listedOn'>[]> =>
  h.repo(entryRecord).find({
    where: { noticeId, state: 'entered', accountId: Not(IsNull()) },
    select: { id: true, accountId: true, listedOn: true },
    order: { id: 'ASC' },
  });

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
