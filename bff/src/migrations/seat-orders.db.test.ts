import { expect, it } from 'vitest';
import { records } from '../app';
import type { Handle } from '../platform/db';
import { type UpgradeStory, killAtEveryStatement } from '../platform/db/killed-upgrade.testing';
import { proveCount } from '../prove-count.testing';
import { seatOrders } from './20261129-180100-seat-orders';
import { SEEDED_AT, seedCandidate, seedEvents } from './enrolled.testing';
import { migrations } from './index';

/** One upgrade a statement. */
const MANY_UPGRADES_MS = 300_000;

async function seed(h: Handle): Promise<void> {
  await seedEvents(h);
  await seedCandidate(h, 'a1', { kind: 'application', accountId: 'of-a1' });
  await h.run("INSERT INTO session (id, body_id, name, year, number, created_at) VALUES ('s', 'b', 's', 2026, 1, ?)", [
    SEEDED_AT,
  ]);
  await h.run("INSERT INTO session_site (id, session_id, position, name, address) VALUES ('site', 's', 1, 'x', 'y')");
  await h.run(
    "INSERT INTO session_room (id, session_id, site_id, position, name, seats) VALUES ('r1', 's', 'site', 1, '101', 30)",
  );
  for (const [id, subject, startsAt, seat] of [
    ['t1', 'theory', '09:00', 7],
    ['t2', 'skill', '13:00', 12],
  ] as const)
    await h.run(
      `INSERT INTO sitting (id, session_id, participant_id, offering_code, subject, day, starts_at, ends_at, site_id,
         site_name, address, room_id, room_name, slot, seat, place, state)
       VALUES (?, 's', 'p-a1', 'o', ?, '2026-12-12', ?, '17:00', 'site', 'x', 'y', 'r1', '101', ?, ?, ?, 'planned')`,
      [
        id,
        subject,
        startsAt,
        `2026-12-12 ${startsAt}`,
        seat,
        `2026-12-12 ${startsAt} r1 ${String(seat).padStart(4, '0')}`,
      ],
    );
}

const story: UpgradeStory = {
  records,
  old: migrations.slice(0, migrations.indexOf(seatOrders)),
  new: [seatOrders],
  seed: (db) => db.tx(seed),
  see: (db) => db.read((h) => h.query('SELECT by_room, by_subject, by_seat FROM sitting ORDER BY id')),
};

it('gives every seat its places in the other orders, wherever it dies', { timeout: MANY_UPGRADES_MS }, async () => {
  const { undisturbed, deaths } = await killAtEveryStatement(story, proveCount(8));
  expect(undisturbed).toEqual([
    {
      by_room: 'r1 2026-12-12 09:00 0007',
      by_subject: '1 2026-12-12 09:00 r1 0007',
      by_seat: '0007 2026-12-12 09:00 r1 0007',
    },
    {
      by_room: 'r1 2026-12-12 13:00 0012',
      by_subject: '2 2026-12-12 13:00 r1 0012',
      by_seat: '0012 2026-12-12 13:00 r1 0012',
    },
  ]);
  expect(deaths.length).toBeGreaterThan(0);
  for (const { after, seen } of deaths) expect({ after, seen }).toEqual({ after, seen: undisturbed });
});
