import { BATCHES_AT_ONCE, BATCH_QUOTA } from '@jikaotong/shared/contract';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { records } from '../../app';
import { migrations } from '../../migrations';
import { proveCount } from '../../prove-count.testing';
import { type Db, type Handle, insert, newId, updateWhere } from '../db';
import { openThrowawayDb } from '../db/throwaway';
import { type PhotoBatch, type PhotoBatchItem, photoBatchItemRecord, photoBatchRecord } from './photo-batch.record';
import { countSettled, endBatch, insertBatch, itemsOf, lockBatchById, settleItem } from './photo-batch.repository';

const MANY = proveCount(12);
const NOW = 1_764_000_000_000;
const BYTES = 80_000;
const NOTHING = { settledAt: null, leftFor: null, fileId: null, facts: null, faults: [] } as const;

describe(`photos of many, asked for ${MANY} times at once`, () => {
  let db: Db;
  beforeEach(async () => {
    db = await openThrowawayDb(records, migrations);
  });
  afterEach(() => db.close());
  const many = <T>(act: (nth: number) => Promise<T>): Promise<T[]> =>
    Promise.all(Array.from({ length: MANY }, (_, nth) => act(nth)));
  const batchOf = (change: Partial<PhotoBatch> = {}) => ({
    id: newId(),
    kind: 'roster-photos',
    subjectId: 'r1',
    unitId: 'u1',
    accountId: 'a1',
    state: 'open' as const,
    photos: 1,
    settled: 0,
    bytes: 0,
    importId: null,
    result: null,
    createdAt: NOW,
    expiresAt: NOW + 1,
    ...change,
  });
  const itemOf = (batchId: string): PhotoBatchItem => ({
    ...NOTHING,
    id: newId(),
    batchId,
    number: 1,
    name: Buffer.from('sealed'),
    originalBytes: 4_000_000,
  });
  const begun = async (change: Partial<PhotoBatch> = {}): Promise<string> => {
    const batch = batchOf(change);
    await db.tx((h) => insertBatch(h, batch, [itemOf(batch.id)]));
    return batch.id;
  };
  const standing = (id: string) => db.read((h) => h.repo(photoBatchRecord).findOneByOrFail({ id }));

  /** As a request does; `settles` is the guard that keeps a number from coming twice. */
  const sends = (id: string, nth: number, settles: (h: Handle, fileId: string) => Promise<boolean>) =>
    db.tx(async (h) => {
      await lockBatchById(h, id);
      return (await settles(h, `f${nth}`)) && countSettled(h, id, BYTES);
    });
  const settled = (fileId: string) => ({ ...NOTHING, settledAt: NOW, fileId });

  it('a number comes once: the first stays, and it is counted once', async () => {
    const id = await begun();
    const came = await many((nth) =>
      sends(id, nth, (h, fileId) => settleItem(h, { batchId: id, number: 1 }, settled(fileId))),
    );
    expect(came.filter(Boolean)).toHaveLength(1);
    expect(await standing(id)).toMatchObject({ settled: 1, bytes: BYTES });
    const [item] = await db.read((h) => itemsOf(h, id));
    expect(item?.fileId).toBe(`f${came.indexOf(true)}`);
  });

  it('comes as often as it is sent in a twin without the key', async () => {
    const id = await begun();
    await many((nth) =>
      sends(id, nth, async (h, fileId) => {
        const set = { ...settled(fileId), originalBytes: nth + 1 };
        return (await updateWhere(h, photoBatchItemRecord, { batchId: id, number: 1 }, set)) === 1;
      }),
    );
    expect(await standing(id)).toMatchObject({ settled: MANY, bytes: MANY * BYTES });
  });

  it.each([
    ['below', -1, true],
    ['on', 0, true],
    ['above', 1, false],
  ])('is taken %s the quota of bytes as it should be', async (_, more, isTaken) => {
    const id = await begun();
    await db.tx((h) => updateWhere(h, photoBatchRecord, { id }, { bytes: BATCH_QUOTA.bytes - BYTES }));
    expect(await db.tx((h) => countSettled(h, id, BYTES + more))).toBe(isTaken);
  });

  it('is taken into no batch that has ended', async () => {
    const id = await begun();
    expect(await db.tx((h) => endBatch(h, id, { state: 'cancelled' }))).toBe(true);
    expect(await db.tx((h) => countSettled(h, id, BYTES))).toBe(false);
    expect(await db.tx((h) => endBatch(h, id, { state: 'handed-over' }))).toBe(false);
  });

  const begins = (accountId: string, unitId = 'u1') =>
    db.tx((h) => {
      const batch = batchOf({ accountId, unitId });
      return insertBatch(h, batch, [itemOf(batch.id)]);
    });
  const openOnes = () => db.read((h) => h.repo(photoBatchRecord).countBy({ state: 'open' }));

  it('an agent has one batch, and a unit so many', async () => {
    const answers: string[] = [];
    for (let nth = 0; nth <= BATCHES_AT_ONCE; nth += 1) answers.push(await begins(`a${nth}`));
    expect(answers).toEqual([...Array.from({ length: BATCHES_AT_ONCE }, () => 'begun'), 'no-place']);
    expect(await begins('a0')).toBe('no-place');
    expect(await begins('a0', 'u2')).toBe('open');
    const [first] = await db.read((h) => h.repo(photoBatchRecord).find({ where: { accountId: 'a0' } }));
    await db.tx((h) => endBatch(h, first?.id ?? '', { state: 'expired' }));
    expect(await begins('a0')).toBe('begun');
    expect(await openOnes()).toBe(BATCHES_AT_ONCE);
  });

  it('places hold where a twin that counts first gives out more', async () => {
    const seen = await many(() => openOnes());
    const inserted = await many((nth) =>
      db.tx(async (h) => {
        if ((seen[nth] ?? 0) >= BATCHES_AT_ONCE) return false;
        await insert(h, photoBatchRecord, { ...batchOf({ accountId: `a${nth}` }), liveKey: null, slotKey: null });
        return true;
      }),
    );
    expect(inserted.filter(Boolean).length).toBeGreaterThan(BATCHES_AT_ONCE);
    const placed = await Promise.allSettled(
      Array.from({ length: BATCHES_AT_ONCE + 1 }, (_, nth) =>
        db.tx((h) =>
          insert(h, photoBatchRecord, { ...batchOf(), liveKey: null, slotKey: `u1:${nth % BATCHES_AT_ONCE}` }),
        ),
      ),
    );
    expect(placed.filter(({ status }) => status === 'rejected')).toHaveLength(1);
  });
});
