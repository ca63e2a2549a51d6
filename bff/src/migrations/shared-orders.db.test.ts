import { expect, it } from 'vitest';
import { records } from '../app';
import type { Handle } from '../platform/db';
import { type UpgradeStory, killAtEveryStatement } from '../platform/db/killed-upgrade.testing';
import { proveCount } from '../prove-count.testing';
import { sharedOrders } from './20261128-221000-shared-orders';
import { sharedOrdersMoved } from './20261128-221100-shared-orders-moved';
import { SEEDED_AT, seedCandidate, seedEvents } from './enrolled.testing';
import { migrations } from './index';

/** One upgrade a statement. */
const MANY_UPGRADES_MS = 300_000;

const ORDERS = [
  { id: 'o1', state: 'settled', openKey: 'a1:s', settledBy: 't1' },
  { id: 'o2', state: 'open', openKey: 'a2:s', settledBy: null },
  { id: 'o3', state: 'cancelled', openKey: null, settledBy: 'r3' },
  { id: 'o4', state: 'cancelled', openKey: null, settledBy: null },
] as const;

/** Paid by WeChat and asked back, open, given back by hand, and one whose claimed transfer never came. */
async function seed(h: Handle): Promise<void> {
  await seedEvents(h);
  for (const [at, { id, state, openKey, settledBy }] of ORDERS.entries()) {
    const candidateId = `a${at + 1}`;
    await seedCandidate(h, candidateId, { kind: 'application', accountId: `of-${candidateId}` });
    await h.run(
      `INSERT INTO pay_order (id, open_key, account_id, body_id, session_id, notice_id, notice_version, offering_code,
         state, total_fen, pay_by, opened_at, settled_by)
       VALUES (?, ?, ?, 'b', 's', 'n', 1, 'o', ?, 28000, '2026-12-04', ?, ?)`,
      [id, openKey, `of-${candidateId}`, state, SEEDED_AT, settledBy],
    );
    for (const [position, item, fen] of [
      [0, 'theory', 6500],
      [1, 'skill', 21500],
    ] as const)
      await h.run(
        `INSERT INTO pay_order_line (id, order_id, candidate_id, event_id, position, item, fen, source)
         VALUES (?, ?, ?, 's', ?, ?, ?, '{"assumed":"x"}')`,
        [`${id}-${position}`, id, candidateId, position, item, fen],
      );
  }
  for (const [id, orderId, state, paid] of [
    ['t1', 'o1', 'succeeded', 28000],
    ['t2', 'o2', 'prepaid', null],
  ] as const)
    await h.run(
      `INSERT INTO pay_attempt (id, order_id, merchant_id, out_trade_no, mchid, appid, method, amount_fen, state, expires_at, created_at, paid_fen)
       VALUES (?, ?, 'm', ?, 'x', 'wx', 'jsapi', 28000, ?, ?, ?, ?)`,
      [id, orderId, id, state, SEEDED_AT, SEEDED_AT, paid],
    );
  await h.run(
    `INSERT INTO pay_refund (id, order_id, attempt_id, case_id, out_refund_no, amount_fen, state, reason, requested_at, requested_by)
     VALUES ('f1', 'o1', 't1', 'c1', 'f1', 28000, 'approved', '退费', ?, 'of-a1')`,
    [SEEDED_AT],
  );
  for (const [id, orderId, state, returned] of [
    ['r3', 'o3', 'confirmed', 'succeeded'],
    ['r4', 'o4', 'refused', 'failed'],
  ] as const) {
    await h.run(
      `INSERT INTO pay_receipt (id, order_id, method, state, amount_fen, paid_on, created_at)
       VALUES (?, ?, 'transfer', ?, 28000, '2026-11-24', ?)`,
      [id, orderId, state, SEEDED_AT],
    );
    await h.run(
      `INSERT INTO pay_return (id, order_id, receipt_id, case_id, amount_fen, state, reason, requested_at)
       VALUES (?, ?, ?, ?, 28000, ?, '退费', ?)`,
      [`b-${id}`, orderId, id, `c-${id}`, returned, SEEDED_AT],
    );
  }
}

const story: UpgradeStory = {
  records,
  old: migrations.slice(0, migrations.indexOf(sharedOrders)),
  new: [sharedOrders, sharedOrdersMoved],
  seed: (db) => db.tx(seed),
  see: (db) =>
    db.read(async (h) => ({
      orders: await h.query(
        `SELECT id, account_id, unit_id, event_id, state, total_fen, settled_by FROM pay_order ORDER BY id`,
      ),
      lines: await h.query(
        'SELECT id, candidate_id, event_id, fen, open_key, ended_at FROM pay_order_line ORDER BY id',
      ),
      attempts: await h.query('SELECT id, amount_fen, paid_fen, refund_fen FROM pay_attempt ORDER BY id'),
      refunds: await h.query('SELECT id, case_id, amount_fen, requested_by FROM pay_refund'),
      receipts: await h.query('SELECT id, state, amount_fen, return_fen FROM pay_receipt ORDER BY id'),
      returns: await h.query('SELECT id, receipt_id, case_id, state FROM pay_return ORDER BY id'),
    })),
};

it('keeps every order of before, wherever the upgrade dies', { timeout: MANY_UPGRADES_MS }, async () => {
  const { undisturbed, deaths } = await killAtEveryStatement(story, proveCount(8));
  expect(undisturbed).toEqual({
    orders: ORDERS.map(({ id, state, settledBy }, at) => ({
      id,
      account_id: `of-a${at + 1}`,
      unit_id: null,
      event_id: 's',
      state,
      total_fen: 28000,
      settled_by: settledBy,
    })),
    lines: ORDERS.flatMap(({ id, openKey }, at) => [
      { id: `${id}-0`, candidate_id: `a${at + 1}`, event_id: 's', fen: 6500, open_key: openKey, ended_at: null },
      { id: `${id}-1`, candidate_id: `a${at + 1}`, event_id: 's', fen: 21500, open_key: null, ended_at: null },
    ]),
    attempts: [
      { id: 't1', amount_fen: 28000, paid_fen: 28000, refund_fen: 28000 },
      { id: 't2', amount_fen: 28000, paid_fen: null, refund_fen: 0 },
    ],
    refunds: [{ id: 'f1', case_id: 'c1', amount_fen: 28000, requested_by: 'of-a1' }],
    receipts: [
      { id: 'r3', state: 'confirmed', amount_fen: 28000, return_fen: 28000 },
      { id: 'r4', state: 'refused', amount_fen: 28000, return_fen: 0 },
    ],
    returns: [
      { id: 'b-r3', receipt_id: 'r3', case_id: 'c-r3', state: 'succeeded' },
      { id: 'b-r4', receipt_id: 'r4', case_id: 'c-r4', state: 'failed' },
    ],
  });
  expect(deaths.length).toBeGreaterThanOrEqual(8);
  for (const { after, seen } of deaths) expect({ after, seen }).toEqual({ after, seen: undisturbed });
});
