import { In, MoreThan } from 'typeorm';
import { type Handle, findLocked, insert, isDuplicate, updateWhere } from '../db';
import { fileRecord } from '../files';
import { type SheetImport, type StoredItem, sheetImportRecord, sheetItemRecord } from './sheet-import.record';

export async function insertImport(h: Handle, run: SheetImport, items: readonly StoredItem[]): Promise<void> {
  await insert(h, sheetImportRecord, run);
  if (items.length > 0) await insert(h, sheetItemRecord, items);
}

type Key = Pick<SheetImport, 'id' | 'sheet' | 'subjectId'>;

/** An import of this very sheet and subject; with another subject in the path it does not exist. */
export const findImport = (h: Handle, key: Key): Promise<SheetImport | null> =>
  h.repo(sheetImportRecord).findOneBy({ ...key });

export const lockImport = (h: Handle, importId: string): Promise<SheetImport | null> =>
  findLocked(h, sheetImportRecord, { id: importId });

/** Changes an import that is still in this state; false when it is not. */
export const changeImportIf = async (
  h: Handle,
  guard: Pick<SheetImport, 'id' | 'state'>,
  set: Partial<SheetImport>,
): Promise<boolean> => (await updateWhere(h, sheetImportRecord, guard, set)) === 1;

/** Begins to apply; `running` when another sheet of the same subject is being applied. */
export async function beginApplying(h: Handle, run: SheetImport, total: number): Promise<'begun' | 'running' | 'gone'> {
  const liveKey = liveKeyOf(run);
  try {
    const begun = await changeImportIf(h, { id: run.id, state: 'preview' }, { state: 'applying', liveKey, total });
    return begun ? 'begun' : 'gone';
  } catch (error) {
    if (isDuplicate(error, 'uq_sheet_import_live')) return 'running';
    throw error;
  }
}

/** The import of a subject that is being applied; null: none is. */
export async function runningImport(h: Handle, { sheet, subjectId }: Omit<Key, 'id'>): Promise<string | null> {
  const running = await h.repo(sheetImportRecord).findOneBy({ liveKey: liveKeyOf({ sheet, subjectId }) });
  return running?.id ?? null;
}

const liveKeyOf = ({ sheet, subjectId }: Omit<Key, 'id'>): string => `${sheet}:${subjectId}`;

/** Lets the changes of these kinds wait for the job, beside those that do already; says how many wait. */
export async function queueItems(h: Handle, importId: string, kinds: readonly StoredItem['kind'][]): Promise<number> {
  await updateWhere(h, sheetItemRecord, { importId, state: 'none', kind: In([...kinds]) }, { state: 'waiting' });
  return h.repo(sheetItemRecord).countBy({ importId, state: 'waiting' });
}

export const nextWaiting = (h: Handle, importId: string, limit: number): Promise<StoredItem[]> =>
  h.repo(sheetItemRecord).find({ where: { importId, state: 'waiting' }, order: { position: 'ASC' }, take: limit });

/** Takes waiting items for this transaction and no other; false when somebody else has one of them. */
export const claimItems = async (h: Handle, items: readonly StoredItem[]): Promise<boolean> =>
  (await updateWhere(
    h,
    sheetItemRecord,
    { id: In(items.map(({ id }) => id)), state: 'waiting' },
    { state: 'applied' },
  )) === items.length;

export async function refuseItems(h: Handle, items: readonly StoredItem[], outcome: string): Promise<void> {
  const ids = items.map(({ id }) => id);
  await updateWhere(h, sheetItemRecord, { id: In(ids), state: 'applied' }, { state: 'refused', outcome });
}

type Page = { after: number; limit: number; only: StoredItem['kind'] | 'attention' | 'refused' | null };

/** A page of what a sheet says, in the order of its rows. */
export const listItems = (h: Handle, importId: string, { after, limit, only }: Page): Promise<StoredItem[]> =>
  h.repo(sheetItemRecord).find({
    where: {
      importId,
      position: MoreThan(after),
      ...(only === null ? {} : askedFor(only)),
    },
    order: { position: 'ASC' },
    take: limit,
  });

const askedFor = (only: NonNullable<Page['only']>) =>
  only === 'refused' ? { state: only } : only === 'attention' ? { attention: true } : { kind: only };

/** Makes the sent file unreadable: without its row nobody has its key. */
export async function dropFile(h: Handle, { id, fileId }: Pick<SheetImport, 'id' | 'fileId'>): Promise<void> {
  if (fileId === null) return;
  await updateWhere(h, sheetImportRecord, { id }, { fileId: null });
  await h.repo(fileRecord).delete({ id: fileId });
}

export async function deleteItems(h: Handle, importId: string): Promise<void> {
  await h.repo(sheetItemRecord).delete({ importId });
}
