import { expect, it } from 'vitest';
import { records } from '../app';
import type { Handle } from '../platform/db';
import { fixedCrypto } from '../platform/db/fixed-crypto.testing';
import { type UpgradeStory, killAtEveryStatement } from '../platform/db/killed-upgrade.testing';
import { proveCount } from '../prove-count.testing';
import { candidateTables } from './20261128-190000-candidates';
import { candidatesMoved } from './20261128-190100-candidates-moved';
import { migrations } from './index';

const crypto = fixedCrypto();
/** How many of some sixty statements are died of, an upgrade each; all of them in `npm run prove -- upgrades`. */
const MANY = proveCount(8);
const at = new Date(Date.UTC(2026, 10, 24));

const story: UpgradeStory = {
  records,
  old: migrations.slice(0, migrations.indexOf(candidateTables)),
  new: [candidateTables, candidatesMoved],
  seed: (db) =>
    db.tx(async (h) => {
      await h.run(
        "INSERT INTO notice (id, body_id, kind, year, title, current_version, created_at) VALUES ('n', 'b', 'certification', 2026, 't', 1, ?)",
        [at],
      );
      await h.run(
        `INSERT INTO notice_version (id, notice_id, version, language, content, raw_text, sha256, published_at)
         VALUES ('v', 'n', 1, 1, '{}', '{}', '', ?)`,
        [at],
      );
      await h.run(
        `INSERT INTO session (id, body_id, notice_id, notice_version_id, notice_version, name, state, exam_start, exam_end, year, number, created_at, revision)
         VALUES ('s', 'b', 'n', 'v', 1, '十二月', 'published', '2026-12-12', '2026-12-13', 2026, 1, ?, 'r1')`,
        [at],
      );
      await h.run("INSERT INTO session_offering (id, session_id, code, position) VALUES ('o', 's', 'installer-5', 0)");
      // two of one person by two documents, approved both; and a draft that has said nothing yet
      for (const [id, state, number, person] of [
        ['a1', 'approved', 'E1', 'p'],
        ['a2', 'approved', 'E2', 'p'],
        ['a3', 'draft', null, null],
      ] as const) {
        const sealed =
          number && crypto.encryptField({ table: 'application', column: 'documentNumber', row: id }, number);
        await h.run(
          `INSERT INTO application (id, version, account_id, body_id, notice_id, notice_version, notice_version_id, session_id, offering_code, state,
             account_key, person_id, document_number, birth_date, sex, employer, facts, assessment, papers, changed_fields, round, created_at)
           VALUES (?, 3, 'acc', 'b', 'n', 1, 'v', 's', 'installer-5', ?, ?, ?, ?, ?, ?, ?, '{}', ?, '[]', '[]', 1, ?)`,
          [
            id,
            state,
            `s:installer-5:${id}`,
            person,
            sealed,
            number && '1990-02-03',
            number && 'female',
            number && '某公司',
            number && JSON.stringify({ assessment: { verdict: 'eligible' } }),
            at,
          ],
        );
        await h.run('INSERT INTO application_file (id, application_id, file_id) VALUES (?, ?, ?)', [
          `f${id}`,
          id,
          'file',
        ]);
        await h.run(
          "INSERT INTO application_remark (id, application_id, round, position, field, text, by_account_id, at) VALUES (?, ?, 1, 0, 'photo', '重拍', 'acc', ?)",
          [`r${id}`, id, at],
        );
      }
    }),
  see: (db) =>
    db.read(async (h) => ({
      events: await h.query('SELECT * FROM event'),
      sessions: await h.query('SELECT * FROM session'),
      offerings: await h.query('SELECT * FROM session_offering'),
      candidates: await seeCandidates(h),
      participants: await h.query('SELECT * FROM participant ORDER BY id'),
      applications: await h.query('SELECT * FROM application ORDER BY id'),
      files: await h.query('SELECT id, candidate_id FROM candidate_file ORDER BY id'),
      remarks: await h.query('SELECT id, application_id FROM application_remark ORDER BY id'),
    })),
};

const SEALED = { document_number: 'documentNumber', birth_date: 'birthDate', sex: 'sex', employer: 'employer' };

/** Sealed values differ each time: what they hold must not. */
async function seeCandidates(h: Handle): Promise<unknown[]> {
  const rows = await h.query<{ id: string } & Record<string, unknown>>('SELECT * FROM candidate ORDER BY id');
  return rows.map((row) => {
    const opened = Object.entries(SEALED).map(([name, column]) => {
      const sealed = row[name];
      if (sealed === null) return [name, null] as const;
      if (!(sealed instanceof Uint8Array || sealed instanceof ArrayBuffer)) throw new Error(`${name} is not sealed`);
      const bytes = Buffer.from(sealed instanceof ArrayBuffer ? new Uint8Array(sealed) : sealed);
      return [name, crypto.decryptField({ table: 'candidate', column, row: row.id }, bytes)] as const;
    });
    return { ...row, ...Object.fromEntries(opened) };
  });
}

// some seventy databases, each started twice
it(
  'an application becomes a candidate and a participant, wherever the upgrade is cut off',
  { timeout: 300_000 },
  async () => {
    const { undisturbed, deaths } = await killAtEveryStatement(story, MANY);
    expect(undisturbed).toMatchObject({
      events: [{ id: 's', kind: 'session', notice_version_id: 'v', state: 'published', revision: 'r1' }],
      sessions: [{ id: 's', name: '十二月' }],
      offerings: [{ id: 'o' }],
      candidates: [
        {
          id: 'a1',
          scope: 's:installer-5',
          account_key: 's:installer-5:a1',
          person_key: 's:installer-5:p',
          document_number: 'E1',
          birth_date: '1990-02-03',
          sex: 'female',
          employer: '某公司',
        },
        { id: 'a2', person_id: 'p', person_key: null, document_number: 'E2' },
        { id: 'a3', person_key: null, document_number: null, birth_date: null },
      ],
      participants: [
        { id: 'a1', candidate_id: 'a1', event_id: 's', state: 'approved', version: 3, verdict: 'eligible' },
        { id: 'a2', state: 'approved' },
        { id: 'a3', state: 'draft', verdict: null },
      ],
      applications: [{ id: 'a1', round: 1 }, { id: 'a2' }, { id: 'a3' }],
      files: ['a1', 'a2', 'a3'].map((id) => ({ id: `f${id}`, candidate_id: id })),
      remarks: ['a1', 'a2', 'a3'].map((id) => ({ id: `r${id}`, application_id: id })),
    });
    expect(deaths.length).toBeGreaterThanOrEqual(8);
    for (const { after, seen } of deaths) expect({ after, seen }).toEqual({ after, seen: undisturbed });
  },
);
