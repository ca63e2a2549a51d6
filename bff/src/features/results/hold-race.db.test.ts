import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { records } from '../../app';
import { addCandidate, addEvent } from '../../approved.testing';
import { migrations } from '../../migrations';
import type { Db } from '../../platform/db';
import { openThrowawayDb } from '../../platform/db/throwaway';
import { proveCount } from '../../prove-count.testing';
import { participantsOf } from '../participants';
import { heldAmong, holdOne, releaseOne } from './hold.repository';

const nowMs = Date.UTC(2026, 11, 13);
const MANY = proveCount(20);

describe('a result that many causes hold', () => {
  let db: Db;
  let participantId: string;
  beforeEach(async () => {
    db = await openThrowawayDb(records, migrations);
    await db.tx((h) => addEvent(h, 's', nowMs));
    const { id } = await db.tx((h) => addCandidate(h, { eventId: 's', accountId: 'a', nowMs }, {}, 'approved'));
    participantId = (await db.read((h) => participantsOf(h, [id]))).get(id)?.id ?? '';
  });
  afterEach(() => db.close());

  const cause = (at: number) => ({ participantId, cause: 'breach' as const, of: `case-${at}` });
  const hold = (at: number) =>
    db.tx((h) => holdOne(h, { ...cause(at), bodyId: 'bspia', sessionId: 's', heldAt: nowMs, heldBy: 'o' }));
  const isHeld = async () => (await db.read((h) => heldAmong(h, [participantId]))).has(participantId);
  const all = <T>(act: (at: number) => Promise<T>, from = 0) =>
    Promise.all(Array.from({ length: MANY - from }, (_, at) => act(at + from)));

  it(`is held once a cause by ${MANY} at once`, async () => {
    expect((await all(() => hold(0))).filter(Boolean)).toHaveLength(1);
  });

  it(`stays held while one of ${MANY} causes is undecided, where a twin that lets go by the person alone does not`, async () => {
    await all(hold);
    await all((at) => db.tx((h) => releaseOne(h, cause(at), nowMs)), 1);
    expect(await isHeld()).toBe(true);
    expect(await db.tx((h) => releaseOne(h, cause(0), nowMs))).toBe(true);
    expect(await isHeld()).toBe(false);

    await all(hold);
    const twin = 'UPDATE result_hold SET live_key = NULL, released_at = ? WHERE participant_id = ?';
    await db.tx((h) => h.run(twin, [new Date(nowMs), participantId]));
    expect(await isHeld()).toBe(false);
  });
});
