import { expect, it } from 'vitest';
import { records } from '../app';
import { type Db, type Handle, sealedBytesFrom } from '../platform/db';
import { fixedCrypto } from '../platform/db/fixed-crypto.testing';
import { type UpgradeStory, killAtEveryStatement } from '../platform/db/killed-upgrade.testing';
import { proveCount } from '../prove-count.testing';
import { sealedDoorWords } from './20261129-132700-sealed-door-words';
import { SEEDED_AT, seedCandidate, seedEvents } from './enrolled.testing';
import { migrations } from './index';

/** One upgrade a statement. */
const MANY_UPGRADES_MS = 300_000;
const crypto = fixedCrypto();

async function seed(h: Handle): Promise<void> {
  await seedEvents(h);
  await seedCandidate(h, 'a1', { kind: 'application', accountId: 'of-a1' });
  await h.run("INSERT INTO session (id, body_id, name, year, number, created_at) VALUES ('s', 'b', 's', 2026, 1, ?)", [
    SEEDED_AT,
  ]);
  for (const [id, reason] of [
    ['t1', '金丝雀考场记录'],
    ['t2', null],
  ])
    await h.run(
      `INSERT INTO attendance (id, session_id, participant_id, sitting_id, state, way, at, by_account_id, end_reason)
       VALUES (?, 's', 'p-a1', 'x', 'present', 'scan', ?, 'acc', ?)`,
      [id ?? '', SEEDED_AT, reason ?? null],
    );
  await h.run(
    `INSERT INTO attendance_objection (id, body_id, session_id, slot, participant_id, sitting_id, words, asked_at, decision)
     VALUES ('o', 'b', 's', '2026-12-12 09:00', 'p-a1', 'x', ?, ?, '金丝雀证实')`,
    [Buffer.from('sealed'), SEEDED_AT],
  );
  await h.run(
    `INSERT INTO duty (id, body_id, session_id, day, slot, room_ids, kind, name, state, mark_key, assigned_by, assigned_at)
     VALUES ('d', 'b', 's', '2026-12-12', '2026-12-12 09:00', '[]', 'staff', 'n', 'open', ?, 'acc', ?)`,
    [Buffer.from('sealed'), SEEDED_AT],
  );
  await h.run(
    `INSERT INTO door_act (id, body_id, session_id, duty_id, nonce, slot, kind, at, received_at, by_account_id, outcome, decision)
     VALUES ('c', 'b', 's', 'd', 'n', '2026-12-12 09:00', 'check-in', ?, ?, 'acc', 'conflict', '金丝雀核实')`,
    [SEEDED_AT, SEEDED_AT],
  );
}

const TABLES = ['attendance', 'attendance_objection', 'door_act'];
const isWritten = async (h: Handle, canary: string) =>
  JSON.stringify(await Promise.all(TABLES.map((table) => h.query(`SELECT * FROM ${table}`)))).includes(canary);

const see = (db: Db) =>
  db.read(async (h) => {
    const opened = async (table: string, [column, property]: readonly [string, string], row: string) => {
      const [found] = await h.query<{ value: unknown }>(`SELECT ${column} AS value FROM ${table} WHERE id = ?`, [row]);
      if (found?.value === null) return null;
      return crypto.decryptField({ table, column: property, row }, sealedBytesFrom(found?.value));
    };
    return {
      ended: await opened('attendance', ['end_reason', 'endReason'], 't1'),
      standing: await opened('attendance', ['end_reason', 'endReason'], 't2'),
      objection: await opened('attendance_objection', ['decision', 'decision'], 'o'),
      act: await opened('door_act', ['decision', 'decision'], 'c'),
      isClear: await isWritten(h, '金丝雀'),
    };
  });

const story: UpgradeStory = {
  records,
  old: migrations.slice(0, migrations.indexOf(sealedDoorWords)),
  new: [sealedDoorWords],
  seed: async (db) => {
    await db.tx(seed);
    // the same look finds it where it stands in the clear
    expect(await db.read((h) => isWritten(h, '金丝雀'))).toBe(true);
  },
  see,
};

it('seals the words of doors where they stand, once, wherever it dies', { timeout: MANY_UPGRADES_MS }, async () => {
  const { undisturbed, deaths } = await killAtEveryStatement(story, proveCount(8));
  expect(undisturbed).toEqual({
    ended: '金丝雀考场记录',
    standing: null,
    objection: '金丝雀证实',
    act: '金丝雀核实',
    isClear: false,
  });
  expect(deaths.length).toBeGreaterThan(0);
  for (const { after, seen } of deaths) expect({ after, seen }).toEqual({ after, seen: undisturbed });
});
