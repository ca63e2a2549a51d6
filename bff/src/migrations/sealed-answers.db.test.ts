import { type Db, type Handle, sealedBytesFrom } from '../platform/db';
import { fixedCrypto } from '../platform/db/fixed-crypto.testing';
import { type UpgradeStory, killAtEveryStatement } from '../platform/db/killed-upgrade.testing';
import { expect, it } from 'vitest';
import { records } from '../app';
import { proveCount } from '../prove-count.testing';
import { sealedAnswers } from './20261129-102911-sealed-answers';
import { sealedPersons } from './20261129-102912-sealed-persons';
import { sealedPersonsClearGone } from './20261129-102913-sealed-persons-clear-gone';
import { SEEDED_AT, seedCandidate, seedEvents } from './enrolled.testing';
import { migrations } from './index';

/** One upgrade a statement. */
const MANY_UPGRADES_MS = 300_000;
const crypto = fixedCrypto();

const FACTS = { birthDate: '1978-05-01', jobs: [{ occupation: '保安员', employer: '金丝雀公司', from: '2015-01-01' }] };
const PAPERS = [{ document: 'diploma', fileIds: ['f'], number: 'XX1978' }];
const ASSESSED = { noticeVersion: 1, language: 1, on: '2026-11-24', assessment: { verdict: 'eligible', trace: FACTS } };
const CLEAR = ['1978-05-01', '金丝雀', 'XX1978', '写明', '转账号', 'female'];

async function seed(h: Handle): Promise<void> {
  await seedEvents(h);
  for (const id of ['a1', 'a2']) await seedCandidate(h, id, { kind: 'application', accountId: `of-${id}` });
  await h.run(
    "UPDATE application SET facts = ?, papers = ?, assessment = ?, rejection = '请写明金丝雀公司' WHERE id = 'a1'",
    [JSON.stringify(FACTS), JSON.stringify(PAPERS), JSON.stringify(ASSESSED)],
  );
  await h.run(
    `INSERT INTO application_remark (id, application_id, round, position, field, text, by_account_id, at)
     VALUES ('r', 'a1', 1, 0, 'facts', '请写明金丝雀公司', 'acc', ?)`,
    [SEEDED_AT],
  );
  await h.run(
    "INSERT INTO message (id, account_id, code, data, sent_at) VALUES ('m', 'acc', 'application-rejected', ?, ?)",
    [JSON.stringify({ reason: '请写明金丝雀公司' }), SEEDED_AT],
  );
  await h.run(
    `INSERT INTO correction (id, body_id, candidate_id, state, fields, identity_before, identity_after, reason, evidence, asked_at)
     VALUES ('c', 'b', 'a1', 'open', '["name"]', ?, ?, '写明原因', '[]', ?)`,
    [Buffer.from('sealed'), Buffer.from('sealed'), SEEDED_AT],
  );
  await h.run(
    `INSERT INTO counter_slip (id, candidate_id, body_id, walk_in, note, originals, created_at, outside_hours)
     VALUES ('s', 'a1', 'b', FALSE, '写明单位', '[]', ?, FALSE)`,
    [SEEDED_AT],
  );
  await h.run(
    `INSERT INTO pay_order (id, body_id, event_id, notice_id, notice_version, offering_code, state, turn, total_fen, opened_at)
     VALUES ('o', 'b', 's', 'n', 1, 'x', 'open', 1, 100, ?)`,
    [SEEDED_AT],
  );
  await h.run(
    `INSERT INTO pay_receipt (id, order_id, method, state, amount_fen, paid_on, reference, return_fen, created_at)
     VALUES ('p', 'o', 'transfer', 'claimed', 100, '2026-11-24', '转账号 6222', 0, ?)`,
    [SEEDED_AT],
  );
  await h.run(
    `INSERT INTO open_case (id, case_key, body_id, kind, state, opened_at, refund_note, resolution)
     VALUES ('k', 'k', 'b', 'paid-twice', 'resolved', ?, '写明退款', '写明结果')`,
    [SEEDED_AT],
  );
  await h.run(
    `INSERT INTO pay_return (id, order_id, receipt_id, case_id, amount_fen, state, reason, requested_at)
     VALUES ('t', 'o', 'p', 'k', 100, 'requested', '写明退费', ?)`,
    [SEEDED_AT],
  );
  await seedCandidate(h, 'e1', { kind: 'entry', accountId: null });
  await h.run(
    `INSERT INTO contest_entry (id, notice_version_id, group_note, coach, union_card, levels, training, decision_reason)
     VALUES ('e1', 'v', '写明组别', '写明教练', FALSE, '[]', FALSE, '写明不收')`,
  );
  await h.run(
    "INSERT INTO person (id, name, birth_date, sex, created_at) VALUES ('p', '王芳', '1978-05-01', 'female', ?)",
    [SEEDED_AT],
  );
}

