import { localDate } from '@jikaotong/shared/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { records } from '../../app';
import { addCandidate, addEvent } from '../../approved.testing';
import { migrations } from '../../migrations';
import { type Db, newId, updateWhere } from '../../platform/db';
import { openThrowawayDb } from '../../platform/db/throwaway';
import { proveCount } from '../../prove-count.testing';
import { attendanceRecord } from './training.record';
import { addTraining, putAttendance } from './training.repository';

const nowMs = Date.UTC(2025, 6, 20);
const MANY = proveCount(20);

describe('two desks that say at once whether somebody came', () => {
  let db: Db;
  let candidateId: string;
  beforeAll(async () => {
    db = await openThrowawayDb(records, migrations);
    await db.tx((h) => addEvent(h, 's', nowMs));
    candidateId = (await db.tx((h) => addCandidate(h, { eventId: 's', accountId: 'a', nowMs }, {}, 'approved'))).id;
  });
  afterAll(() => db.close());

  const aTraining = async (): Promise<string> => {
    const id = newId();
    const said = { bodyId: 'bspia', noticeId: 'n', stage: 'preliminary' as const, eventId: 's', version: 1 };
    const when = { day: localDate('2025-07-20'), startsAt: '09:00', endsAt: null, place: 'p', note: null };
    const by = { setAt: nowMs, setBy: 'a', cancelledAt: null, cancelReason: null };
    await db.tx((h) => addTraining(h, { id, ...said, ...when, ...by }));
    return id;
  };
  type Put = typeof putAttendance;
  /** Of two who saw that nothing was said, how many were told that theirs is noted; and the version in the end. */
  const bothSay = async (put: Put) => {
    const trainingId = await aTraining();
    const says = (state: 'came' | 'absent') =>
      db.tx((h) => put(h, { trainingId, candidateId, version: 0 }, { state, notedAt: nowMs, notedBy: 'a' }));
    const noted = (await Promise.all([says('came'), says('absent')])).filter(Boolean).length;
    const row = await db.read((h) => h.repo(attendanceRecord).findOneByOrFail({ trainingId, candidateId }));
    return { noted, version: row.version };
  };

  it('are noted once, and the other is asked to look again', { timeout: 120_000 }, async () => {
    for (let time = 0; time < MANY; time += 1) expect(await bothSay(putAttendance)).toEqual({ noted: 1, version: 1 });
  });

  it('would both be told that theirs is noted without the version', async () => {
    const unguarded: Put = async (h, at, set) => {
      if (await putAttendance(h, at, set)) return true;
      const { trainingId } = at;
      return (await updateWhere(h, attendanceRecord, { trainingId, candidateId: at.candidateId }, set)) === 1;
    };
    expect((await bothSay(unguarded)).noted).toBe(2);
  });
});
