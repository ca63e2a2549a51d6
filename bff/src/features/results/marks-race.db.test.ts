import type { SubjectCode } from '@jikaotong/shared/notice';
import type { Score } from '@jikaotong/shared/kernel';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { records } from '../../app';
import { addApproved, addEvent } from '../../approved.testing';
import { migrations } from '../../migrations';
import { type Db, insert, isDuplicate, newId, updateWhere } from '../../platform/db';
import { openThrowawayDb } from '../../platform/db/throwaway';
import { proveCount } from '../../prove-count.testing';
import { participantsOf } from '../participants';
import { holdOne, releaseOne } from './hold.repository';
import { type StoredResult, resultHoldRecord, resultRecord } from './result.record';
import { confirmMark, currentOf, insertResults } from './result.repository';

const MANY = proveCount(20);

describe(`${MANY} who mark, confirm and hold at once`, () => {
  let db: Db;
  let participantId: string;
  beforeEach(async () => {
    db = await openThrowawayDb(records, migrations);
    await db.tx((h) => addEvent(h, 's', 0));
    const candidateId = await db.tx((h) => addApproved(h, 's', 'a', 0));
    participantId = await db.read(async (h) => (await participantsOf(h, [candidateId])).get(candidateId)?.id ?? '');
  });
  afterEach(() => db.close());

  const all = <T>(act: (at: number) => Promise<T>) => Promise.all(Array.from({ length: MANY }, (_, at) => act(at)));
  const yes = (answers: readonly boolean[]) => answers.filter(Boolean).length;
  const markOf = (at: number, version: number, subject: SubjectCode = 'theory'): StoredResult => ({
    id: newId(),
    sessionId: 's',
    participantId,
    subject,
    version,
    score: (5_000 + at) as Score,
    special: null,
    reviewId: null,
    recordedBy: 'marker',
    recordedAt: 0,
    confirmedBy: null,
    confirmedAt: null,
  });
  /** Whether a mark was taken; one that somebody was faster with is not. */
  const key = async (mark: StoredResult): Promise<boolean> => {
    try {
      await db.tx((h) => insertResults(h, [mark]));
      return true;
    } catch (error) {
      if (isDuplicate(error, 'uq_result_version')) return false;
      throw error;
    }
  };

  it('key one mark in as the next version, while a twin that takes whichever is free keeps them all', async () => {
    expect(yes(await all((at) => key(markOf(at, 1))))).toBe(1);
    expect(yes(await all((at) => key(markOf(at, at + 1, 'skill'))))).toBe(MANY);
  });

  it('confirm a mark once, and never their own, while a twin that looks first confirms it for each', async () => {
    const [mark, twin] = [markOf(1, 1), markOf(2, 1, 'skill')];
    await db.tx((h) => insertResults(h, [mark, twin]));
    const by = (at: number) => ({ accountId: `checker-${at}`, nowMs: 1 });
    expect(await db.tx((h) => confirmMark(h, mark.id, { accountId: 'marker', nowMs: 1 }))).toBe(false);
    expect(yes(await all((at) => db.tx((h) => confirmMark(h, mark.id, by(at)))))).toBe(1);
    const looks = await all(() => db.read((h) => currentOf(h, [participantId])));
    const open = looks.filter((marks) => marks.find(({ id }) => id === twin.id)?.confirmedBy === null);
    const done = await Promise.all(
      open.map((_, at) =>
        db.tx(async (h) => (await updateWhere(h, resultRecord, { id: twin.id }, { confirmedBy: `c${at}` })) === 1),
      ),
    );
    expect(yes(done)).toBe(MANY);
  });

  it('hold a result once and let it go once, while a twin without the key holds it for each', async () => {
    const hold = { bodyId: 'bspia', sessionId: 's', participantId, cause: 'mark' as const, heldAt: 0, heldBy: 'm' };
    expect(yes(await all(() => db.tx((h) => holdOne(h, hold))))).toBe(1);
    const release = () => db.tx((h) => releaseOne(h, { participantId, cause: 'mark' }, 1));
    expect(yes(await all(release))).toBe(1);
    await all(() =>
      db.tx((h) => insert(h, resultHoldRecord, { ...hold, id: newId(), liveKey: null, releasedAt: null })),
    );
    const held = await db.read((h) => h.repo(resultHoldRecord).countBy({ participantId }));
    expect(held).toBe(MANY + 1);
  });
});
