import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { records } from '../../app';
import { addCandidate, addEvent } from '../../approved.testing';
import { migrations } from '../../migrations';
import { type Db, newId, updateWhere } from '../../platform/db';
import { openThrowawayDb } from '../../platform/db/throwaway';
import { proveCount } from '../../prove-count.testing';
import { type Protest, awardBoardRecord } from './award.record';
import { findBoard, lockBoard, setBoardIf, standBoard, turnBoard } from './board.repository';
import { countOpenProtests, decideIf, insertProtest } from './protest.repository';

const nowMs = Date.UTC(2025, 8, 10);
const MANY = proveCount(20);

describe('awards that are locked while protests come and are decided', () => {
  let db: Db;
  let candidateId: string;
  beforeEach(async () => {
    db = await openThrowawayDb(records, migrations);
    await db.tx((h) => addEvent(h, 's', nowMs));
    candidateId = (await db.tx((h) => addCandidate(h, { eventId: 's', accountId: 'a', nowMs }, {}, 'approved'))).id;
    await db.tx((h) => standBoard(h, { noticeId: 'n', bodyId: 'bspia' }));
  });
  afterEach(() => db.close());

  const protestOf = (at: number): Protest => ({
    id: newId(),
    noticeId: 'n',
    bodyId: 'bspia',
    eventId: 's',
    stage: 'final',
    candidateId,
    openKey: `s:${at}`,
    state: 'open',
    revision: 1,
    subject: Buffer.from('sealed'),
    words: Buffer.from('sealed'),
    evidence: [],
    filedAt: nowMs,
    awaitsRevision: null,
    decidedBy: null,
    decidedAt: null,
  });
  const proposed = () => db.tx((h) => updateWhere(h, awardBoardRecord, { noticeId: 'n' }, { state: 'proposed' }));
  /** As filing does: the board first, then the protest, then the turn. */
  const filed = (at: number) =>
    db.tx(async (h) => {
      const board = await lockBoard(h, 'n');
      return board.state !== 'locked' && (await insertProtest(h, protestOf(at))) && (await turnBoard(h, board));
    });
  /** As locking does: the board first, then what stands against it. */
  const locked = () =>
    db.tx(async (h) => {
      const board = await lockBoard(h, 'n');
      if (board.state !== 'proposed' || (await countOpenProtests(h, 'n')) > 0) return false;
      return setBoardIf(h, board, { state: 'locked', lockedAt: nowMs, turn: board.turn + 1 });
    });
  const ended = () =>
    db.read(async (h) => ({ state: (await findBoard(h, 'n')).state, open: await countOpenProtests(h, 'n') }));

  it(`end in one state of ${MANY}: locked without an open protest, or open with those that were filed`, async () => {
    await proposed();
    const all = Array.from({ length: MANY }, (_, at) => (at % 2 === 0 ? locked() : filed(at)));
    const done = await Promise.all(all);
    const { state, open } = await ended();
    expect(state === 'locked' ? open : MANY / 2 - open).toBe(0);
    expect(done.filter((one, at) => one && at % 2 === 0)).toHaveLength(state === 'locked' ? 1 : 0);
  });

  it('would be locked over an open protest if both looked first and wrote later, the control', async () => {
    await proposed();
    const [board, open] = await db.read(async (h) => [await findBoard(h, 'n'), await countOpenProtests(h, 'n')]);
    expect([board.state, open]).toEqual(['proposed', 0]);
    await Promise.all([
      db.tx((h) => insertProtest(h, protestOf(1))),
      db.tx((h) => updateWhere(h, awardBoardRecord, { noticeId: 'n' }, { state: 'locked' })),
    ]);
    expect(await ended()).toEqual({ state: 'locked', open: 1 });
  });

  it(`is decided once by ${MANY}, and what was proposed before is to be proposed anew`, async () => {
    const protest = protestOf(1);
    await db.tx((h) => insertProtest(h, protest));
    await proposed();
    const decided = await Promise.all(
      Array.from({ length: MANY }, () =>
        db.tx(async (h) => {
          const board = await lockBoard(h, 'n');
          const set = { state: 'upheld' as const, awaitsRevision: 2, decidedBy: 'd', decidedAt: nowMs };
          return (await decideIf(h, protest.id, set)) && (await turnBoard(h, board));
        }),
      ),
    );
    expect(decided.filter(Boolean)).toHaveLength(1);
    expect(await ended()).toEqual({ state: 'open', open: 0 });
  });
});
