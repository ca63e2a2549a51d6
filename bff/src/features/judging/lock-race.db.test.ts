import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { records } from '../../app';
import { addStage } from '../../approved.testing';
import { migrations } from '../../migrations';
import { type Db, type Handle, updateWhere } from '../../platform/db';
import { openThrowawayDb } from '../../platform/db/throwaway';
import { proveCount } from '../../prove-count.testing';
import {
  type Judging,
  closeUnbegun,
  findJudging,
  lockIf,
  proposeLock,
  releaseKey,
  standJudging,
  start,
  takeJudgingTurn,
} from './judging.repository';
import { keptKey } from '../draws';
import { judgingRecord } from './judging.record';

/** At full count two transactions a round that wait for one another. */
const MANY_ROUNDS_MS = 300_000;
const MANY = proveCount(12);
const all = <T>(act: (at: number) => Promise<T>) => Promise.all(Array.from({ length: MANY }, (_, at) => act(at)));

describe(`${MANY} who judge, lock and publish one stage at the same moment`, () => {
  let db: Db;
  beforeEach(async () => {
    db = await openThrowawayDb(records, migrations);
    await db.tx(async (h) => {
      await addStage(h, 's');
    });
  });
  afterEach(() => db.close());

  const at = { stageId: 's', part: 'skill' } as const;
  const stand = () => db.tx((h) => standJudging(h, { ...at, bodyId: 'bspia', noticeId: 'n' }));
  const seen = async (): Promise<Judging> => {
    const found = await db.read((h) => findJudging(h, at));
    if (!found) throw new Error('no judging');
    return found;
  };
  const by = (place: number) => ({ accountId: `a${place}`, nowMs: 1 });
  const reopen = () =>
    db.tx((h) => updateWhere(h, judgingRecord, at, { lockedAt: null, lockedBy: null, startedAt: null }));

  it('make one judging of a part', async () => {
    const made = await all(stand);
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
  });

  it('lock once what one of them proposed', async () => {
    const judging = await stand();
    expect(await db.tx((h) => proposeLock(h, judging, { accountId: 'first', nowMs: 1 }))).toBe(true);
    expect(await db.tx((h) => lockIf(h, judging, { accountId: 'first', nowMs: 1 }))).toBe(false);
    expect((await all((place) => db.tx((h) => lockIf(h, judging, by(place))))).filter(Boolean)).toHaveLength(1);
  });

  // The control: whoever only looks whether it is locked before writing.
  it('would lock as often as they are, if they only looked first', async () => {
    const judging = await stand();
    await db.tx((h) => proposeLock(h, judging, { accountId: 'first', nowMs: 1 }));
    const open = (await all(seen)).filter(({ lockedAt }) => lockedAt === null);
    const locked = await Promise.all(
      open.map((_, place) => db.tx((h) => updateWhere(h, judgingRecord, at, { lockedBy: `a${place}`, lockedAt: 1 }))),
    );
    expect(locked.filter((count) => count === 1)).toHaveLength(MANY);
  });

  /** A mark and the second one who locks at the same moment, over and over: how often marks were locked that nobody saw. */
  const lockedUnseen = async (guarded: boolean) => {
    let missed = 0;
    await stand();
    for (let round = 0; round < MANY; round += 1) {
      await reopen();
      const judging = await seen();
      await db.tx((h) => proposeLock(h, judging, { accountId: 'first', nowMs: 1 }));
      const mark = db.tx((h) =>
        guarded
          ? takeJudgingTurn(h, judging)
          : h.run('UPDATE judging SET turn = turn + 1 WHERE id = ?', [judging.id]).then((n) => n === 1),
      );
      const lock = db.tx((h) =>
        guarded
          ? lockIf(h, judging, by(round))
          : updateWhere(h, judgingRecord, at, { lockedAt: 1 }).then((n) => n === 1),
      );
      if ((await Promise.all([mark, lock])).every(Boolean)) missed += 1;
    }
    return missed;
  };

  /** Both parts of a stage are locked at the same moment, over and over: how often the key stays with two although nothing is judged any more. */
  const keptFor = async (guarded: boolean) => {
    let kept = 0;
    for (const part of ['theory', 'skill'] as const)
      await db.tx((h) => standJudging(h, { stageId: 's', part, bodyId: 'bspia', noticeId: 'n' }));
    await db.tx((h) =>
      h.run("INSERT INTO stage_draw (id, seed, commitment, committed_at) VALUES ('s', ?, '', ?)", [
        Buffer.alloc(1),
        new Date(0),
      ]),
    );
    for (let round = 0; round < MANY; round += 1) {
      await db.tx(async (h) => {
        await updateWhere(h, judgingRecord, { stageId: 's' }, { lockedAt: null });
        await h.run('UPDATE stage_draw SET key_holders = \'["a","b"]\' WHERE id = \'s\'');
      });
      const both = (['theory', 'skill'] as const).map(async (part) => {
        const lock = (h: Handle) => updateWhere(h, judgingRecord, { stageId: 's', part }, { lockedAt: 1 });
        if (guarded)
          return db.tx(async (h) => {
            await lock(h);
            await releaseKey(h, 's');
          });
        // the control: whether the other part is open was asked before
        const isLast = await db.read(
          async (h) => (await h.query('SELECT id FROM judging WHERE locked_at IS NULL')).length === 1,
        );
        return db.tx(async (h) => {
          await lock(h);
          if (isLast) await h.run("UPDATE stage_draw SET key_holders = NULL WHERE id = 's'");
        });
      });
      await Promise.all(both);
      if ((await db.read((h) => keptKey(h, 's'))) !== null) kept += 1;
    }
    return kept;
  };

  it('free the key with whichever part is locked last', { timeout: MANY_ROUNDS_MS }, async () => {
    expect(await keptFor(true)).toBe(0);
  });

  it(
    'would keep the key for ever, if each only looked whether the other is open',
    { timeout: MANY_ROUNDS_MS },
    async () => {
      expect(await keptFor(false)).toBeGreaterThan(0);
    },
  );

  it('take a mark or lock, never both', async () => {
    expect(await lockedUnseen(true)).toBe(0);
  });

  // The control: neither asks what the other did.
  it('would lock beside a mark that nobody saw', async () => {
    expect(await lockedUnseen(false)).toBeGreaterThan(0);
  });

  /** The first mark and a publication at the same moment: how often both went through. */
  const publishedBeside = async (guarded: boolean) => {
    let both = 0;
    await stand();
    for (let round = 0; round < MANY; round += 1) {
      await reopen();
      const judging = await seen();
      // the control: whoever publishes looked before, as a handler would that only asks
      const looked = judging.startedAt === null;
      const mark = db.tx(async (h) => {
        const isOpen = await takeJudgingTurn(h, judging);
        if (isOpen) await start(h, judging.id, 1);
        return isOpen;
      });
      const publishing = guarded ? db.tx((h) => closeUnbegun(h, 's', 1)) : Promise.resolve(looked);
      if ((await Promise.all([mark, publishing])).every(Boolean)) both += 1;
    }
    return both;
  };

  it('publish or take the first mark, never both', async () => {
    expect(await publishedBeside(true)).toBe(0);
  });

  it('would publish beside the first mark, if they only looked', async () => {
    expect(await publishedBeside(false)).toBeGreaterThan(0);
  });
});
