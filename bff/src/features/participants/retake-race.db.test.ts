import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { records } from '../../app';
import { addCandidate, addEvent } from '../../approved.testing';
import { migrations } from '../../migrations';
import { type Db, isDuplicate } from '../../platform/db';
import { openThrowawayDb } from '../../platform/db/throwaway';
import { proveCount } from '../../prove-count.testing';
import { retakeKeyOf } from '../candidates';
import { countExaminedRetakes, holdRetake } from './retake.repository';

const nowMs = Date.UTC(2026, 10, 24);
const MANY = proveCount(20);

describe('one chance that many ask for at once', () => {
  let db: Db;
  beforeEach(async () => {
    db = await openThrowawayDb(records, migrations);
    await db.tx((h) => addEvent(h, 's', nowMs));
  });
  afterEach(() => db.close());

  /** What beginning a retake writes, once everybody has looked how many there were. */
  const begin = async (at: number, known: { readonly retakeKey: string | null }) => {
    try {
      const of = { eventId: 's', accountId: `a${at}`, nowMs };
      await db.tx((h) => addCandidate(h, of, { retakeOfId: 'root', subjects: ['skill'], ...known }, 'draft'));
      return true;
    } catch (error) {
      if (!isDuplicate(error, 'uq_candidate_retake')) throw error;
      return false;
    }
  };
  const all = <T>(act: (at: number) => Promise<T>) => Promise.all(Array.from({ length: MANY }, (_, at) => act(at)));

  it(`is given to one of ${MANY}, while a twin without the key gives it to all`, async () => {
    const looks = await all(() => db.read((h) => countExaminedRetakes(h, 'root')));
    const begun = await all((at) => begin(at, { retakeKey: retakeKeyOf('root', looks[at] ?? 0) }));
    expect(begun.filter(Boolean)).toHaveLength(1);
    expect((await all((at) => begin(at, { retakeKey: null }))).filter(Boolean)).toHaveLength(MANY);
  });

  it('is another one once a retake was examined', async () => {
    expect(await begin(0, { retakeKey: retakeKeyOf('root', 0) })).toBe(true);
    const late = await db.tx((h) =>
      addCandidate(
        h,
        { eventId: 's', accountId: 'late', nowMs },
        { retakeOfId: 'root', subjects: ['skill'] },
        'lapsed',
      ),
    );
    expect(await db.tx((h) => holdRetake(h, late))).toBe(false);
    await db.tx((h) => h.run("UPDATE participant SET results_published_on = '2026-12-18' WHERE state = 'draft'"));
    expect(await db.tx((h) => holdRetake(h, late))).toBe(true);
  });
});
