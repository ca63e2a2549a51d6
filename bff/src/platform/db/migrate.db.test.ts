import { describe, expect, it } from 'vitest';
import {
  type Db,
  type Migration,
  type Schema,
  blob,
  bool,
  day,
  encrypted,
  id,
  int,
  nullable,
  record,
  ref,
  text,
  word,
} from './index';
import { proveCount } from '../../prove-count.testing';
import { type UpgradeStory, killAtEveryStatement } from './killed-upgrade.testing';
import { fixedCrypto } from './fixed-crypto.testing';
import { openThrowawayDb } from './throwaway';

const crypto = fixedCrypto();

const numbered = (count: number) => Array.from({ length: count }, (_, at) => String(at + 1).padStart(6, '0'));

/** An enrolment with what hangs on it: a parent whose children cascade, sealed values, keys of every kind. */
const old: Migration = {
  name: '0001-enrolments',
  up: async (schema) => {
    await schema.table(
      't_enrolment',
      {
        id: id(),
        code: text(40),
        phone: nullable(encrypted()),
        phoneIndex: nullable(text(64)),
        birthDate: nullable(day()),
        employer: nullable(text(80)),
        order: nullable(word()),
        note: text(20),
      },
      {
        unique: { uq_t_enrolment: ['code'], uq_t_enrolment_two: ['code', 'note'] },
        index: { ix_t_enrolment_phone: ['phoneIndex'], ix_t_enrolment_order: ['order', 'id'] },
      },
    );
    const ofEnrolment = { column: 'enrolmentId', references: 't_enrolment' } as const;
    await schema.table(
      't_remark',
      { id: id(), enrolmentId: ref(), text: text(20) },
      { foreign: { fk_t_remark: { ...ofEnrolment, onDelete: 'CASCADE' } } },
    );
    await schema.table(
      't_seat',
      { id: id(), enrolmentId: ref(), subject: word(), row: int() },
      {
        unique: { uq_t_seat: ['enrolmentId', 'subject'] },
        index: { ix_t_seat_row: ['row'] },
        foreign: { fk_t_seat: { ...ofEnrolment, onDelete: 'RESTRICT' } },
      },
    );
    await schema.table('t_gone', { id: id() });
  },
};

const person = record(
  't_person',
  {
    id: id(),
    kind: word(),
    code: text(40),
    mobile: nullable(encrypted()),
    mobileIndex: nullable(text(64)),
    birthDate: nullable(encrypted()),
    employer: nullable(encrypted()),
  },
  { unique: { uq_t_person: ['code'] }, index: { ix_t_person: ['mobileIndex'] } },
);
const move: Migration = {
  name: '20260101-000000-persons',
  up: async (schema, ports) => {
    await schema.table(
      't_person',
      {
        id: id(),
        kind: word(),
        code: text(40),
        mobile: nullable(encrypted()),
        mobileIndex: nullable(text(64)),
        birthDate: nullable(encrypted()),
        employer: nullable(encrypted()),
      },
      { unique: { uq_t_person: ['code'] }, index: { ix_t_person: ['mobileIndex'] } },
    );
    await schema.copy({ from: 't_enrolment', to: 't_person', columns: { id: 's.id', kind: "'one'", code: 's.code' } });
    await schema.reseal({
      from: 't_enrolment',
      to: 't_person',
      columns: { mobile: { sealed: 'phone' }, birthDate: { clear: 'birthDate' }, employer: { clear: 'employer' } },
      beside: ['code'],
      indexes: ({ mobile, code }) => ({
        mobileIndex: mobile === null ? null : ports.crypto.blindIndex(`person:${code?.slice(0, 1)}`, mobile),
      }),
    });
    await schema.addColumns('t_seat', { seated: bool(), place: nullable(text(10)), cover: nullable(blob()) });
    await schema.run("UPDATE t_seat SET place = 'A' WHERE place IS NULL");
  },
};

