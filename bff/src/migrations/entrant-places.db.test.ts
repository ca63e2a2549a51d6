import { expect, it } from 'vitest';
import { records } from '../app';
import type { Handle } from '../platform/db';
import { type UpgradeStory, killAtEveryStatement } from '../platform/db/killed-upgrade.testing';
import { proveCount } from '../prove-count.testing';
import { entrantPlaces } from './20261201-000000-entrant-places';
import { SEEDED_AT, seedCandidate, seedEvents } from './enrolled.testing';
import { migrations } from './index';

/** One upgrade a statement. */
const MANY_UPGRADES_MS = 300_000;

/** A stage that is published twice: the second time the other one is first. */
async function seed(h: Handle): Promise<void> {
  await seedEvents(h);
  await h.run("INSERT INTO contest_stage (id, notice_id, stage) VALUES ('t', 'n', 'final')");
  await h.run(
    `INSERT INTO stage_desk (id, body_id, notice_id, frozen_at, frozen_by, turn, revision)
     VALUES ('t', 'b', 'n', ?, 'a', 0, 2)`,
    [SEEDED_AT],
  );
  for (const [number, id] of ['e1', 'e2', 'e3'].entries()) {
    await seedCandidate(h, id, { kind: 'entry', accountId: `of-${id}` });
    await h.run(
      `INSERT INTO stage_entrant (id, stage_id, participant_id, candidate_id, number, version, standing)
       VALUES (?, 't', ?, ?, ?, 0, 'present')`,
      [id, `p-${id}`, id, number + 1],
    );
  }
  for (const [revision, entrants] of [
    ['e1', 'e2'],
    ['e2', 'e1'],
  ].entries())
    for (const [at, entrantId] of entrants.entries())
      await h.run(
        `INSERT INTO stage_rank (id, stage_id, revision, place, entrant_id, candidate_id, number, standing, advances, by_jury)
         VALUES (?, 't', ?, ?, ?, ?, 1, 'present', 0, 0)`,
        [`${revision}-${entrantId}`, revision + 1, at + 1, entrantId, entrantId],
      );
}

const story: UpgradeStory = {
  records,
  old: migrations.slice(0, migrations.indexOf(entrantPlaces)),
  new: [entrantPlaces],
  seed: (db) => db.tx(seed),
  see: (db) => db.read((h) => h.query('SELECT id, place FROM stage_entrant ORDER BY id')),
};

it('gives every entrant the row of the last publication, or the number', { timeout: MANY_UPGRADES_MS }, async () => {
  const { undisturbed, deaths } = await killAtEveryStatement(story, proveCount(8));
  expect(undisturbed).toEqual([
    { id: 'e1', place: 2 },
    { id: 'e2', place: 1 },
    { id: 'e3', place: 3 },
  ]);
  expect(deaths.length).toBeGreaterThan(0);
  for (const { after, seen } of deaths) expect({ after, seen }).toEqual({ after, seen: undisturbed });
});
