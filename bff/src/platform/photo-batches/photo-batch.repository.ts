import { BATCHES_AT_ONCE, BATCH_QUOTA } from '@jikaotong/shared/contract';
import { In, IsNull } from 'typeorm';
import { type Handle, findLocked, insert, isDuplicate, updateWhere } from '../db';
import { fileRecord } from '../files';
import { type PhotoBatch, type PhotoBatchItem, photoBatchItemRecord, photoBatchRecord } from './photo-batch.record';

export type Whose = Pick<PhotoBatch, 'kind' | 'subjectId' | 'accountId'>;
const CHUNK = 200;

const liveKeyOf = ({ kind, subjectId, accountId }: Whose): string => `${kind}:${subjectId}:${accountId}`;

/** A batch that is open holds one of the unit's places; `open`: the agent has one already. */
export async function insertBatch(
  h: Handle,
  batch: Omit<PhotoBatch, 'liveKey' | 'slotKey'>,
  items: readonly PhotoBatchItem[],
): Promise<'begun' | 'open' | 'no-place'> {
  const places = Array.from({ length: BATCHES_AT_ONCE }, (_, nth) => `${batch.unitId}:${nth}`);
  const taken = await h.repo(photoBatchRecord).find({ where: { slotKey: In(places) } });
  const free = places.filter((place) => !taken.some(({ slotKey }) => slotKey === place));
  for (const slotKey of free) {
    try {
      await insert(h, photoBatchRecord, { ...batch, liveKey: liveKeyOf(batch), slotKey });
    } catch (error) {
      if (isDuplicate(error, 'uq_photo_batch_live')) return 'open';
      if (isDuplicate(error, 'uq_photo_batch_slot')) continue;
      throw error;
    }
    await insert(h, photoBatchItemRecord, items);
    return 'begun';
  }
  return 'no-place';
}

/** A batch of this very agent; under another path it does not exist. */
export const findBatch = (h: Handle, key: Whose & Pick<PhotoBatch, 'id'>): Promise<PhotoBatch | null> =>
  h.repo(photoBatchRecord).findOneBy({ ...key });

export const lockBatch = (h: Handle, key: Whose & Pick<PhotoBatch, 'id'>): Promise<PhotoBatch | null> =>
  findLocked(h, photoBatchRecord, { ...key });

export const lockBatchById = (h: Handle, id: string): Promise<PhotoBatch | null> =>
  findLocked(h, photoBatchRecord, { id });

export const openBatchOf = (h: Handle, whose: Whose): Promise<PhotoBatch | null> =>
  h.repo(photoBatchRecord).findOneBy({ liveKey: liveKeyOf(whose) });

export const lastBatchOf = (h: Handle, whose: Whose): Promise<PhotoBatch | null> =>
  h.repo(photoBatchRecord).findOne({ where: { ...whose }, order: { id: 'DESC' } });

export const openBatchesOf = (h: Handle, of: Pick<PhotoBatch, 'unitId' | 'accountId'>): Promise<PhotoBatch[]> =>
  h.repo(photoBatchRecord).find({ where: { ...of, state: 'open' } });

export const itemsOf = (h: Handle, batchId: string): Promise<PhotoBatchItem[]> =>
  h.repo(photoBatchItemRecord).find({ where: { batchId }, order: { number: 'ASC' } });

export const findItem = (h: Handle, batchId: string, number: number): Promise<PhotoBatchItem | null> =>
  h.repo(photoBatchItemRecord).findOneBy({ batchId, number });

type Settled = Pick<PhotoBatchItem, 'settledAt' | 'leftFor' | 'fileId' | 'facts' | 'faults'>;

/** Settles a number that has not come yet; false when it has, and nothing is changed. */
export const settleItem = async (
  h: Handle,
  { batchId, number }: Pick<PhotoBatchItem, 'batchId' | 'number'>,
  set: Settled,
): Promise<boolean> =>
  (await updateWhere(h, photoBatchItemRecord, { batchId, number, settledAt: IsNull() }, set)) === 1;

/** Counts what has settled within the quota of an open batch; false when it would be too much. */
export const countSettled = async (h: Handle, id: string, bytes: number): Promise<boolean> =>
  (await h.run(
    "UPDATE photo_batch SET settled = settled + 1, bytes = bytes + ? WHERE id = ? AND state = 'open' AND bytes + ? <= ?",
    [bytes, id, bytes, BATCH_QUOTA.bytes],
  )) === 1;

/** Ends a batch that is open, and frees its place; false when it was not. */
export const endBatch = async (
  h: Handle,
  id: string,
  set: Pick<PhotoBatch, 'state'> & Partial<Pick<PhotoBatch, 'importId' | 'result'>>,
): Promise<boolean> =>
  (await updateWhere(h, photoBatchRecord, { id, state: 'open' }, { ...set, liveKey: null, slotKey: null })) === 1;

export const forgetResult = async (h: Handle, id: string): Promise<void> =>
  void (await updateWhere(h, photoBatchRecord, { id }, { result: null }));

/** Files that belong elsewhere from now on. */
export async function releaseFiles(h: Handle, batchId: string, fileIds: readonly string[]): Promise<void> {
  for (let from = 0; from < fileIds.length; from += CHUNK)
    await updateWhere(
      h,
      photoBatchItemRecord,
      { batchId, fileId: In(fileIds.slice(from, from + CHUNK)) },
      { fileId: null },
    );
}

/** Forgets some items with the rows of their files, without which nobody has the keys; null when none is left. */
export async function dropItems(h: Handle, batchId: string): Promise<string[] | null> {
  const some = await h.repo(photoBatchItemRecord).find({ where: { batchId }, take: 50 });
  if (some.length === 0) return null;
  const fileIds = some.flatMap(({ fileId }) => fileId ?? []);
  if (fileIds.length > 0) await h.repo(fileRecord).delete({ id: In(fileIds) });
  await h.repo(photoBatchItemRecord).delete({ id: In(some.map(({ id }) => id)) });
  return fileIds;
}