const enrolment = record(
  't_enrolment',
  { id: id(), code: text(60), note: nullable(text(20)) },
  {
    unique: { uq_t_enrolment: ['code'], uq_t_enrolment_three: ['note', 'code'] },
    index: { ix_t_enrolment_note: ['note', 'id'] },
    foreign: { fk_t_enrolment_person: { column: 'id', references: 't_person', onDelete: 'CASCADE' } },
  },
);
const remark = record(
  't_remark',
  { id: id(), enrolmentId: ref(), text: text(20) },
  { foreign: { fk_t_remark: { column: 'enrolmentId', references: 't_enrolment', onDelete: 'CASCADE' } } },
);
const seat = record(
  't_seat',
  {
    id: id(),
    personId: ref(),
    subject: word(),
    row: int(),
    seated: bool(),
    place: text(10),
    cover: nullable(blob()),
  },
  {
    unique: { uq_t_seat: ['personId', 'subject'] },
    index: { ix_t_seat_place: ['place', 'row'] },
    foreign: { fk_t_seat_person: { column: 'personId', references: 't_person', onDelete: 'RESTRICT' } },
  },
);
const takeAway: Migration = {
  name: '20260101-000100-enrolments-drop',
  up: async (schema) => {
    await schema.dropKeys('t_enrolment', ['ix_t_enrolment_phone', 'ix_t_enrolment_order', 'uq_t_enrolment_two']);
    await schema.dropColumns('t_enrolment', ['phone', 'phoneIndex', 'birthDate', 'employer', 'order']);
    await schema.changeColumns('t_enrolment', { code: text(60), note: nullable(text(20)) });
    await schema.addKeys('t_enrolment', {
      unique: { uq_t_enrolment_three: ['note', 'code'] },
      index: { ix_t_enrolment_note: ['note', 'id'] },
      foreign: { fk_t_enrolment_person: { column: 'id', references: 't_person', onDelete: 'CASCADE' } },
    });
    await schema.dropKeys('t_seat', ['fk_t_seat', 'ix_t_seat_row']);
    await schema.renameColumn('t_seat', 'enrolmentId', 'personId');
    await schema.changeColumns('t_seat', { place: text(10) });
    await schema.addKeys('t_seat', {
      index: { ix_t_seat_place: ['place', 'row'] },
      foreign: { fk_t_seat_person: { column: 'personId', references: 't_person', onDelete: 'RESTRICT' } },
    });
    await schema.dropTable('t_gone');
  },
};

const story = (rows: number): UpgradeStory => ({
  records: [person, enrolment, remark, seat],
  old: [old],
  new: [move, takeAway],
  seed: (db) =>
    db.tx(async (h) => {
      for (const row of numbered(rows)) {
        const phone = `138${row}`;
        const sealed = crypto.encryptField({ table: 't_enrolment', column: 'phone', row }, phone);
        await h.run(
          "INSERT INTO t_enrolment (id, code, phone, phone_index, birth_date, employer, `order`, note) VALUES (?, ?, ?, ?, ?, ?, 'open', 'n')",
          [row, `c${row}`, Number(row) % 3 === 0 ? null : sealed, 'old', '1990-02-03', `单位${row}`],
        );
        await h.run("INSERT INTO t_remark (id, enrolment_id, text) VALUES (?, ?, 'kept')", [`r${row}`, row]);
        await h.run("INSERT INTO t_seat (id, enrolment_id, subject, `row`) VALUES (?, ?, 'theory', 4)", [
          `s${row}`,
          row,
        ]);
      }
    }),
  see: async (db) => ({
    schema: await db.schemaDiff(),
    ...(await db.read(async (h) => ({
      gone: await h.query("SELECT 1 FROM t_remark WHERE text <> 'kept'"),
      enrolments: await h.repo(enrolment).find({ order: { id: 'ASC' } }),
      remarks: await h.repo(remark).find({ order: { id: 'ASC' } }),
      seats: await h.repo(seat).find({ order: { id: 'ASC' } }),
      persons: (await h.repo(person).find({ order: { id: 'ASC' } })).map(({ id: row, ...rest }) => ({
        ...rest,
        row,
        mobile: opened('mobile', row, rest.mobile),
        birthDate: opened('birthDate', row, rest.birthDate),
        employer: opened('employer', row, rest.employer),
      })),
    }))),
  }),
});
const opened = (column: string, row: string, sealed: Buffer | null) =>
  sealed === null ? null : crypto.decryptField({ table: 't_person', column, row }, sealed);

/** A bare INSERT: the row is there when the step runs again. */
const unrepeatable: Migration = {
  name: '20260101-000200-unrepeatable',
  up: async (schema) => {
    await schema.run("INSERT INTO t_remark (id, enrolment_id, text) VALUES ('again', '000001', 'kept')");
    // SQLite would take the whole upgrade back
    if (schema.dialect === 'sqlite') for (const sql of ['COMMIT', 'BEGIN']) await schema.run(sql);
    await schema.run("UPDATE t_remark SET text = 'kept'");
  },
};

