import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { records } from '../../app';
import { addApproved, addEvent } from '../../approved.testing';
import { migrations } from '../../migrations';
import { type Db, insert, newId, updateWhere } from '../../platform/db';
import { openThrowawayDb } from '../../platform/db/throwaway';
import { proveCount } from '../../prove-count.testing';
import { changeCandidate, deleteCandidate, findCandidate } from '../candidates';
import { LIVE, changeIf, participantsOf } from '../participants';
import { rosterRecord, rosterRowRecord } from './roster.record';
import {
  FRESH,
  claimQueued,
  findRoster,
  insertFresh,
  insertRow,
  openRosterOf,
  queueRows,
  rowsOf,
  takeVersion,
} from './roster.repository';

const MANY = proveCount(12);
const NOW = 1_764_000_000_000;
const SEALED = Buffer.from('sealed');

describe(`${MANY} agents at once`, () => {
  let db: Db;
  let unitId: string;
  beforeEach(async () => {
    db = await openThrowawayDb(records, migrations);
    unitId = newId();
    await db.tx(async (h) => {
      await addEvent(h, 's', NOW);
      await h.run(
        `INSERT INTO unit (id, body_id, name, kind, address, contact_name, contact_phone, contact_phone_index,
           proof_file_id, state, version, registered_at) VALUES (?, 'b', 'u', 'company', ?, ?, ?, 'i', 'f', 'approved', 1, ?)`,
        [unitId, SEALED, SEALED, SEALED, new Date(NOW)],
      );
    });
  });
  afterEach(() => db.close());
  const many = <T>(act: (nth: number) => Promise<T>): Promise<T[]> =>
    Promise.all(Array.from({ length: MANY }, (_, nth) => act(nth)));
  const of = () => ({ unitId, bodyId: 'b', sessionId: 's', noticeId: 'n', createdAt: NOW });
  const opened = () => db.tx((h) => openRosterOf(h, of()));
  const candidates = () =>
    db.tx(async (h) => {
      const ids: string[] = [];
      for (let nth = 0; nth < MANY; nth += 1) ids.push(await addApproved(h, 's', `c${nth}`, NOW));
      return ids;
    });
  const rowOf = (rosterId: string, id: string, rowKey: string) => ({
    ...FRESH,
    id,
    rosterId,
    rowKey,
    standing: 'ready' as const,
  });

  it('open the roster of one session: all get the same', async () => {
    expect(new Set(await many(opened)).size).toBe(1);
  });

  it('confirm sheets compared with one roster: one goes in', async () => {
    const id = await opened();
    const roster = await db.read((h) => findRoster(h, id));
    if (!roster) throw new Error('no roster');
    const taken = await many(() => db.tx((h) => takeVersion(h, roster)));
    expect(taken.filter(Boolean)).toHaveLength(1);
  });

  it('go in all in a twin that looks at the version before it writes', async () => {
    const id = await opened();
    const looks = await many(() => db.read((h) => findRoster(h, id)));
    const taken: number[] = [];
    for (const look of looks)
      if (look?.version === 1)
        taken.push(await db.tx((h) => updateWhere(h, rosterRecord, { id }, { noticeId: newId() })));
    expect(taken.filter((changed) => changed === 1)).toHaveLength(MANY);
  });

  it('add one person: once in the roster', async () => {
    const id = await opened();
    const ids = await candidates();
    const added = await many((nth) => db.tx((h) => insertRow(h, rowOf(id, ids[nth] ?? '', `${id}:o:d`))));
    expect(added.filter(Boolean)).toHaveLength(1);
  });

  it('add sheets that name the same people: each of them once, and whoever came late knows', async () => {
    const id = await opened();
    const sheets = await Promise.all(Array.from({ length: MANY }, () => candidates()));
    const added = await many((nth) =>
      db.tx((h) =>
        insertFresh(
          h,
          id,
          (sheets[nth] ?? []).map((row, at) => ({ ...rowOf(id, row, `${id}:o:${at}`) })),
        ),
      ),
    );
    const rows = await db.read((h) => rowsOf(h, id));
    expect(rows).toHaveLength(MANY);
    expect(added.flatMap((ids) => [...ids]).toSorted()).toEqual(rows.map((row) => row.id).toSorted());
  });

  it('add one person many times in a twin without row keys', async () => {
    const id = await opened();
    const ids = await candidates();
    const looks = await many(() => db.read((h) => rowsOf(h, id)));
    for (const [nth, look] of looks.entries())
      if (look.length === 0)
        await db.tx((h) => insert(h, rosterRowRecord, { ...rowOf(id, ids[nth] ?? '', newId()), position: nth + 1 }));
    expect(await db.read((h) => rowsOf(h, id))).toHaveLength(MANY);
  });

  /** The participant of somebody as an agent sees it; then the person claims the own row, which makes a next version. */
  const claimedAfterLook = async () => {
    const [candidate = ''] = await candidates();
    const look = (await db.read((h) => participantsOf(h, [candidate]))).get(candidate);
    if (!look) throw new Error('nobody');
    const guard = { id: look.id, version: look.version, states: LIVE };
    const isClaimed = await db.tx(async (h) => {
      const isFirst = await changeIf(h, guard, {});
      if (isFirst) await changeCandidate(h, candidate, { accountId: 'member' });
      return isFirst;
    });
    return { candidate, guard, isClaimed };
  };
  const ownerOf = async (candidate: string) =>
    (await db.read((h) => findCandidate(h, candidate)))?.accountId ?? 'nobody';

  it('take nobody out who has claimed the own row since it was looked at', async () => {
    const { candidate, guard, isClaimed } = await claimedAfterLook();
    const taken = await db.tx(async (h) => {
      const isAsSeen = await changeIf(h, guard, {});
      if (isAsSeen) await deleteCandidate(h, candidate);
      return isAsSeen;
    });
    expect([isClaimed, taken, await ownerOf(candidate)]).toEqual([true, false, 'member']);
  });

  it('take out whoever has claimed the own row in a twin that only looks', async () => {
    const { candidate } = await claimedAfterLook();
    await db.tx((h) => deleteCandidate(h, candidate));
    expect(await ownerOf(candidate)).toBe('nobody');
  });

  it('take one that waits to be handed in: one does', async () => {
    const id = await opened();
    const [candidate = ''] = await candidates();
    await db.tx(async (h) => {
      await insertRow(h, rowOf(id, candidate, `${id}:o:d`));
      await queueRows(h, [candidate], NOW);
    });
    const taken = await many(() => db.tx((h) => claimQueued(h, candidate, null)));
    expect(taken.filter(Boolean)).toHaveLength(1);
  });
});
