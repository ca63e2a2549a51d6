import { localDate } from '@jikaotong/shared/kernel';
import { expect, it } from 'vitest';
import { records } from '../../app';
import { addApproved, addEvent } from '../../approved.testing';
import { migrations } from '../../migrations';
import { newId } from '../../platform/db';
import { openThrowawayDb } from '../../platform/db/throwaway';
import { putSlip } from '../counter';
import { countersOf, countsAtCounter, openCounter } from './roster-counter.repository';
import { FRESH, changeRow, insertRow, openRosterOf } from './roster.repository';

const NOW = 1_764_000_000_000;
const SEALED = Buffer.from('sealed');

it('lists the newest rosters that name anybody, however many newer ones name nobody', async () => {
  const db = await openThrowawayDb(records, migrations);
  await db.tx(async (h) => {
    await addEvent(h, 's', NOW);
    await h.run(
      `INSERT INTO session (id, body_id, name, year, number, places_frozen, created_at)
       VALUES ('s', 'b', 's', 2026, 1, ?, ?)`,
      [false, new Date(NOW)],
    );
  });
  const opened = (nowMs: number) =>
    db.tx(async (h) => {
      const unitId = newId();
      await h.run(
        `INSERT INTO unit (id, body_id, name, kind, address, contact_name, contact_phone, contact_phone_index,
           proof_file_id, state, version, registered_at) VALUES (?, 'b', 'u', 'company', ?, ?, ?, 'i', 'f', 'approved', 1, ?)`,
        [unitId, SEALED, SEALED, SEALED, new Date(NOW)],
      );
      const id = await openRosterOf(h, { unitId, bodyId: 'b', sessionId: 's', noticeId: 'n', createdAt: NOW });
      await openCounter(h, id, nowMs);
      return id;
    });
  const older = await opened(NOW);
  await db.tx(async (h) => {
    const id = await addApproved(h, 's', 'c', NOW);
    await insertRow(h, { ...FRESH, id, rosterId: older, rowKey: `${older}:o:d`, standing: 'ready' });
    await changeRow(h, id, { listedAt: NOW });
    await putSlip(h, { candidateId: id, bodyId: 'b', walkIn: false, nowMs: NOW });
    await h.run('UPDATE counter_slip SET confirmed_at = ?, confirmed_by = ? WHERE candidate_id = ?', [
      new Date(NOW),
      'k',
      id,
    ]);
  });
  await opened(NOW + 1000);
  const listed = await db.read((h) => countersOf(h, { bodyIds: ['b'], today: localDate('2025-01-01'), most: 1 }));
  expect(listed).toMatchObject([{ id: older }]);
  expect(await db.read((h) => countsAtCounter(h, [older]))).toEqual(new Map([[older, { listed: 1, confirmed: 1 }]]));
  await db.close();
});
