import { fen, localDate } from '@jikaotong/shared/kernel';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { records } from '../../app';
import { addEvent } from '../../approved.testing';
import { migrations } from '../../migrations';
import { type Db, updateWhere } from '../../platform/db';
import { openThrowawayDb } from '../../platform/db/throwaway';
import { proveCount } from '../../prove-count.testing';
import { type Award, awardRecord } from './award.record';
import { changeAwardIf, findAward, insertAwards, payAwardIf } from './award.repository';

const nowMs = Date.UTC(2025, 8, 10);
const MANY = proveCount(20);
const PRIZE: Award = {
  id: 'a',
  eventId: 's',
  noticeId: 'n',
  bodyId: 'bspia',
  position: 1,
  code: 'prize-first',
  recipient: 'entrant',
  candidateId: null,
  coach: null,
  unit: null,
  unitKey: null,
  because: [],
  rank: 1,
  fen: fen(600_000),
  giver: null,
  state: 'given',
  reason: null,
  changedBy: null,
  changedAt: null,
  consents: null,
  consentedAt: null,
  paperNumber: null,
  paperIssuedAt: null,
  paidOn: null,
  paidHow: null,
  paidBy: null,
  rankedIn: null,
  keptRank: null,
};

describe('a prize that many clerks pay while others withhold it', () => {
  let db: Db;
  beforeEach(async () => {
    db = await openThrowawayDb(records, migrations);
    await db.tx((h) => addEvent(h, 's', nowMs));
    await db.tx((h) => insertAwards(h, [PRIZE]));
  });
  afterEach(() => db.close());

  const paid = { paidOn: localDate('2025-09-10'), paidHow: 'transfer', paidBy: 'f' } as const;
  const withheld = { state: 'withheld', reason: null, changedBy: 'o', changedAt: nowMs } as const;
  const pay = () => db.tx((h) => payAwardIf(h, PRIZE.id, paid));
  const withhold = () => db.tx((h) => changeAwardIf(h, { id: PRIZE.id, was: 'given' }, withheld));
  const now = () => db.read((h) => findAward(h, PRIZE.id));

  it(`is paid or withheld, by one of ${MANY}`, async () => {
    const acts = Array.from({ length: MANY }, (_, at) => (at % 2 === 0 ? pay() : withhold()));
    const done = (await Promise.all(acts)).map((one, at) => (one ? at % 2 : null)).filter((one) => one !== null);
    expect(done).toHaveLength(1);
    const { state, paidOn } = (await now()) ?? PRIZE;
    expect([state, paidOn]).toEqual(done[0] === 0 ? ['given', '2025-09-10'] : ['withheld', null]);
  });

  it('would be paid and withheld if both looked first and wrote later, the control', async () => {
    expect(await now()).toMatchObject({ state: 'given', paidOn: null });
    await Promise.all([
      db.tx((h) => updateWhere(h, awardRecord, { id: PRIZE.id }, paid)),
      db.tx((h) => updateWhere(h, awardRecord, { id: PRIZE.id }, withheld)),
    ]);
    expect(await now()).toMatchObject({ state: 'withheld', paidOn: '2025-09-10' });
  });
});
