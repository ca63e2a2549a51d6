import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { records } from '../../app';
import { addApproved, addEvent } from '../../approved.testing';
import { migrations } from '../../migrations';
import { type Db, insert, newId, updateWhere } from '../../platform/db';
import { openThrowawayDb } from '../../platform/db/throwaway';
import { proveCount } from '../../prove-count.testing';
import { type Correction, correctionRecord } from './correction.record';
import { endIfOpen, findCorrection, insertCorrection } from './correction.repository';

const MANY = proveCount(20);
const NOW = 1_764_000_000_000;
const SEALED = Buffer.from('sealed');

const correctionOf = (candidateId: string): Correction => ({
  id: newId(),
  bodyId: 'bspia',
  candidateId,
  openKey: candidateId,
  state: 'open',
  fields: ['name'],
  documentReason: null,
  identityBefore: SEALED,
  identityAfter: SEALED,
  photoBefore: null,
  photoAfter: null,
  reason: SEALED,
  evidence: [],
  refusal: null,
  askedAt: NOW,
  decidedAt: null,
  decidedBy: null,
});
const accepted = { state: 'accepted', refusal: null, decidedAt: NOW, decidedBy: null } as const;

describe(`${MANY} at once`, () => {
  let db: Db;
  let candidateId: string;
  beforeEach(async () => {
    db = await openThrowawayDb(records, migrations);
    candidateId = await db.tx(async (h) => {
      await addEvent(h, 's', NOW);
      return addApproved(h, 's', 'anna', NOW);
    });
  });
  afterEach(() => db.close());

  const many = <T>(act: () => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: MANY }, act));
  const ask = () => db.tx((h) => insertCorrection(h, correctionOf(candidateId)));

  it('ask for a correction of one application: one stands', async () => {
    expect((await many(ask)).filter(Boolean)).toHaveLength(1);
  });

  it('stand all in a twin that looks whether one does before it writes', async () => {
    const looks = await many(() => db.read((h) => h.repo(correctionRecord).countBy({ candidateId, state: 'open' })));
    for (const look of looks)
      if (look === 0) await db.tx((h) => insert(h, correctionRecord, { ...correctionOf(candidateId), openKey: null }));
    expect(await db.read((h) => h.repo(correctionRecord).countBy({ candidateId, state: 'open' }))).toBe(MANY);
  });

  it('decide one correction: one decides', async () => {
    const row = correctionOf(candidateId);
    await db.tx((h) => insertCorrection(h, row));
    const decided = await many(() => db.tx((h) => endIfOpen(h, row.id, accepted)));
    expect(decided.filter(Boolean)).toHaveLength(1);
  });

  it('decide all in a twin that looks before it writes', async () => {
    const row = correctionOf(candidateId);
    await db.tx((h) => insertCorrection(h, row));
    const looks = await many(() => db.read((h) => findCorrection(h, row.id)));
    const decided: number[] = [];
    for (const look of looks)
      if (look?.state === 'open')
        decided.push(await db.tx((h) => updateWhere(h, correctionRecord, { id: row.id }, accepted)));
    expect(decided.filter((changed) => changed === 1)).toHaveLength(MANY);
  });
});