// some forty databases, each started twice
describe('an upgrade', { timeout: 180_000 }, () => {
  const upgraded = async (rows: number, steps: readonly Migration[]): Promise<Db> => {
    const { records, seed } = story(rows);
    const db = await openThrowawayDb(records, [old]);
    await seed(db);
    await db.migrate([old, ...steps], { crypto });
    return db;
  };

  it('moves rows and sealed values, more than a chunk of them, and leaves the children of what was rebuilt', async () => {
    const db = await upgraded(1_001, [move, takeAway]);
    const { see } = story(0);
    expect(await see(db)).toEqual({
      schema: [],
      gone: [],
      enrolments: numbered(1_001).map((row) => ({ id: row, code: `c${row}`, note: 'n' })),
      remarks: numbered(1_001).map((row) => ({ id: `r${row}`, enrolmentId: row, text: 'kept' })),
      seats: numbered(1_001).map((row) => ({
        id: `s${row}`,
        personId: row,
        subject: 'theory',
        row: 4,
        seated: false,
        place: 'A',
        cover: null,
      })),
      persons: numbered(1_001).map((row) => ({
        row,
        kind: 'one',
        code: `c${row}`,
        mobile: Number(row) % 3 === 0 ? null : `138${row}`,
        mobileIndex: Number(row) % 3 === 0 ? null : crypto.blindIndex('person:c', `138${row}`),
        birthDate: '1990-02-03',
        employer: `单位${row}`,
      })),
    });
    await db.close();
  });

  it('killed after any statement, a second start ends as if nothing had happened', async () => {
    const { undisturbed, deaths } = await killAtEveryStatement(story(3), proveCount(12));
    expect(deaths.length).toBeGreaterThanOrEqual(12);
    for (const { after, seen } of deaths) expect({ after, seen }).toEqual({ after, seen: undisturbed });
  });

  it('killed likewise, a step that cannot be repeated leaves a server that does not start', async () => {
    const { deaths } = await killAtEveryStatement({ ...story(1), new: [unrepeatable], see: async () => 'started' });
    expect(deaths.filter(({ seen }) => seen !== 'started')).not.toEqual([]);
  });

  it.each<[RegExp, (schema: Schema) => Promise<unknown>]>([
    [/points at t_enrolment|foreign key constraint/, (schema) => schema.dropTable('t_enrolment')],
    [/ix_t_enrolment_phone names a column/, (schema) => schema.dropColumns('t_enrolment', ['phoneIndex'])],
    [/t_seat.place must be nullable/, (schema) => schema.addColumns('t_seat', { place: text(10) })],
    [/t_seat has no place/, (schema) => schema.changeColumns('t_seat', { place: text(10) })],
    [/t_enrolment.phone may be sealed/, (schema) => schema.renameColumn('t_enrolment', 'phone', 'mobile')],
    [/cannot have code renamed to note/, (schema) => schema.renameColumn('t_enrolment', 'code', 'note')],
    [/take it away in the next/, copyAndDrop],
    [/t_enrolment.phone of 000001 does not open/, (schema) => resealPhone(schema, { sealed: 'phone' })],
    [/only text, numbers and days/, (schema) => resealPhone(schema, { clear: 'phone' })],
    [/foreign key constraint|rows of t_remark that point at no t_enrolment/, orphan],
  ])('refuses what would go wrong: %s', async (reason, up) => {
    const db = await openThrowawayDb(story(0).records, [old]);
    await story(1).seed(db);
    const elsewhere = { table: 't_enrolment', column: 'phone', row: 'elsewhere' };
    await db.tx((h) => h.run('UPDATE t_enrolment SET phone = ?', [crypto.encryptField(elsewhere, '1')]));
    const step: Migration = { name: '20260101-000300-refused', up: async (schema) => void (await up(schema)) };
    const failure: unknown = await db.migrate([old, step], { crypto }).catch((error: unknown) => error);
    expect(reasonsOf(failure)).toMatch(reason);
    await db.close();
  });
});

async function copyAndDrop(schema: Schema): Promise<void> {
  await schema.table('t_note', { id: id() });
  await schema.copy({ from: 't_gone', to: 't_note', columns: { id: 's.id' } });
  await schema.dropTable('t_gone');
}

async function resealPhone(schema: Schema, from: { sealed: string } | { clear: string }): Promise<void> {
  await schema.addColumns('t_enrolment', { mobile: nullable(encrypted()) });
  await schema.reseal({ from: 't_enrolment', to: 't_enrolment', columns: { mobile: from } });
}

const orphan = (schema: Schema) => schema.run("UPDATE t_remark SET enrolment_id = 'nobody'");

const reasonsOf = (error: unknown): string =>
  error instanceof Error ? `${error.message}; ${reasonsOf(error.cause)}` : String(error);
