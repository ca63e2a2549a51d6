import { expect, it } from 'vitest';
import { localDate } from '@jikaotong/shared/kernel';
import { orderNumber } from '@jikaotong/shared/rules/numbering';
import { records } from '../app';
import type { Handle } from '../platform/db';
import { type UpgradeStory, killAtEveryStatement } from '../platform/db/killed-upgrade.testing';
import { openThrowawayDb } from '../platform/db/throwaway';
import { proveCount } from '../prove-count.testing';
import { orderNumbers } from './20261130-000900-order-numbers';
import { migrations } from './index';

/** One upgrade a statement. */
const MANY_UPGRADES_MS = 300_000;
const old = migrations.slice(0, migrations.indexOf(orderNumbers));

/** Two of one day and body, one of the same day of another body, one that was opened late in the evening of Beijing's next day. */
const ORDERS = [
  ['o-1', 'b', '2026-11-23 01:00:00.000'],
  ['o-2', 'b', '2026-11-23 02:00:00.000'],
  ['o-3', 'c', '2026-11-23 03:00:00.000'],
  ['o-4', 'b', '2026-11-23 16:00:00.000'],
] as const;

async function seed(h: Handle): Promise<void> {
  for (const [id, body, at] of ORDERS)
    await h.run(
      `INSERT INTO pay_order (id, body_id, event_id, notice_id, notice_version, offering_code, state, turn, total_fen, opened_at)
       VALUES (?, ?, 's', 'n', 1, 'o', 'open', 1, 28000, ?)`,
      [id, body, at],
    );
}
const story: UpgradeStory = {
  records,
  old,
  new: [orderNumbers],
  seed: (db) => db.tx(seed),
  see: (db) =>
    db.read(async (h) => ({
      numbers: await h.query('SELECT id, number FROM pay_order ORDER BY id'),
      counters: await h.query("SELECT id, last FROM number_counter WHERE id LIKE 'order:%' ORDER BY id"),
    })),
};

it(
  'gives every order from before a number, by its body and day, also when the step is cut off anywhere',
  async () => {
    const first = localDate('2026-11-23');
    const second = localDate('2026-11-24');
    const { undisturbed, deaths } = await killAtEveryStatement(story, proveCount(6));
    expect(undisturbed).toEqual({
      numbers: [
        { id: 'o-1', number: orderNumber(first, 1) },
        { id: 'o-2', number: orderNumber(first, 2) },
        { id: 'o-3', number: orderNumber(first, 1) },
        { id: 'o-4', number: orderNumber(second, 1) },
      ],
      counters: [
        { id: 'order:b:2026-11-23', last: 2 },
        { id: 'order:b:2026-11-24', last: 1 },
        { id: 'order:c:2026-11-23', last: 1 },
      ],
    });
    expect(deaths.length).toBeGreaterThanOrEqual(5);
    for (const { after, seen } of deaths) expect({ after, seen }).toEqual({ after, seen: undisturbed });
  },
  MANY_UPGRADES_MS,
);

it('lets no two orders of a body have one number, and two bodies the same', async () => {
  const db = await openThrowawayDb(records, migrations);
  const add = (id: string, body: string) =>
    db.tx((h) =>
      h.run(
        `INSERT INTO pay_order (id, number, body_id, event_id, notice_id, notice_version, offering_code, state, turn,
           total_fen, opened_at) VALUES (?, '261123-0001-1', ?, 's', 'n', 1, 'o', 'open', 1, 28000, '2026-11-23 01:00:00.000')`,
        [id, body],
      ),
    );
  await add('o-1', 'b');
  await add('o-2', 'c');
  await expect(add('o-3', 'b')).rejects.toThrow(/unique|duplicate/i);
  await db.close();
});
