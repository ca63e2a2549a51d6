import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type List, auditList, staffList } from '@jikaotong/shared/lists';
import { features, records } from '../../app';
import { migrations } from '../../migrations';
import { auditRecord } from '../../platform/audit';
import { cryptoOf } from '../../platform/crypto';
import { type Db, insert, newId } from '../../platform/db';
import { openThrowawayDb } from '../../platform/db/throwaway';
import { planFaults } from '../../platform/lists/plan.testing';
import { auditSource } from './audit-list.repository';
import { staffSource } from './staff-list.repository';
import { addStaff } from './staff.repository';

const key = { id: 't1', bytes: Buffer.alloc(32, 1) };
const crypto = cryptoOf({ piiKeys: [key], piiIndexKey: key.bytes, jwtKeys: [key], ticketKeys: [key] });
const bodies = ['a', 'b', 'c'];

describe('how lists are read', () => {
  let db: Db;
  beforeAll(async () => {
    db = await openThrowawayDb(records, migrations);
    await db.tx(async (h) => {
      for (let n = 0; n < 150; n += 1) {
        const bodyId = bodies[n % 3] ?? 'a';
        const nowMs = Date.UTC(2026, 10, 1) + n * 60_000;
        await addStaff(
          h,
          { name: `name${n}`, displayName: `员${n}`, bodyId, bodyName: bodyId, roles: ['finance'] },
          nowMs,
        );
      }
      await insert(
        h,
        auditRecord,
        Array.from({ length: 3000 }, (__, n) => eventOf(n)),
      );
    });
    if (db.dialect === 'mysql')
      await db.tx(async (h) => {
        for (const table of ['audit_event', 'staff_member', 'account', 'sign_in'])
          await h.run(`ANALYZE TABLE ${table}`);
      });
  });
  afterAll(() => db.close());

  const eventOf = (n: number) => ({
    id: newId(),
    seq: n + 1,
    code: 'signed-in',
    actorId: null,
    bodyId: bodies[n % 3] ?? 'a',
    ids: {},
    values: {},
    at: Date.UTC(2026, 9, 1) + n * 1000,
    wallAt: 0,
    hash: '',
  });

  it('each declared sort walks its index', async () => {
    const given = { withinId: 'b', crypto };
    expect(await db.read((h) => planFaults(h, staffList, staffSource, given))).toEqual([]);
    expect(await db.read((h) => planFaults(h, auditList, auditSource, given))).toEqual([]);
  });

  it('the body of whatever an event names can be asked for', async () => {
    const places = features.flatMap(({ bodyOf = {} }) => Object.entries(bodyOf));
    expect(places.map(([name]) => name)).toContain('sessionId');
    for (const [, find] of places) expect(await db.read((h) => find(h, ['nobody', 'another']))).toEqual(new Map());
  });

  it('a sort without an index is seen by the same eyes', async () => {
    const unsound = { ...staffSource, cells: { ...staffSource.cells, name: "CONCAT(m.name, '')" } };
    const list: List = staffList;
    const found = await db.read((h) => planFaults(h, list, unsound, { withinId: 'b', crypto }));
    expect(found.some((fault) => fault.startsWith('staff by name'))).toBe(true);
    expect(found.some((fault) => fault.startsWith('staff by since'))).toBe(false);
  });
});
