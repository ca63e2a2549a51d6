import { expect, it } from 'vitest';
import { records } from '../app';
import type { Handle } from '../platform/db';
import { type UpgradeStory, killAtEveryStatement } from '../platform/db/killed-upgrade.testing';
import { proveCount } from '../prove-count.testing';
import { oneProcedure } from './20261129-205900-one-procedure';
import { SEEDED_AT, seedCandidate, seedEvents } from './enrolled.testing';
import { migrations } from './index';

/** One upgrade a statement. */
const MANY_UPGRADES_MS = 300_000;

/** What the door recorded of whom, and what a single officer decided of it. */
const ACTS = [
  ['decided', 'one', 'all-subjects'],
  ['nothing', 'two', 'none'],
  ['open-a', 'three', null],
  ['open-b', 'three', null],
] as const;

async function seed(h: Handle): Promise<void> {
  await seedEvents(h);
  for (const id of ['one', 'two', 'three', 'four']) {
    await seedCandidate(h, id, { kind: 'application', accountId: `of-${id}` });
  }
  const rows = await h.query<{ id: string; candidate_id: string; event_id: string }>(
    'SELECT id, candidate_id, event_id FROM participant',
  );
  const of = (candidate: string) => rows.find(({ candidate_id }) => candidate_id === candidate);
  await h.run("INSERT INTO session (id, body_id, name, year, number, created_at) VALUES ('s', 'b', 's', 2026, 1, ?)", [
    SEEDED_AT,
  ]);
  await h.run(
    `INSERT INTO duty (id, body_id, session_id, day, slot, room_ids, kind, name, state, mark_key, assigned_by, assigned_at)
     VALUES ('duty', 'bspia', ?, '2026-12-12', '2026-12-12 09', '[]', 'staff', 'w', 'open', 'k', 'o', ?)`,
    [of('one')?.event_id ?? '', SEEDED_AT],
  );
  for (const [id, candidate, penalty] of ACTS)
    await h.run(
      `INSERT INTO door_act (id, body_id, session_id, duty_id, nonce, slot, kind, participant_id, at, received_at, by_account_id, outcome, penalty, penalty_at)
       VALUES (?, 'bspia', ?, 'duty', ?, '2026-12-12 09', 'breach', ?, ?, ?, 'o', 'done', ?, ?)`,
      [
        id,
        of(candidate)?.event_id ?? '',
        `n-${id}`,
        of(candidate)?.id ?? '',
        SEEDED_AT,
        SEEDED_AT,
        penalty,
        penalty && SEEDED_AT,
      ],
    );
  for (const [candidate, cause] of [
    ['three', 'breach'],
    ['four', 'mark'],
  ] as const)
    await h.run(
      `INSERT INTO result_hold (id, body_id, session_id, participant_id, cause, live_key, held_at, held_by)
       VALUES (?, 'bspia', ?, ?, ?, ?, ?, 'o')`,
      [
        `h-${candidate}`,
        of(candidate)?.event_id ?? '',
        of(candidate)?.id ?? '',
        cause,
        of(candidate)?.id ?? '',
        SEEDED_AT,
      ],
    );
}

const story: UpgradeStory = {
  records,
  old: migrations.slice(0, migrations.indexOf(oneProcedure)),
  new: [oneProcedure],
  seed: (db) => db.tx(seed),
  see: (db) =>
    db.read(async (h) => {
      const penalties = await h.query<{ c: string; live_key: string }>(
        'SELECT p.candidate_id AS c, n.live_key AS live_key FROM penalty n JOIN participant p ON p.id = n.participant_id',
      );
      const holds = await h.query<{ c: string; cause: string; live_key: string; participant_id: string }>(
        `SELECT p.candidate_id AS c, h.cause AS cause, h.live_key AS live_key, h.participant_id AS participant_id
         FROM result_hold h JOIN participant p ON p.id = h.participant_id WHERE h.live_key IS NOT NULL`,
      );
      return {
        penalties: penalties.map(({ c, live_key }) => `${c} ${live_key}`).toSorted(),
        holds: holds
          .map(({ c, cause, live_key, participant_id }) => `${c} ${cause} ${live_key.replace(participant_id, '')}`)
          .toSorted(),
      };
    }),
};

it(
  'keeps what one officer decided, and holds by each cause, wherever it dies',
  { timeout: MANY_UPGRADES_MS },
  async () => {
    const { undisturbed, deaths } = await killAtEveryStatement(story, proveCount(6));
    expect(undisturbed).toEqual({
      penalties: ['one door:decided'],
      holds: ['four mark :mark:', 'three door :door:open-a', 'three door :door:open-b'],
    });
    for (const { after, seen } of deaths) expect({ after, seen }).toEqual({ after, seen: undisturbed });
  },
);
