import { localDate } from '@jikaotong/shared/kernel';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { records } from '../../app';
import { addCandidate, addEvent } from '../../approved.testing';
import { migrations } from '../../migrations';
import { type Db, insert, newId } from '../../platform/db';
import { openThrowawayDb } from '../../platform/db/throwaway';
import { proveCount } from '../../prove-count.testing';
import { claimTelling } from './staff-message.repository';
import { staffMessageRecord } from './staff-message.record';

const MANY = proveCount(20);
const tappers = Array.from({ length: MANY }, (_, at) => at);

// Nobody hears the same twice a day, whoever of the staff taps and however often.
describe(`${MANY} of the staff who tell one candidate the same at once`, () => {
  let db: Db;
  let candidateId: string;
  beforeEach(async () => {
    db = await openThrowawayDb(records, migrations);
    candidateId = await db.tx(async (h) => {
      await addEvent(h, 's1', 0);
      return (await addCandidate(h, { eventId: 's1', accountId: 'a1', nowMs: 0 }, { documentIndex: 'd' }, 'approved'))
        .id;
    });
  });
  afterEach(() => db.close());
  const telling = () => ({
    bodyId: 'bspia',
    sessionId: 's1',
    candidateId,
    template: 'pay' as const,
    onDay: localDate('2026-12-01'),
    byAccountId: 'a1',
    nowMs: 0,
  });
  const told = () => db.read((h) => h.repo(staffMessageRecord).countBy({ candidateId }));

  // The control: without the unique key each looks, finds nothing, and tells.
  it('would all tell if each looked first and wrote afterwards', async () => {
    const seen = await Promise.all(tappers.map(told));
    const sent = await Promise.all(
      seen.map((count, at) =>
        db.tx(async (h) => {
          if (count > 0) return false;
          const { nowMs, ...row } = telling();
          const onDay = localDate(`2027-01-${String(at + 1).padStart(2, '0')}`);
          await insert(h, staffMessageRecord, { ...row, id: newId(), onDay, messageId: null, at: nowMs });
          return true;
        }),
      ),
    );
    expect(sent.filter(Boolean).length).toBeGreaterThan(1);
  });

  it('tell once', async () => {
    const claims = await Promise.all(tappers.map(() => db.tx((h) => claimTelling(h, telling()))));
    expect(claims.filter((claim) => claim !== null)).toHaveLength(1);
    expect(await told()).toBe(1);
    const tomorrow = { ...telling(), onDay: localDate('2026-12-02') };
    expect(await db.tx((h) => claimTelling(h, tomorrow))).not.toBeNull();
  });
});
