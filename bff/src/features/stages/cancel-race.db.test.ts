import { PASS_SCORE } from '@jikaotong/shared/kernel';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { records } from '../../app';
import { addCandidate, addStage } from '../../approved.testing';
import { migrations } from '../../migrations';
import { type Db, insert, updateWhere } from '../../platform/db';
import { openThrowawayDb } from '../../platform/db/throwaway';
import { refusalIn } from '../../platform/http';
import { proveCount } from '../../prove-count.testing';
import { participantsIn } from '../participants';
import { lockStageEvent } from '../sessions';
import { openDesk, takeTurn } from './desk.repository';
import { changeEntrantIf, entrantsIn, hasStarted } from './entrant.repository';
import { refuseBegun, refuseHeld } from './next-stage';
import { type StageEntrant, stageEntrantRecord } from './stage.record';

const MANY = proveCount(12);
/** At full count two transactions a round that wait for one another. */
const MANY_ROUNDS_MS = 300_000;

describe('a mark that is keyed in while the stage is being cancelled', () => {
  let db: Db;
  beforeEach(async () => {
    db = await openThrowawayDb(records, migrations);
    await db.tx(async (h) => {
      await addStage(h, 's');
      const { id: candidateId } = await addCandidate(h, { eventId: 's', accountId: 'a', nowMs: 0 }, {}, 'approved');
      const [participant] = (await participantsIn(h, [candidateId])).get(candidateId) ?? [];
      const by = { frozenAt: 0, frozenBy: 'a', turn: 0, revision: 0, noticeVersionId: null, publishedAt: null };
      await openDesk(h, { id: 's', bodyId: 'bspia', noticeId: 'n', ...by });
      await insert(h, stageEntrantRecord, {
        id: 'e',
        stageId: 's',
        participantId: participant?.id ?? '',
        candidateId,
        number: 1,
        rankingGroup: null,
        version: 0,
        theory: null,
        theoryOpenBy: null,
        skill: null,
        skillOpenBy: null,
        standing: 'present',
        standingOpenBy: null,
        rank: null,
        place: 1,
      });
    });
  });
  afterEach(() => db.close());

  const reopen = async (): Promise<StageEntrant> => {
    await db.tx(async (h) => {
      await updateWhere(h, stageEntrantRecord, { id: 'e' }, { theory: null });
      await h.run("UPDATE event SET state = 'published' WHERE id = 's'");
    });
    const [entrant] = await db.read((h) => entrantsIn(h, 's'));
    if (!entrant) throw new Error('nobody on the roster');
    return entrant;
  };
  const writeCancelled = "UPDATE event SET state = 'cancelled' WHERE id = 's'";

  const noteGuarded = (entrant: StageEntrant) =>
    db.tx(async (h) => {
      if (!(await takeTurn(h, { id: 's', revision: 0 }))) return false;
      return changeEntrantIf(h, entrant, { theory: PASS_SCORE });
    });
  const cancelGuarded = () =>
    db
      .tx(async (h) => {
        await lockStageEvent(h, 's');
        await refuseHeld({ h }, { stageId: 's' });
        await h.run(writeCancelled);
        return true;
      })
      .catch((error: unknown) => {
        if (refusalIn(error) === null) throw error;
        return false;
      });

  /** How often a mark was noted and the stage cancelled all the same, over and over; `stuck`: how often neither went through. */
  const rounds = async (guarded: boolean) => {
    let [both, stuck] = [0, 0];
    for (let round = 0; round < MANY; round += 1) {
      const entrant = await reopen();
      // the control: each asks for the other before it writes, and holds nothing
      const begun = guarded ? true : await db.read((h) => hasStarted(h, 's'));
      const noting = guarded ? noteGuarded(entrant) : db.tx((h) => changeEntrantIf(h, entrant, { theory: PASS_SCORE }));
      const cancelling = guarded ? cancelGuarded() : db.tx(async (h) => !begun && (await h.run(writeCancelled)) === 1);
      const [noted, cancelled] = await Promise.all([noting, cancelling]);
      if (noted && cancelled) both += 1;
      if (!noted && !cancelled) stuck += 1;
    }
    return { both, stuck };
  };

  it('is noted or the stage is cancelled, never both', { timeout: MANY_ROUNDS_MS }, async () => {
    expect(await rounds(true)).toEqual({ both: 0, stuck: 0 });
  });

  it('would be noted in a stage that is not held, if each only looked', { timeout: MANY_ROUNDS_MS }, async () => {
    expect((await rounds(false)).both).toBeGreaterThan(0);
  });

  const moveGuarded = () =>
    db
      .tx(async (h) => {
        await refuseBegun({ h }, { stageId: 's' });
        return true;
      })
      .catch((error: unknown) => {
        if (refusalIn(error) === null) throw error;
        return false;
      });

  /** A mark is noted and not kept yet when somebody moves the stage; whether it is moved all the same. */
  const movedDespite = async (guarded: boolean) => {
    const entrant = await reopen();
    // the control: it asks before, and holds nothing
    const wasBegun = guarded ? null : await db.read((h) => hasStarted(h, 's'));
    const [noted, begun] = [gate(), gate()];
    const noting = db.tx(async (h) => {
      await takeTurn(h, { id: 's', revision: 0 });
      await changeEntrantIf(h, entrant, { theory: PASS_SCORE });
      noted.open();
      await begun.opened;
    });
    await noted.opened;
    const moving = guarded ? moveGuarded() : Promise.resolve(wasBegun === false);
    begun.open();
    await noting;
    return moving;
  };

  it('is waited for by whoever moves the stage, which is refused then', async () => {
    expect(await movedDespite(true)).toBe(false);
    expect(await movedDespite(false)).toBe(true);
  });

  it('is refused once the stage is cancelled, also where ranks were published without a mark', async () => {
    const entrant = await reopen();
    expect(await cancelGuarded()).toBe(true);
    expect(await noteGuarded(entrant)).toBe(false);
    await reopen();
    await db.tx((h) => h.run("UPDATE stage_desk SET revision = 1 WHERE id = 's'"));
    expect(await cancelGuarded()).toBe(false);
  });
});

/** Something that one waits for and another lets happen. */
function gate() {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}
