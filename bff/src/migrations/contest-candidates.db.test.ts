import { expect, it } from 'vitest';
import { records } from '../app';
import type { Db, Handle } from '../platform/db';
import { fixedCrypto } from '../platform/db/fixed-crypto.testing';
import { killAtEveryStatement } from '../platform/db/killed-upgrade.testing';
import { proveCount } from '../prove-count.testing';
import { contestCandidates } from './20261128-200000-contest-candidates';
import { contestCandidatesMoved } from './20261128-200100-contest-candidates-moved';
import { migrations } from './index';

const crypto = fixedCrypto();
/** One upgrade a statement. */
const MANY_UPGRADES_MS = 300_000;
const steps = [contestCandidates, contestCandidatesMoved];
const at = new Date(Date.UTC(2025, 6, 10));
const content = JSON.stringify({ contest: { stages: [{ code: 'preliminary' }, { code: 'final' }] } });

/** The final was announced; one entry waits, one was accepted, one is over, and one is of a list. */
async function seed(h: Handle): Promise<void> {
  await h.run(
    "INSERT INTO notice (id, body_id, kind, year, title, current_version, created_at) VALUES ('c', 'b', 'competition', 2025, 't', 1, ?)",
    [at],
  );
  await h.run(
    `INSERT INTO notice_version (id, notice_id, version, language, content, raw_text, sha256, published_at)
     VALUES ('v', 'c', 1, 1, ?, '{"text":""}', '', ?)`,
    [content, at],
  );
  await h.run(
    `INSERT INTO contest_stage (id, notice_id, stage, day, starts_at, place, announced_at, announced_by)
     VALUES ('s', 'c', 'final', '2025-09-01', '09:00', 'p', ?, 'a')`,
    [at],
  );
  await entry(h, 'e1', { state: 'entered', verdict: 'needs-review', decision: null });
  await entry(h, 'e2', { state: 'entered', verdict: 'needs-review', decision: 'accepted' });
  await entry(h, 'e3', { state: 'withdrawn', verdict: 'eligible', decision: null });
  await entry(h, 'e4', { state: 'refused', verdict: 'needs-review', decision: 'refused' });
  const place = { table: 'contest_registration', column: 'phone', row: 'r' };
  await h.run(
    `INSERT INTO contest_registration (id, version, account_id, body_id, notice_id, account_key, way, ticks, state,
       phone, phone_index, created_at) VALUES ('r', 1, 'a', 'b', 'c', 'c:a', 'individual', '[]', 'preparing', ?, 'old', ?)`,
    [crypto.encryptField(place, '13800000000'), at],
  );
}

async function entry(
  h: Handle,
  id: string,
  { state, verdict, decision }: { state: string; verdict: string; decision: string | null },
): Promise<void> {
  const seal = (column: string, value: string) =>
    crypto.encryptField({ table: 'contest_entry', column, row: id }, value);
  await h.run(
    `INSERT INTO contest_entry (id, version, account_id, body_id, notice_id, notice_version_id, offering_code, state,
       account_key, document_key, verdict, name, origin, document_type, document_number, birth_date, sex, phone,
       union_card, levels, training, photo, entered_on, entered_at, decision)
     VALUES (?, 3, 'a', 'b', 'c', 'v', 'o', ?, ?, ?, ?, 'n', 'mainland', 'resident-id', ?, '1990-05-01', 'male', ?,
       0, '[]', 1, '{"fileId":"f","facts":{}}', '2025-07-09', ?, ?)`,
    [
      id,
      state,
      state === 'entered' ? `c:${id}` : null,
      state === 'entered' ? `c:d-${id}` : null,
      verdict,
      seal('documentNumber', '110105199005010157'),
      seal('phone', '13800000000'),
      at,
      decision,
    ],
  );
}

/** What the tables hold, with the sealed values open and the ids that were made known by what they name. */
const see = (db: Db): Promise<unknown> =>
  db.read(async (h) => {
    const candidates = await h.query<{ id: string; number: Uint8Array; sex: Uint8Array }>(
      `SELECT id, kind, scope, account_key, document_key, document_index, phone_index, document_number AS number, sex
       FROM candidate ORDER BY id`,
    );
    const open = (row: string, column: string, value: Uint8Array) =>
      crypto.decryptField({ table: 'candidate', column, row }, Buffer.from(value));
    return {
      candidates: candidates.map(({ number, sex, ...row }) => ({
        ...row,
        number: open(row.id, 'documentNumber', number),
        sex: open(row.id, 'sex', sex),
      })),
      participants: await h.query(
        `SELECT p.id AS id, p.state AS state, p.verdict AS verdict, p.version AS version, s.stage AS stage
         FROM participant p JOIN contest_stage s ON s.id = p.event_id ORDER BY p.id`,
      ),
      stages: await h.query(
        `SELECT s.stage AS stage, s.place AS place, e.kind AS kind, CASE WHEN e.first_day IS NULL THEN 0 ELSE 1 END AS dated
         FROM contest_stage s JOIN event e ON e.id = s.id ORDER BY s.stage`,
      ),
      events: await h.query('SELECT COUNT(*) AS n FROM event'),
      files: await h.query('SELECT candidate_id, file_id FROM candidate_file ORDER BY candidate_id'),
      phones: await h.query('SELECT phone_index FROM contest_registration'),
    };
  });

it('moves entries and stages, whatever statement the upgrade dies of', { timeout: MANY_UPGRADES_MS }, async () => {
  const old = migrations.slice(0, migrations.indexOf(contestCandidates));
  const seeded = (db: Db) => db.tx(seed);
  const { undisturbed, deaths } = await killAtEveryStatement(
    { records, old, new: steps, seed: seeded, see },
    proveCount(8),
  );
  const index = crypto.blindIndex('application-phone', '13800000000');
  expect(undisturbed).toMatchObject({
    candidates: ['e1', 'e2', 'e3', 'e4'].map((id) => ({
      id,
      kind: 'entry',
      scope: 'c',
      number: '110105199005010157',
      sex: 'male',
      phone_index: index,
    })),
    participants: [
      { id: 'e1', state: 'submitted', stage: 'preliminary' },
      { id: 'e2', state: 'approved', stage: 'preliminary' },
      { id: 'e3', state: 'withdrawn', stage: 'preliminary' },
      { id: 'e4', state: 'rejected', stage: 'preliminary' },
    ],
    stages: [
      { stage: 'final', place: 'p', kind: 'stage' },
      { stage: 'preliminary', place: null, kind: 'stage' },
    ],
    phones: [{ phone_index: index }],
  });
  expect(deaths.length).toBeGreaterThanOrEqual(8);
  for (const { after, seen } of deaths) expect({ after, seen }).toEqual({ after, seen: undisturbed });
});
