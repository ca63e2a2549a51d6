import { expect, it } from 'vitest';
import { records } from '../app';
import type { Handle } from '../platform/db';
import { type UpgradeStory, killAtEveryStatement } from '../platform/db/killed-upgrade.testing';
import { proveCount } from '../prove-count.testing';
import { accountsOfProven } from './20261130-092600-accounts-of-proven';
import { SEEDED_AT, seedCandidate, seedEvents } from './enrolled.testing';
import { migrations } from './index';

/** One upgrade a statement. */
const MANY_UPGRADES_MS = 300_000;

/** An entry, the day of the list that brought it, and the account that it belongs to. */
const ENTRIES = [
  ['taken-back', '2024-06-01', null],
  ['proven', '2024-06-01', 'of-proven'],
  ['made-here', null, 'of-made-here'],
] as const;

async function seed(h: Handle): Promise<void> {
  await seedEvents(h);
  for (const [id, listedOn, accountId] of ENTRIES) {
    await seedCandidate(h, id, { kind: 'entry', accountId });
    await h.run(
      `INSERT INTO contest_entry (id, notice_version_id, union_card, levels, training, listed_on)
       VALUES (?, 'v', 0, '[]', 0, ?)`,
      [id, listedOn],
    );
    const sealed = Buffer.from('sealed');
    await h.run(
      `INSERT INTO award_account (id, notice_id, candidate_id, holder, bank, number, given_at)
       VALUES (?, 'n', ?, ?, ?, ?, ?)`,
      [`account-${id}`, id, sealed, sealed, sealed, SEEDED_AT],
    );
  }
}

const story: UpgradeStory = {
  records,
  old: migrations.slice(0, migrations.indexOf(accountsOfProven)),
  new: [accountsOfProven],
  seed: (db) => db.tx(seed),
  see: (db) =>
    db.read(async (h) => {
      const rows = await h.query<{ candidate: string }>(
        'SELECT candidate_id AS candidate FROM award_account ORDER BY candidate_id',
      );
      return rows.map(({ candidate }) => candidate);
    }),
};

it(
  'forgets the bank account that somebody told in a place that was not theirs, wherever it dies',
  { timeout: MANY_UPGRADES_MS },
  async () => {
    const { undisturbed, deaths } = await killAtEveryStatement(story, proveCount(6));
    expect(undisturbed).toEqual(['made-here', 'proven']);
    for (const { after, seen } of deaths) expect({ after, seen }).toEqual({ after, seen: undisturbed });
  },
);
