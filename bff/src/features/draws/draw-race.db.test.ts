import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { records } from '../../app';
import { addEvent } from '../../approved.testing';
import { migrations } from '../../migrations';
import { type Db, insert, updateWhere } from '../../platform/db';
import { openThrowawayDb } from '../../platform/db/throwaway';
import { proveCount } from '../../prove-count.testing';
import { stageDrawRecord } from './draw.record';
import { findDraw, freezeDraw } from './draw.repository';

const nowMs = Date.UTC(2025, 6, 26);
const MANY = proveCount(20);

describe('a list that many freeze at once', () => {
  let db: Db;
  beforeEach(async () => {
    db = await openThrowawayDb(records, migrations);
    await db.tx((h) => addEvent(h, 's', nowMs));
    const row = { id: 's', seed: Buffer.from('sealed'), commitment: 'c', committedAt: nowMs };
    await db.tx((h) =>
      insert(h, stageDrawRecord, {
        ...row,
        drawnAt: null,
        drawnBy: null,
        entrants: null,
        plan: null,
        keyHolders: null,
      }),
    );
  });
  afterEach(() => db.close());

  const set = { drawnAt: nowMs, drawnBy: 'a', entrants: 3, plan: null };
  const all = <T>(act: () => Promise<T>) => Promise.all(Array.from({ length: MANY }, act));

  it(`is frozen by one of ${MANY}, while a twin that looks first and then writes lets all`, async () => {
    expect((await all(() => db.tx((h) => freezeDraw(h, 's', set)))).filter(Boolean)).toHaveLength(1);
    await db.tx((h) => updateWhere(h, stageDrawRecord, { id: 's' }, { drawnAt: null }));
    const looks = await all(() => db.read((h) => findDraw(h, 's')));
    const open = looks.filter((row) => row?.drawnAt === null);
    const frozen = await Promise.all(open.map(() => db.tx((h) => updateWhere(h, stageDrawRecord, { id: 's' }, set))));
    expect(frozen.filter((count) => count === 1)).toHaveLength(MANY);
  });
});
