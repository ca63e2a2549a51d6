import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { records } from '../../app';
import { addApproved, addEvent } from '../../approved.testing';
import { migrations } from '../../migrations';
import { type Db, newId, updateWhere } from '../../platform/db';
import { openThrowawayDb } from '../../platform/db/throwaway';
import { proveCount } from '../../prove-count.testing';
import { rosterDisputeRecord } from './dispute.record';
import { disputesOf, endDispute, insertDispute, noteDisputed, openDisputesOf } from './dispute.repository';
import { FRESH, findRowOf, insertRow, openRosterOf } from './roster.repository';

const MANY = proveCount(12);
const NOW = 1_764_000_000_000;
const SEALED = Buffer.from('sealed');

describe(`what a member calls wrong, and ${MANY} who deal with it at once`, () => {
  let db: Db;
  let rowId: string;
  beforeEach(async () => {
    db = await openThrowawayDb(records, migrations);
    const unitId = newId();
    await db.tx(async (h) => {
      await addEvent(h, 's', NOW);
      await h.run(
        `INSERT INTO unit (id, body_id, name, kind, address, contact_name, contact_phone, contact_phone_index,
           proof_file_id, state, version, registered_at) VALUES (?, 'b', 'u', 'company', ?, ?, ?, 'i', 'f', 'approved', 1, ?)`,
        [unitId, SEALED, SEALED, SEALED, new Date(NOW)],
      );
      const rosterId = await openRosterOf(h, { unitId, bodyId: 'b', sessionId: 's', noticeId: 'n', createdAt: NOW });
      rowId = await addApproved(h, 's', 'c', NOW);
      await insertRow(h, { ...FRESH, id: rowId, rosterId, rowKey: `${rosterId}:o:d`, standing: 'ready' });
    });
  });
  afterEach(() => db.close());
  const many = <T>(act: (nth: number) => Promise<T>): Promise<T[]> =>
    Promise.all(Array.from({ length: MANY }, (_, nth) => act(nth)));
  const said = (openKey: string | null = `${rowId}:phone`) => ({
    id: newId(),
    rowId,
    field: 'phone',
    openKey,
    entered: SEALED,
    said: SEALED,
    state: 'open' as const,
    at: NOW,
    answer: null,
    settledAt: null,
    settledBy: null,
  });
  /** Half of them answer it for the unit, the others take it back. */
  const endOf = (nth: number) => {
    const isAnswer = nth % 2 === 0;
    return {
      state: isAnswer ? ('answered' as const) : ('withdrawn' as const),
      answer: isAnswer ? SEALED : null,
      settledAt: NOW,
      settledBy: `a${nth}`,
    };
  };
  const waits = async () => (await db.read((h) => findRowOf(h, rowId)))?.disputedAt ?? null;

  it('is decided once: one is first, and the row waits no more', async () => {
    const dispute = said();
    await db.tx(async (h) => {
      await insertDispute(h, dispute);
      await noteDisputed(h, rowId);
    });
    expect(await waits()).toBe(NOW);
    const ended = await many((nth) =>
      db.tx(async (h) => {
        const isFirst = await endDispute(h, dispute, endOf(nth));
        if (isFirst) await noteDisputed(h, rowId);
        return isFirst;
      }),
    );
    expect(ended.filter(Boolean)).toHaveLength(1);
    expect(await db.read((h) => openDisputesOf(h, rowId))).toEqual([]);
    expect(await waits()).toBeNull();
    const first = ended.indexOf(true);
    const seen = await db.read((h) => disputesOf(h, rowId));
    // one that was taken back is shown to nobody
    expect(seen.map(({ settledBy }) => settledBy)).toEqual(first % 2 === 0 ? [`a${first}`] : []);
  });

  it('is decided by all of them in a twin that looks before it writes', async () => {
    const dispute = said();
    await db.tx((h) => insertDispute(h, dispute));
    const looks = await many(() => db.read((h) => openDisputesOf(h, rowId)));
    const ended: number[] = [];
    for (const [nth, look] of looks.entries())
      if (look.length === 1)
        ended.push(
          await db.tx((h) => updateWhere(h, rosterDisputeRecord, { id: dispute.id }, { ...endOf(nth), openKey: null })),
        );
    expect(ended.filter((changed) => changed === 1)).toHaveLength(MANY);
  });

  it('stands once, however often the same fact is called wrong in one moment', async () => {
    const kept = await many(() => db.tx((h) => insertDispute(h, said())));
    expect(kept.filter(Boolean)).toHaveLength(1);
    expect(await db.read((h) => openDisputesOf(h, rowId))).toHaveLength(1);
  });

  it('stands many times in a twin without its key', async () => {
    await many(() => db.tx((h) => insertDispute(h, said(null))));
    expect(await db.read((h) => openDisputesOf(h, rowId))).toHaveLength(MANY);
  });
});
