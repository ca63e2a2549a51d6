import { localDate } from '@jikaotong/shared/kernel';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { records } from '../../app';
import { addStage } from '../../approved.testing';
import { migrations } from '../../migrations';
import { type Db, type Handle, insert, newId } from '../../platform/db';
import { openThrowawayDb } from '../../platform/db/throwaway';
import { proveCount } from '../../prove-count.testing';
import { findDesk, openDesk, takeRevision, takeTurn } from './desk.repository';
import { stageRankingRecord } from './stage.record';

const MANY = proveCount(12);
const all = <T>(act: (at: number) => Promise<T>) => Promise.all(Array.from({ length: MANY }, (_, at) => act(at)));

describe(`${MANY} who work on one stage at the same moment`, () => {
  let db: Db;
  beforeEach(async () => {
    db = await openThrowawayDb(records, migrations);
    await db.tx(async (h) => {
      await addStage(h, 's');
    });
  });
  afterEach(() => db.close());

  const row = {
    id: 's',
    bodyId: 'bspia',
    noticeId: 'n',
    frozenAt: 0,
    frozenBy: 'a',
    turn: 0,
    revision: 0,
    noticeVersionId: null,
    publishedAt: null,
  };
  const set = { noticeVersionId: 'v', publishedAt: 1 };
  /** What publishing writes once the desk let it. */
  const writeRanking = (h: Handle, revision: number) =>
    insert(h, stageRankingRecord, {
      id: newId(),
      stageId: 's',
      revision,
      noticeVersionId: 'v',
      lines: [],
      reason: null,
      publishedAt: 1,
      publishedOn: localDate('2025-08-01'),
      publishedBy: 'a',
    });
  const desk = async () => {
    const found = await db.read((h) => findDesk(h, 's'));
    if (!found) throw new Error('no desk');
    return found;
  };
  const rankings = async () => {
    const [found] = await db.read((h) => h.query<{ n: number | string }>('SELECT COUNT(*) AS n FROM stage_ranking'));
    return Number(found?.n);
  };

  it('freeze its roster once', async () => {
    const opened = await all(() => db.tx((h) => openDesk(h, row)));
    expect(opened.filter(Boolean)).toHaveLength(1);
  });

  it('publish once what all of them previewed', async () => {
    await db.tx((h) => openDesk(h, row));
    const seen = await desk();
    const done = await all(() =>
      db.tx(async (h) => {
        if (!(await takeRevision(h, seen, set))) return false;
        await writeRanking(h, seen.revision + 1);
        return true;
      }),
    );
    expect(done.filter(Boolean)).toHaveLength(1);
    expect([(await desk()).revision, await rankings()]).toEqual([1, 1]);
  });

  // The control: whoever only looks whether anything is published before writing under the next number.
  it('would publish as often as they are, if they only looked first', async () => {
    await db.tx((h) => openDesk(h, row));
    const looks = await all(() => desk());
    const free = looks.filter(({ revision }) => revision === 0);
    await Promise.all(free.map((_, at) => db.tx((h) => writeRanking(h, at + 1))));
    expect(await rankings()).toBe(MANY);
  });

  /** A mark and a publication at the same moment, over and over: how often ranks were published without a mark that counts. */
  const unseen = async (guarded: boolean) => {
    let missed = 0;
    await db.tx((h) => openDesk(h, row));
    for (let round = 0; round < MANY; round += 1) {
      const seen = await desk();
      const mark = db.tx((h) => (guarded ? takeTurn(h, seen) : takeTurn(h, { ...seen, revision: round })));
      const publishing = db.tx((h) =>
        guarded
          ? takeRevision(h, seen, set)
          : h.run('UPDATE stage_desk SET revision = revision + 1 WHERE id = ?', ['s']).then((n) => n === 1),
      );
      const [marked, out] = await Promise.all([mark, publishing]);
      if (marked && out) missed += 1;
      if (guarded && !out) await db.tx(async (h) => takeRevision(h, await freshIn(h), set));
    }
    return missed;
  };
  const freshIn = async (h: Handle) => {
    const found = await findDesk(h, 's');
    if (!found) throw new Error('no desk');
    return found;
  };

  it('let a mark or a publication through, never both', async () => {
    expect(await unseen(true)).toBe(0);
  });

  // The control: a publication that does not ask which turn was previewed.
  it('would publish beside a mark that nobody previewed', async () => {
    expect(await unseen(false)).toBeGreaterThan(0);
  });
});
