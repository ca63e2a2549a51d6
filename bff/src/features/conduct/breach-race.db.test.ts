import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { records } from '../../app';
import { addCandidate, addEvent } from '../../approved.testing';
import { migrations } from '../../migrations';
import { type Db, newId, updateWhere } from '../../platform/db';
import { openThrowawayDb } from '../../platform/db/throwaway';
import { proveCount } from '../../prove-count.testing';
import { type Breach, breachRecord } from './breach.record';
import { findBreach, insertBreach, stepFrom } from './breach.repository';

const nowMs = Date.UTC(2026, 11, 13);
const MANY = proveCount(20);

describe('a breach that many deal with at once', () => {
  let db: Db;
  let candidateId: string;
  beforeEach(async () => {
    db = await openThrowawayDb(records, migrations);
    await db.tx((h) => addEvent(h, 's', nowMs));
    candidateId = (await db.tx((h) => addCandidate(h, { eventId: 's', accountId: 'a', nowMs }, {}, 'approved'))).id;
  });
  afterEach(() => db.close());

  const breachOf = (causeKey: string | null): Breach => ({
    id: newId(),
    bodyId: 'bspia',
    personId: 'p',
    candidateId,
    participantId: 'x',
    sessionId: 's',
    causeKey,
    source: 'door',
    conductId: null,
    item: 'tier-2-2',
    subject: null,
    state: 'proposed',
    facts: Buffer.from('sealed'),
    witness: null,
    openedBy: 'o',
    openedAt: nowMs,
    notifiedOn: null,
    statementUntil: null,
    statement: null,
    drops: false,
    severity: null,
    reason: null,
    proposedBy: 'o',
    decidedBy: null,
    decidedOn: null,
    banUntil: null,
    appealUntil: null,
    appeal: null,
    appealReason: null,
    appealBy: null,
  });
  const all = <T>(act: (at: number) => Promise<T>) => Promise.all(Array.from({ length: MANY }, (_, at) => act(at)));
  const yes = (answers: readonly boolean[]) => answers.filter(Boolean).length;

  it(`is opened once for one cause by ${MANY}, while a twin without the key opens it by each`, async () => {
    expect(yes(await all(() => db.tx((h) => insertBreach(h, breachOf('door:act')))))).toBe(1);
    expect(yes(await all(() => db.tx((h) => insertBreach(h, breachOf(null)))))).toBe(MANY);
  });

  it(`is decided once by ${MANY}, while a twin that looks first and then writes lets all`, async () => {
    const [first, twin] = [breachOf(null), breachOf(null)];
    for (const one of [first, twin]) await db.tx((h) => insertBreach(h, one));
    expect(yes(await all((at) => db.tx((h) => stepFrom(h, first, { state: 'decided', decidedBy: `d${at}` }))))).toBe(1);
    const looks = await all(() => db.read((h) => findBreach(h, twin.id)));
    const open = looks.filter((row) => row?.state === 'proposed');
    const decided = await Promise.all(
      open.map(() => db.tx((h) => updateWhere(h, breachRecord, { id: twin.id }, { state: 'decided' }))),
    );
    expect(decided).toHaveLength(MANY);
  });
});
