import { expect, it } from 'vitest';
import { records } from '../app';
import type { Handle } from '../platform/db';
import { type UpgradeStory, killAtEveryStatement } from '../platform/db/killed-upgrade.testing';
import { proveCount } from '../prove-count.testing';
import { candidateReferences } from './20261128-220000-candidate-references';
import { candidateReferencesMoved } from './20261128-220100-candidate-references-moved';
import { SEEDED_AT, seedCandidate, seedEvents } from './enrolled.testing';
import { migrations } from './index';

/** One upgrade a statement. */
const MANY_UPGRADES_MS = 300_000;

/** A case of two applications, one of two entries and one of nobody; messages likewise; a slip and an answer. */
async function seed(h: Handle): Promise<void> {
  await seedEvents(h);
  for (const id of ['a1', 'a2']) await seedCandidate(h, id, { kind: 'application', accountId: `of-${id}` });
  for (const id of ['e1', 'e2']) await seedCandidate(h, id, { kind: 'entry', accountId: `of-${id}` });
  for (const [id, applications, entries] of [
    ['c1', ['a1', 'a2'], [null, null]],
    ['c2', [null, null], ['e1', 'e2']],
    ['c3', [null, null], [null, null]],
  ] as const)
    await h.run(
      `INSERT INTO open_case (id, case_key, body_id, kind, application_id, other_application_id, entry_id, other_entry_id, state, opened_at)
       VALUES (?, ?, 'b', 'document-twice', ?, ?, ?, ?, 'open', ?)`,
      [id, `key-${id}`, ...applications, ...entries, SEEDED_AT],
    );
  for (const [id, application, entry] of [
    ['m1', 'a1', null],
    ['m2', null, 'e1'],
    ['m3', null, null],
  ] as const)
    await h.run(
      `INSERT INTO message (id, account_id, application_id, entry_id, code, data, sent_at)
       VALUES (?, 'of-a1', ?, ?, 'application-submitted', '{}', ?)`,
      [id, application, entry, SEEDED_AT],
    );
  await h.run(
    `INSERT INTO counter_slip (id, application_id, body_id, code, originals, created_at)
     VALUES ('k', 'a1', 'b', 'ABCD2345', '[]', ?)`,
    [SEEDED_AT],
  );
  await h.run(
    `INSERT INTO application_change (id, application_id, change_id, from_session_id, choice, at)
     VALUES ('w', 'a2', 'x', 's', 'keep', ?)`,
    [SEEDED_AT],
  );
}

const story: UpgradeStory = {
  records,
  old: migrations.slice(0, migrations.indexOf(candidateReferences)),
  new: [candidateReferences, candidateReferencesMoved],
  seed: (db) => db.tx(seed),
  see: (db) =>
    db.read(async (h) => ({
      cases: await h.query('SELECT id, case_key, candidate_id, other_candidate_id, state FROM open_case ORDER BY id'),
      messages: await h.query('SELECT id, account_id, candidate_id, code FROM message ORDER BY id'),
      slips: await h.query('SELECT id, candidate_id, code FROM counter_slip'),
      answers: await h.query('SELECT id, participant_id, change_id, choice FROM application_change'),
    })),
};

it(
  'names candidates where applications or entries stood, wherever it dies',
  { timeout: MANY_UPGRADES_MS },
  async () => {
    const { undisturbed, deaths } = await killAtEveryStatement(story, proveCount(8));
    expect(undisturbed).toEqual({
      cases: [
        { id: 'c1', case_key: 'key-c1', candidate_id: 'a1', other_candidate_id: 'a2', state: 'open' },
        { id: 'c2', case_key: 'key-c2', candidate_id: 'e1', other_candidate_id: 'e2', state: 'open' },
        { id: 'c3', case_key: 'key-c3', candidate_id: null, other_candidate_id: null, state: 'open' },
      ],
      messages: [
        { id: 'm1', account_id: 'of-a1', candidate_id: 'a1', code: 'application-submitted' },
        { id: 'm2', account_id: 'of-a1', candidate_id: 'e1', code: 'application-submitted' },
        { id: 'm3', account_id: 'of-a1', candidate_id: null, code: 'application-submitted' },
      ],
      slips: [{ id: 'k', candidate_id: 'a1', code: 'ABCD2345' }],
      answers: [{ id: 'w', participant_id: 'p-a2', change_id: 'x', choice: 'keep' }],
    });
    expect(deaths.length).toBeGreaterThanOrEqual(8);
    for (const { after, seen } of deaths) expect({ after, seen }).toEqual({ after, seen: undisturbed });
  },
);
