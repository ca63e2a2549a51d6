import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { records } from '../../app';
import { addApproved, addEvent } from '../../approved.testing';
import { migrations } from '../../migrations';
import { type Db, newId, updateWhere } from '../../platform/db';
import { openThrowawayDb } from '../../platform/db/throwaway';
import { proveCount } from '../../prove-count.testing';
import { participantsOf } from '../participants';
import { type Objection, objectionRecord } from './objection.record';
import { findByReceipt, insertObjection, stepFrom } from './objection.repository';
import { newReceipt } from './receipt';

const MANY = proveCount(20);

describe(`${MANY} at once`, () => {
  let db: Db;
  let participantId: string;
  beforeEach(async () => {
    db = await openThrowawayDb(records, migrations);
    await db.tx((h) => addEvent(h, 's', 0));
    const candidateId = await db.tx((h) => addApproved(h, 's', 'a', 0));
    participantId = await db.read(async (h) => (await participantsOf(h, [candidateId])).get(candidateId)?.id ?? '');
  });
  afterEach(() => db.close());

  const objectionBy = (liveKey: string | null): Objection => ({
    id: newId(),
    bodyId: 'bspia',
    sessionId: 's',
    participantId,
    ticketNumber: '2026121200001',
    receipt: newReceipt(),
    liveKey,
    subject: 'identity',
    state: 'open',
    reasons: Buffer.from('sealed'),
    objectorName: Buffer.from('sealed'),
    objectorPhone: Buffer.from('sealed'),
    filedAt: 0,
    dueOn: null,
    answer: null,
    decidedBy: null,
    decidedAt: null,
    settlement: null,
    settledBy: null,
    settledAt: null,
  });
  const all = <T>(act: (at: number) => Promise<T>) => Promise.all(Array.from({ length: MANY }, (_, at) => act(at)));
  const yes = (answers: readonly boolean[]) => answers.filter(Boolean).length;

  it('file one objection of a phone to a line, while a twin without the key files each', async () => {
    expect(yes(await all(() => db.tx((h) => insertObjection(h, objectionBy('phone:line')))))).toBe(1);
    expect(yes(await all(() => db.tx((h) => insertObjection(h, objectionBy(null)))))).toBe(MANY);
  });

  it('answer an objection once, while a twin that looks first answers it for each', async () => {
    const [first, twin] = [objectionBy(null), objectionBy(null)];
    for (const one of [first, twin]) await db.tx((h) => insertObjection(h, one));
    expect(yes(await all((at) => db.tx((h) => stepFrom(h, first, { state: 'upheld', decidedBy: `d${at}` }))))).toBe(1);
    const looks = await all(() => db.read((h) => findByReceipt(h, twin.receipt)));
    const open = looks.filter((row) => row?.state === 'open');
    const done = await Promise.all(
      open.map(() =>
        db.tx(async (h) => (await updateWhere(h, objectionRecord, { id: twin.id }, { state: 'rejected' })) === 1),
      ),
    );
    expect(yes(done)).toBe(MANY);
  });
});
