import { localDate } from '@jikaotong/shared/kernel';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { records } from '../../app';
import { addApproved, addEvent } from '../../approved.testing';
import { migrations } from '../../migrations';
import { type Db, insert, newId, updateWhere } from '../../platform/db';
import { openThrowawayDb } from '../../platform/db/throwaway';
import { proveCount } from '../../prove-count.testing';
import { type Certificate, certificateRecord } from './certificate.record';
import { collectionRecord } from './collection.record';
import { beginCollections, changeOnHand, findCollection, noteCollected, noteDuplicate } from './collection.repository';

const MANY = proveCount(10);
const many = Array.from({ length: MANY }, (_, at) => at);
const on = localDate('2026-12-30');

describe(`${MANY} clerks at once`, () => {
  let db: Db;
  let id: string;
  beforeEach(async () => {
    db = await openThrowawayDb(records, migrations);
    id = newId();
    await db.tx(async (h) => {
      await addEvent(h, 's', 0);
      const candidateId = await addApproved(h, 's', 'a', 0);
      const certificate: Certificate = {
        id,
        bodyId: 'b',
        sessionId: 's',
        candidateId,
        liveKey: candidateId,
        personId: 'p',
        batchId: 'x',
        number: 'S000011000123265000001',
        state: 'issued',
        name: '安娜',
        documentType: 'resident-id',
        documentNumber: Buffer.from('sealed'),
        photoFileId: 'f',
        offering: { code: 'installer-5', occupation: '安全防范系统安装维护员', workType: null, level: 5 },
        bodyName: '协会',
        issuedOn: on,
        issuedAt: 0,
        issuedBy: 'c',
        token: 't',
        outdatedAt: null,
        voidedAt: null,
        voidedBy: null,
        voidReason: null,
        replacedById: null,
        duplicates: 0,
        duplicatedOn: null,
        duplicatedBy: null,
        duplicateReason: null,
        registeredOn: null,
        registeredBy: null,
      };
      await insert(h, certificateRecord, certificate);
      await beginCollections(h, [certificate]);
    });
  });
  afterEach(() => db.close());

  const yes = async (acts: Promise<boolean>[]) => (await Promise.all(acts)).filter(Boolean).length;
  const taken = { method: 'in-person', collectedOn: on, collectedBy: 'c' } as const;

  it('hand a certificate over once', async () => {
    expect(await yes(many.map(() => db.tx((h) => noteCollected(h, id, taken))))).toBe(1);
  });

  it('hand it over to everybody in a twin that looks first', async () => {
    const looks = await Promise.all(many.map(() => db.read((h) => findCollection(h, id))));
    const acts = looks.map(
      ({ collectedOn }) =>
        collectedOn === null && db.tx(async (h) => (await updateWhere(h, collectionRecord, { id }, taken)) === 1),
    );
    expect(await yes(acts.map((act) => Promise.resolve(act)))).toBe(MANY);
  });

  it('send it or hand it over, never both', async () => {
    const parcel = { carrier: '顺丰速运', trackingNumber: 'SF1', sentOn: on };
    await db.tx((h) => noteCollected(h, id, taken));
    expect(await yes(many.map(() => db.tx((h) => changeOnHand(h, id, parcel))))).toBe(0);
  });

  it('print it again once for each count that was seen', async () => {
    const set = { duplicatedOn: on, duplicatedBy: 'c', duplicateReason: null };
    const again = (duplicates: number) => db.tx((h) => noteDuplicate(h, { id, duplicates }, set));
    expect(await yes(many.map(() => again(0)))).toBe(1);
    expect(await yes(many.map(() => again(1)))).toBe(1);
    expect(await db.read((h) => h.repo(certificateRecord).findOneByOrFail({ id }))).toMatchObject({ duplicates: 2 });
  });
});
