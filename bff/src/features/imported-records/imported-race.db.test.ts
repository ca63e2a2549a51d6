import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localDate } from '@jikaotong/shared/kernel';
import { records } from '../../app';
import { migrations } from '../../migrations';
import { type Db, isDuplicate, newId, updateWhere } from '../../platform/db';
import { openThrowawayDb } from '../../platform/db/throwaway';
import { proveCount } from '../../prove-count.testing';
import { type StoredImported, importedRecord } from './imported-record.record';
import { changeImported, findImported, insertImported } from './imported-record.repository';

const nowMs = Date.UTC(2026, 10, 16);
const MANY = proveCount(20);
const row = (recordKey: string): StoredImported => ({
  id: newId(),
  bodyId: 'bspia',
  personId: 'p',
  kind: 'ban',
  recordKey,
  turn: 0,
  name: '张三',
  number: null,
  content: { kind: 'ban', from: localDate('2026-01-01'), until: localDate('2027-01-01'), basis: '1号' },
  pending: null,
  pendingBy: null,
  pendingName: null,
  pendingSource: null,
  proposed: null,
  confirmedAt: null,
  confirmedBy: null,
  source: '台账',
  importedOn: localDate('2026-11-16'),
  importedAt: nowMs,
  importedBy: 'a',
  ticketIndex: null,
  phoneIndex: null,
  claimedBy: null,
});

describe('a record from before that many deal with at once', () => {
  let db: Db;
  beforeEach(async () => {
    db = await openThrowawayDb(records, migrations);
  });
  afterEach(() => db.close());
  const all = <T>(act: (at: number) => Promise<T>) => Promise.all(Array.from({ length: MANY }, (_, at) => act(at)));
  const yes = (answers: readonly boolean[]) => answers.filter(Boolean).length;
  const bring = (recordKey: string) =>
    db
      .tx((h) => insertImported(h, row(recordKey)))
      .then(() => true)
      .catch((error: unknown) => {
        if (isDuplicate(error, 'uq_imported_record')) return false;
        throw error;
      });

  it(`is brought in once by ${MANY}, while a twin without the one key comes in by each`, async () => {
    expect(yes(await all(() => bring('ban:bspia:x:2026-01-01')))).toBe(1);
    expect(yes(await all((at) => bring(`twin:${at}`)))).toBe(MANY);
  });

  it(`is confirmed once by ${MANY}, while a twin that looks first and then writes lets all`, async () => {
    const [first, twin] = [row('first'), row('twin')];
    for (const one of [first, twin]) await db.tx((h) => insertImported(h, one));
    const by = (at: number) => ({ confirmedAt: nowMs, confirmedBy: `b${at}` });
    expect(yes(await all((at) => db.tx((h) => changeImported(h, first, by(at)))))).toBe(1);
    const open = (await all(() => db.read((h) => findImported(h, twin.id)))).filter((one) => one?.confirmedAt === null);
    const confirmed = await Promise.all(
      open.map((_, at) => db.tx((h) => updateWhere(h, importedRecord, { id: twin.id }, by(at)))),
    );
    expect(confirmed.filter((count) => count === 1).length).toBeGreaterThan(1);
  });
});
