import exceljs from 'exceljs';
import { createConnection } from 'mysql2/promise';
import { rosters } from '@jikaotong/shared/contract';
import { startMariadb } from '../../test/support/mariadb';
import { filledRoster, manyLines, templateOf } from '../../test/support/rosters';
import { sendSheet } from '../../test/support/send-sheet';
import { trainingBodyIn } from '../../test/support/training-body';
import { type World, openWorld } from '../../test/support/world';
import { type Cost, costOf } from './cost';
import { type Spread, spreadOf } from './statistics';

export type Side = Readonly<Record<keyof Cost, Spread>>;
export type RosterFigures = {
  /** From the upload to the last row written: read, judged, compared, confirmed, written. */
  readonly ours: Side;
  /** The same workbook parsed, and the very rows that ours left inserted into tables with the same columns and keys. */
  readonly same: Side;
  /** The same workbook parsed, and three rows of text for everybody, with no key but the first. */
  readonly lean: Side;
  /** By processor time of this process and the server together, and by the clock. */
  readonly bySame: Side;
  readonly byLean: Side;
  /** Most megabytes that the process has held when our side was done. */
  readonly megabytes: Spread;
};

/** Of rows, in one statement of the bare sides. */
const TOGETHER = 500;
/** Nobody is measured before the code has run once. */
const WARMING = 500;

/** The list of a unit, nobody with a photo, beside what no import can do without, on MariaDB. */
export async function measureRoster({ rounds, people }: { rounds: number; people: number }): Promise<RosterFigures> {
  const mariadb = await startMariadb();
  try {
    process.env['TEST_DATABASE_URL'] = mariadb.url;
    process.env['JIKAOTONG_TEST_DB'] = 'mariadb';
    await measured(mariadb.url, WARMING);
    const all: Awaited<ReturnType<typeof measured>>[] = [];
    for (let round = 0; round < rounds; round += 1) all.push(await measured(mariadb.url, people));
    const side = (costs: readonly Cost[]): Side => ({
      seconds: spreadOf(costs.map(({ seconds }) => seconds)),
      cpuSeconds: spreadOf(costs.map(({ cpuSeconds }) => cpuSeconds)),
    });
    const by = (name: 'same' | 'lean') =>
      side(
        all.map(({ ours, [name]: bare }) => ({
          seconds: ours.seconds / bare.seconds,
          cpuSeconds: ours.cpuSeconds / bare.cpuSeconds,
        })),
      );
    return {
      ours: side(all.map(({ ours }) => ours)),
      same: side(all.map(({ same }) => same)),
      lean: side(all.map(({ lean }) => lean)),
      bySame: by('same'),
      byLean: by('lean'),
      megabytes: spreadOf(all.map(({ megabytes }) => megabytes)),
    };
  } finally {
    await mariadb.stop();
  }
}

async function measured(url: string, people: number) {
  const world = await openWorld({ day: '2024-08-12' });
  try {
    const { agent, roster } = await trainingBodyIn(world);
    const bytes = await filledRoster(await templateOf(agent, roster.id), manyLines(people));
    const ours = await costOf(url, async () => {
      const sent = await sendSheet(world, agent, { endpoints: rosters.rosterSheet, id: roster.id, bytes });
      if (sent.state !== 'done') throw new Error(`the list was not taken: ${JSON.stringify(sent).slice(0, 800)}`);
    });
    const megabytes = process.resourceUsage().maxRSS / 1024;
    return { ours, megabytes, ...(await bareSides(url, world, bytes)) };
  } finally {
    await world.stop();
  }
}

/** What stays of a list once it is taken in; what it was previewed with goes after a week, and no bare side writes it. */
const KEPT = ['candidate', 'participant', 'application', 'roster_row', 'audit_event'] as const;
const LEAN = ['candidate_text', 'application_text', 'roster_row_text'] as const;

/** Parsed by the library alone, and inserted in one transaction: no rule, no seal, no key is worked out. */
async function bareSides(url: string, world: World, bytes: Buffer): Promise<{ same: Cost; lean: Cost }> {
  const db = await createConnection({ uri: url, dateStrings: true, jsonStrings: true });
  const insertAll = async (lists: readonly (readonly [table: string, rows: readonly (readonly unknown[])[]])[]) => {
    await db.beginTransaction();
    for (const [table, rows] of lists)
      for (let from = 0; from < rows.length; from += TOGETHER)
        await db.query(`INSERT INTO bench_roster.${table} VALUES ?`, [rows.slice(from, from + TOGETHER)]);
    await db.commit();
  };
  try {
    await db.query('CREATE DATABASE bench_roster');
    const [from] = await world.db.read((h) => h.query<{ name: string }>('SELECT DATABASE() AS name', []));
    const kept: [string, (readonly unknown[])[]][] = [];
    for (const table of KEPT) {
      await db.query(`CREATE TABLE bench_roster.${table} LIKE \`${from?.name}\`.${table}`);
      const [rows] = await db.query({ sql: `SELECT * FROM \`${from?.name}\`.${table}`, rowsAsArray: true });
      if (!isRows(rows)) throw new Error(`no rows of ${table}`);
      kept.push([table, rows]);
    }
    const columns = 'id VARCHAR(64) PRIMARY KEY, a TEXT, b TEXT, c TEXT, told TEXT';
    for (const table of LEAN) await db.query(`CREATE TABLE bench_roster.${table} (${columns})`);
    const same = await costOf(url, async () => {
      await parsed(bytes);
      await insertAll(kept);
    });
    const lean = await costOf(url, async () => {
      const rows = await parsed(bytes);
      await insertAll(LEAN.map((table) => [table, rows]));
    });
    return { same, lean };
  } finally {
    await db.query('DROP DATABASE IF EXISTS bench_roster');
    await db.end();
  }
}

const isRows = (rows: unknown): rows is (readonly unknown[])[] => Array.isArray(rows);

async function parsed(bytes: Buffer): Promise<(readonly string[])[]> {
  const book = new exceljs.Workbook();
  await book.xlsx.load(new Uint8Array(bytes).buffer);
  const rows: (readonly string[])[] = [];
  book.worksheets[0]?.eachRow((row, at) => {
    const cells: string[] = [];
    row.eachCell({ includeEmpty: true }, ({ text }) => void cells.push(text));
    rows.push([String(at), cells[0] ?? '', cells[2] ?? '', cells[3] ?? '', cells.join('|')]);
  });
  return rows;
}
