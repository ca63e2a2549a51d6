import { localDate } from '@jikaotong/shared/kernel';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeCancelled } from '.';
import { records } from '../../app';
import { addStage } from '../../approved.testing';
import { migrations } from '../../migrations';
import { type Db, type Handle, updateWhere } from '../../platform/db';
import { openThrowawayDb } from '../../platform/db/throwaway';
import { proveCount } from '../../prove-count.testing';
import { refusalIn } from '../../platform/http';
import { lockStageEvent } from '../sessions';
import { isMarked } from './judge-mark.repository';
import { judgingRecord } from './judging.record';
import { type Judging, findJudging, standJudging, start, takeJudgingTurn } from './judging.repository';

const MANY = proveCount(12);
/** At full count two transactions a round that wait for one another. */
const MANY_ROUNDS_MS = 300_000;
const at = { stageId: 's', part: 'skill' } as const;
const now = { ms: 1, wallMs: 1, day: localDate('2025-07-28') };

describe('a judge whose mark arrives while the stage is being cancelled', () => {
  let db: Db;
  beforeEach(async () => {
    db = await openThrowawayDb(records, migrations);
    await db.tx(async (h) => {
      await addStage(h, 's');
      await standJudging(h, { ...at, bodyId: 'bspia', noticeId: 'n' });
    });
  });
  afterEach(() => db.close());

  const reopen = () =>
    db.tx(async (h) => {
      await updateWhere(h, judgingRecord, at, { lockedAt: null, startedAt: null });
      await h.run("UPDATE event SET state = 'published' WHERE id = 's'");
    });
  const mark = (judging: Judging) =>
    db.tx(async (h) => {
      const isOpen = await takeJudgingTurn(h, judging);
      if (isOpen) await start(h, judging.id, 1);
      return isOpen;
    });
  const writeCancelled = (h: Handle) => h.run("UPDATE event SET state = 'cancelled' WHERE id = 's'");
  const cancel = () =>
    db
      .tx(async (h) => {
        await lockStageEvent(h, 's');
        await closeCancelled({ h, now }, { stageId: 's' });
        await writeCancelled(h);
        return true;
      })
      .catch((error: unknown) => {
        if (refusalIn(error) === null) throw error;
        return false;
      });

  /** How often a mark was taken and the stage cancelled all the same, over and over; `stuck`: how often neither went through. */
  const rounds = async (guarded: boolean) => {
    let [both, stuck] = [0, 0];
    for (let round = 0; round < MANY; round += 1) {
      await reopen();
      const judging = await db.read((h) => findJudging(h, at));
      if (!judging) throw new Error('no judging');
      // the control: whether anything was marked is asked before, as a handler would that only looks
      const looked = guarded ? false : await db.read((h) => isMarked(h, 's'));
      const cancelling = guarded
        ? cancel()
        : db.tx(async (h) => {
            if (!looked) await writeCancelled(h);
            return !looked;
          });
      const [marked, cancelled] = await Promise.all([mark(judging), cancelling]);
      if (marked && cancelled) both += 1;
      if (!marked && !cancelled) stuck += 1;
    }
    return { both, stuck };
  };

  it('is marked or the stage is cancelled, never both', { timeout: MANY_ROUNDS_MS }, async () => {
    expect(await rounds(true)).toEqual({ both: 0, stuck: 0 });
  });

  it('would be marked in a stage that is not held, if it was only looked', { timeout: MANY_ROUNDS_MS }, async () => {
    expect((await rounds(false)).both).toBeGreaterThan(0);
  });
});