const TABLES = [
  'application',
  'application_remark',
  'message',
  'correction',
  'counter_slip',
  'pay_receipt',
  'pay_return',
  'open_case',
  'contest_entry',
  'person',
];

/** Everything that stands in these tables, as text. */
const written = async (h: Handle): Promise<string> =>
  JSON.stringify(await Promise.all(TABLES.map((table) => h.query(`SELECT * FROM ${table}`))));

/** What a sealed column of a row holds; null where nothing does. */
async function opened(h: Handle, table: string, [column, property]: readonly [string, string], row: string) {
  const [found] = await h.query<{ value: unknown }>(`SELECT ${column} AS value FROM ${table} WHERE id = ?`, [row]);
  if (found?.value === null) return null;
  return crypto.decryptField({ table, column: property, row }, sealedBytesFrom(found?.value));
}

const see = (db: Db) =>
  db.read(async (h) => {
    const one = (table: string, row: string, column: string, property = column) =>
      opened(h, table, [column, property], row);
    const json = async (table: string, row: string, column: string): Promise<unknown> =>
      JSON.parse((await one(table, row, column)) ?? 'null');
    const text = await written(h);
    return {
      facts: await json('application', 'a1', 'facts'),
      papers: await json('application', 'a1', 'papers'),
      assessment: await json('application', 'a1', 'assessment'),
      rejection: await one('application', 'a1', 'rejection'),
      unsaid: [await one('application', 'a2', 'assessment'), await one('application', 'a2', 'rejection')],
      remark: await one('application_remark', 'r', 'text'),
      message: await json('message', 'm', 'data'),
      correction: [await one('correction', 'c', 'reason'), await one('correction', 'c', 'refusal')],
      slip: await one('counter_slip', 's', 'note'),
      receipt: [await one('pay_receipt', 'p', 'reference'), await one('pay_receipt', 'p', 'reason')],
      given: await one('pay_return', 't', 'reason'),
      decided: [await one('open_case', 'k', 'refund_note', 'refundNote'), await one('open_case', 'k', 'resolution')],
      entry: [
        await one('contest_entry', 'e1', 'group_note', 'groupNote'),
        await one('contest_entry', 'e1', 'coach'),
        await one('contest_entry', 'e1', 'decision_reason', 'decisionReason'),
      ],
      person: await json('person', 'p', 'details'),
      clear: CLEAR.filter((canary) => text.includes(canary)),
    };
  });

const story: UpgradeStory = {
  records,
  old: migrations.slice(0, migrations.indexOf(sealedAnswers)),
  new: [sealedAnswers, sealedPersons, sealedPersonsClearGone],
  seed: async (db) => {
    await db.tx(seed);
    // the same look finds all of it where it stands in the clear
    const before = await db.read(written);
    expect(CLEAR.filter((canary) => before.includes(canary))).toEqual(CLEAR);
  },
  see,
};

it('seals what stood in the clear, once, wherever it dies', { timeout: MANY_UPGRADES_MS }, async () => {
  const { undisturbed, deaths } = await killAtEveryStatement(story, proveCount(8));
  expect(undisturbed).toEqual({
    facts: FACTS,
    papers: PAPERS,
    assessment: ASSESSED,
    rejection: '请写明金丝雀公司',
    unsaid: [null, null],
    remark: '请写明金丝雀公司',
    message: { reason: '请写明金丝雀公司' },
    correction: ['写明原因', null],
    slip: '写明单位',
    receipt: ['转账号 6222', null],
    given: '写明退费',
    decided: ['写明退款', '写明结果'],
    entry: ['写明组别', '写明教练', '写明不收'],
    person: { birthDate: '1978-05-01', sex: 'female' },
    clear: [],
  });
  expect(deaths.length).toBeGreaterThan(0);
  for (const { after, seen } of deaths) expect({ after, seen }).toEqual({ after, seen: undisturbed });
});
