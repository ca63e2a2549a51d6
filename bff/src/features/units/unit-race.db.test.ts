import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { unitList } from '@jikaotong/shared/lists';
import { records } from '../../app';
import { migrations } from '../../migrations';
import { cryptoOf } from '../../platform/crypto';
import { type Db, insert, newId, updateWhere } from '../../platform/db';
import { openThrowawayDb } from '../../platform/db/throwaway';
import { planFaults } from '../../platform/lists/plan.testing';
import { proveCount } from '../../prove-count.testing';
import { addInvitation, endInvitation, findInvitation } from './agent.repository';
import { unitSource } from './unit-list.repository';
import { type Unit, unitInvitationRecord, unitRecord } from './unit.record';
import { changeUnitIf, findUnit, holdCode, insertUnit } from './unit.repository';

const MANY = proveCount(12);
const NOW = 1_764_000_000_000;
const SEALED = Buffer.from('sealed');
const CODE = '91350100M000100Y43';

const unitOf = (given: Partial<Unit> = {}): Unit => ({
  id: newId(),
  bodyId: 'bspia',
  name: '甲公司',
  kind: 'company',
  code: CODE,
  codeKey: null,
  address: SEALED,
  contactName: SEALED,
  contactPhone: SEALED,
  contactPhoneIndex: 'i',
  proofFileId: 'f',
  state: 'submitted',
  version: 1,
  registeredAt: NOW,
  ...given,
});

describe(`${MANY} at once`, () => {
  let db: Db;
  beforeEach(async () => {
    db = await openThrowawayDb(records, migrations);
  });
  afterEach(() => db.close());
  const many = <T>(act: () => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: MANY }, act));

  it('register one code: all stand, one holds it', async () => {
    const held = await many(() =>
      db.tx(async (h) => {
        const unit = unitOf();
        await insertUnit(h, unit);
        return holdCode(h, unit);
      }),
    );
    expect(held.filter(Boolean)).toHaveLength(1);
    expect(await db.read((h) => h.repo(unitRecord).countBy({ code: CODE }))).toBe(MANY);
  });

  it('hold it all in a twin that looks before it writes, without the key', async () => {
    const looks = await many(() => db.read((h) => h.repo(unitRecord).countBy({ code: CODE })));
    for (const look of looks) if (look === 0) await db.tx((h) => insertUnit(h, unitOf({ codeKey: null })));
    expect(await db.read((h) => h.repo(unitRecord).countBy({ code: CODE }))).toBe(MANY);
  });

  it('decide on one unit: one does', async () => {
    const unit = unitOf();
    await db.tx((h) => insertUnit(h, unit));
    const guard = { id: unit.id, version: 1, states: ['submitted' as const] };
    const decided = await many(() => db.tx((h) => changeUnitIf(h, guard, { state: 'approved' })));
    expect(decided.filter(Boolean)).toHaveLength(1);
  });

  it('decide all in a twin that looks before it writes', async () => {
    const unit = unitOf();
    await db.tx((h) => insertUnit(h, unit));
    const looks = await many(() => db.read((h) => findUnit(h, unit.id)));
    const decided: number[] = [];
    for (const look of looks)
      if (look?.state === 'submitted')
        decided.push(await db.tx((h) => updateWhere(h, unitRecord, { id: unit.id }, { state: 'approved' })));
    expect(decided.filter((changed) => changed === 1)).toHaveLength(MANY);
  });

  const invited = async () => {
    const unit = unitOf();
    return db.tx(async (h) => {
      await insertUnit(h, unit);
      const of = { unitId: unit.id, phoneIndex: 'i', phoneMasked: '139****0001', handsOver: false, byAccountId: 'a' };
      const { id, token } = await addInvitation(h, of, { ms: NOW, wallMs: NOW });
      return { id, token, unitId: unit.id };
    });
  };

  it('use one link: one comes in', async () => {
    const { id, unitId } = await invited();
    const used = await many(() => db.tx((h) => endInvitation(h, unitId, id)));
    expect(used.filter(Boolean)).toHaveLength(1);
  });

  it('come in all in a twin that looks whether it was used', async () => {
    const { id, token } = await invited();
    const looks = await many(() => db.read((h) => findInvitation(h, token, NOW)));
    const used: number[] = [];
    for (const look of looks)
      if (look) used.push(await db.tx((h) => updateWhere(h, unitInvitationRecord, { id }, { byAccountId: newId() })));
    expect(used.filter((changed) => changed === 1)).toHaveLength(MANY);
  });
});

describe('the list of units', () => {
  it('walks the index of each declared sort', async () => {
    const key = { id: 't1', bytes: Buffer.alloc(32, 1) };
    const crypto = cryptoOf({ piiKeys: [key], piiIndexKey: key.bytes, jwtKeys: [key], ticketKeys: [key] });
    const db = await openThrowawayDb(records, migrations);
    const rows = Array.from({ length: 300 }, (_, n) =>
      unitOf({ bodyId: ['a', 'b', 'c'][n % 3] ?? 'a', name: `单位${n}`, registeredAt: NOW + n * 1000 }),
    );
    await db.tx((h) => insert(h, unitRecord, rows));
    if (db.dialect === 'mysql') await db.tx((h) => h.run('ANALYZE TABLE unit'));
    const given = { withinId: 'b', crypto };
    expect(await db.read((h) => planFaults(h, unitList, unitSource, given))).toEqual([]);
    await db.close();
  });
});
