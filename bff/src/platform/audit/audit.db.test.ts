import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrations } from '../../migrations';
import { type Db, updateWhere } from '../db';
import { openThrowawayDb } from '../db/throwaway';
import { appendAudit, auditHeadRecord, auditRecord, verifyChain } from './index';

const at = { ms: Date.UTC(2026, 10, 23, 1), wallMs: Date.UTC(2026, 6, 1) };
const entry = (code: string) => ({
  code,
  actorId: 'a1',
  ids: { z: '1', a: '2' },
  values: { n: 1, names: ['x'], no: null },
});

describe('the audit chain', () => {
  let db: Db;
  beforeEach(async () => {
    db = await openThrowawayDb([auditRecord, auditHeadRecord], migrations);
  });
  afterEach(() => db.close());
  const append = (...codes: string[]) => db.tx((h) => appendAudit(h, at, codes.map(entry)));

  it('holds under fifty writers at once', async () => {
    await Promise.all(Array.from({ length: 50 }, (__, i) => append(`e${i}`, `f${i}`)));
    expect(await db.read(verifyChain)).toEqual({ ok: true, events: 100 });
  });

  it('keeps nothing of a transaction that failed', async () => {
    await append('a');
    await expect(
      db.tx(async (h) => {
        await appendAudit(h, at, [entry('b')]);
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    await append('c');
    expect(await db.read(verifyChain)).toEqual({ ok: true, events: 2 });
  });

  it('breaks where a row was changed, taken out, or cut off at the end', async () => {
    await append('a', 'b', 'c');
    await db.tx((h) => updateWhere(h, auditRecord, { seq: 2 }, { code: 'other' }));
    expect(await db.read(verifyChain)).toEqual({ ok: false, brokenAt: 2 });
    await db.tx((h) => updateWhere(h, auditRecord, { seq: 2 }, { code: 'b' }));
    expect(await db.read(verifyChain)).toEqual({ ok: true, events: 3 });
    await db.tx((h) => h.run('DELETE FROM audit_event WHERE seq = ?', [3]));
    expect(await db.read(verifyChain)).toEqual({ ok: false, brokenAt: 3 });
    await db.tx((h) => h.run('DELETE FROM audit_event WHERE seq = ?', [1]));
    expect(await db.read(verifyChain)).toEqual({ ok: false, brokenAt: 1 });
  });
});
