import { expect, it } from 'vitest';
import { records } from '../app';
import type { Handle } from '../platform/db';
import { type UpgradeStory, killAtEveryStatement } from '../platform/db/killed-upgrade.testing';
import { proveCount } from '../prove-count.testing';
import { accountsOfNobody } from './20261128-223000-accounts-of-nobody';
import { SEEDED_AT, seedCandidate, seedEvents } from './enrolled.testing';
import { migrations } from './index';

/** One upgrade a statement. */
const MANY_UPGRADES_MS = 300_000;

/** A walk-in nobody claimed, one that was, one whose account somebody signs in to, and a slip from a phone. */
const PEOPLE = [
  { id: 'ghost', walkIn: true, claimed: false, signsIn: false },
  { id: 'claimed', walkIn: true, claimed: true, signsIn: true },
  { id: 'known', walkIn: true, claimed: false, signsIn: true },
  { id: 'phone', walkIn: false, claimed: false, signsIn: false },
] as const;

async function seed(h: Handle): Promise<void> {
  await seedEvents(h);
  for (const { id, walkIn, claimed, signsIn } of PEOPLE) {
    const accountId = `of-${id}`;
    await h.run("INSERT INTO account (id, kind, created_at) VALUES (?, 'candidate', ?)", [accountId, SEEDED_AT]);
    if (signsIn)
      await h.run(
        "INSERT INTO sign_in (id, account_id, kind, issuer, subject, created_at) VALUES (?, ?, 'wechat', 'w', ?, ?)",
        [`i-${id}`, accountId, id, SEEDED_AT],
      );
    await seedCandidate(h, id, { kind: 'application', accountId });
    await h.run(
      `INSERT INTO counter_slip (id, candidate_id, body_id, walk_in, originals, created_at, claimed_at)
       VALUES (?, ?, 'b', ?, '[]', ?, ?)`,
      [`k-${id}`, id, walkIn, SEEDED_AT, claimed ? SEEDED_AT : null],
    );
    await h.run(
      `INSERT INTO pay_order (id, account_id, body_id, event_id, notice_id, notice_version, offering_code, state, total_fen, opened_at)
       VALUES (?, ?, 'b', 's', 'n', 1, 'o', 'open', 28000, ?)`,
      [`o-${id}`, accountId, SEEDED_AT],
    );
    await h.run(
      `INSERT INTO message (id, account_id, candidate_id, code, data, sent_at) VALUES (?, ?, ?, 'application-approved', '{}', ?)`,
      [`m-${id}`, accountId, id, SEEDED_AT],
    );
  }
}

const story: UpgradeStory = {
  records,
  old: migrations.slice(0, migrations.indexOf(accountsOfNobody)),
  new: [accountsOfNobody],
  seed: (db) => db.tx(seed),
  see: (db) =>
    db.read(async (h) => ({
      accounts: await h.query('SELECT id FROM account ORDER BY id'),
      candidates: await h.query('SELECT id, account_id, account_key, name FROM candidate ORDER BY id'),
      orders: await h.query('SELECT id, account_id, total_fen FROM pay_order ORDER BY id'),
      messages: await h.query('SELECT id, account_id, candidate_id FROM message ORDER BY id'),
    })),
};

it('takes away the accounts of walk-ins alone, wherever it dies', { timeout: MANY_UPGRADES_MS }, async () => {
  const { undisturbed, deaths } = await killAtEveryStatement(story, proveCount(8));
  const accountOf = (id: string) => (id === 'ghost' ? null : `of-${id}`);
  const ids = PEOPLE.map(({ id }) => id).toSorted();
  expect(undisturbed).toEqual({
    accounts: ids.filter((id) => id !== 'ghost').map((id) => ({ id: `of-${id}` })),
    candidates: ids.map((id) => ({
      id,
      account_id: accountOf(id),
      account_key: id === 'ghost' ? null : `s:o:of-${id}`,
      name: `name of ${id}`,
    })),
    orders: ids.map((id) => ({ id: `o-${id}`, account_id: accountOf(id), total_fen: 28000 })),
    messages: ids.map((id) => ({ id: `m-${id}`, account_id: accountOf(id), candidate_id: id })),
  });
  expect(deaths.length).toBeGreaterThanOrEqual(5);
  for (const { after, seen } of deaths) expect({ after, seen }).toEqual({ after, seen: undisturbed });
});
