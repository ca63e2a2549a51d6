import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PASS_SCORE } from '@jikaotong/shared/kernel';
import { records } from '../../app';
import { addStage } from '../../approved.testing';
import { migrations } from '../../migrations';
import { type Db, type Handle, insert } from '../../platform/db';
import { openThrowawayDb } from '../../platform/db/throwaway';
import { proveCount } from '../../prove-count.testing';
import { judgesOf, setPlaces } from './judge.repository';
import { addMark, marksOfJudge } from './judge-mark.repository';
import { covers } from './judging-now';
import { judgeRecord, judgingRecord } from './judging.record';
import { takeJudgingTurn } from './judging.repository';

const MANY = proveCount(12);
/** At full count two transactions a round that wait for one another. */
const MANY_ROUNDS_MS = 300_000;
const judging = { id: 'g' };
const place = { heat: 2, station: 1 };

describe('a judge who marks in a heat at the moment it is taken away', () => {
  let db: Db;
  beforeEach(async () => {
    db = await openThrowawayDb(records, migrations);
    await db.tx(async (h) => {
      await addStage(h, 's');
      await insert(h, judgingRecord, {
        id: 'g',
        stageId: 's',
        part: 'skill',
        bodyId: 'bspia',
        noticeId: 'n',
        version: 1,
        turn: 0,
        keyHolders: [],
        startedAt: null,
        proposedBy: null,
        proposedAt: null,
        proposedTurn: null,
        lockedBy: null,
        lockedAt: null,
      });
    });
  });
  afterEach(() => db.close());

  const assign = (id: string) =>
    db.tx((h) =>
      insert(h, judgeRecord, {
        id,
        judgingId: 'g',
        bodyId: 'bspia',
        name: 'n',
        unit: 'u',
        heats: [1, 2],
        stations: null,
        state: 'open',
        accountId: null,
        phone: null,
        phoneIndex: null,
        linkHash: null,
        heardAt: null,
        waiting: null,
        assignedBy: 'a',
        assignedAt: 1,
        revokedAt: null,
        seatAccount: null,
        voidedAt: null,
        voidedBy: null,
        voidReason: null,
      }),
    );
  const isTheirs = async (h: Handle, id: string) => {
    const judge = (await judgesOf(h, 'g')).find((one) => one.id === id);
    return judge !== undefined && covers(judge, place);
  };
  const mark = (h: Handle, judgeId: string) =>
    addMark(h, {
      id: `m-${judgeId}`,
      judgingId: 'g',
      judgeId,
      placeId: 'p',
      candidateId: 'c',
      run: 1,
      version: 1,
      marks: [],
      total: PASS_SCORE,
      source: 'phone',
      openBy: null,
    });
  const narrow = (h: Handle, id: string) => setPlaces(h, id, { heats: [1], stations: null });

  /** How often a mark stands in a heat that is not its judge's any more. */
  const strays = async (guarded: boolean) => {
    let count = 0;
    for (let round = 0; round < MANY; round += 1) {
      const id = `j${round}`;
      await assign(id);
      // the control: both looked before either wrote
      const looked = guarded || (await db.read((h) => isTheirs(h, id)));
      const marking = db.tx(async (h) => {
        if (guarded) await takeJudgingTurn(h, judging);
        return (guarded ? await isTheirs(h, id) : looked) && mark(h, id);
      });
      const narrowing = db.tx(async (h) => {
        if (guarded) await takeJudgingTurn(h, judging);
        return (guarded ? (await marksOfJudge(h, id)).length === 0 : looked) && narrow(h, id);
      });
      if ((await Promise.all([marking, narrowing])).every(Boolean)) count += 1;
    }
    return count;
  };

  it('marks or loses the heat, never both', { timeout: MANY_ROUNDS_MS }, async () => {
    expect(await strays(true)).toBe(0);
  });

  it('would leave marks behind, if both only looked first', { timeout: MANY_ROUNDS_MS }, async () => {
    expect(await strays(false)).toBe(MANY);
  });
});
