import exceljs from 'exceljs';
import { createConnection } from 'mysql2/promise';
import { rosters } from '@jikaotong/shared/contract';
import { startMariadb } from '../../test/support/mariadb';
import { filledRoster, manyLines, templateOf } from '../../test/support/rosters';
import { sendSheet } from '../../test/support/send-sheet';
import { trainingBodyIn } from '../../test/support/training-body';
import { openWorld } from '../../test/support/world';
import { type Spread, spreadOf } from './statistics';

export type RosterFigures = {
  /** Seconds from the upload to the last row written: read, judged, compared, confirmed, written. */
  readonly taken: Spread;
  /** Seconds to parse the same workbook and insert a row of each of the three tables for everybody, a hundred at once. */
  readonly bare: Spread;
  readonly ratio: Spread;
  /** Most megabytes that the process has held so far. */
  readonly megabytes: Spread;
};

const TOGETHER = 100;

/** The list of a unit, nobody with a photo, beside what no import can do without, on MariaDB. */
export async function measureRoster({ rounds, people }: { rounds: number; people: number }): Promise<RosterFigures> {
  const mariadb = await startMariadb();
  try {
    process.env['TEST_DATABASE_URL'] = mariadb.url;
    process.env['JIKAOTONG_TEST_DB'] = 'mariadb';
    const measured: { taken: number; bare: number; megabytes: number }[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const { bytes, taken } = await takenByUs(people);
      const megabytes = process.resourceUsage().maxRSS / 1024;
      measured.push({ taken, bare: await takenBare(mariadb.url, bytes), megabytes });
    }
    return {
      taken: spreadOf(measured.map(({ taken }) => taken)),
      bare: spreadOf(measured.map(({ bare }) => bare)),
      ratio: spreadOf(measured.map(({ taken, bare }) => taken / bare)),
      megabytes: spreadOf(measured.map(({ megabytes }) => megabytes)),
    };
  } finally {
    await mariadb.stop();
  }
}

async function takenByUs(people: number): Promise<{ bytes: Buffer; taken: number }> {
  const world = await openWorld({ day: '2024-08-12' });
  try {
    const { agent, roster } = await trainingBodyIn(world);
    const bytes = await filledRoster(await templateOf(agent, roster.id), manyLines(people));
    const began = performance.now();
    const sent = await sendSheet(world, agent, { endpoints: rosters.rosterSheet, id: roster.id, bytes });
    const taken = (performance.now() - began) / 1000;
    if (sent.state !== 'done') throw new Error(`the list was not taken: ${JSON.stringify(sent).slice(0, 800)}`);
    return { bytes, taken };
  } finally {
    await world.stop();
  }
}

/** Parsed by the library alone, and inserted as text into tables of the same three shapes: no rule, no seal, no key. */
async function takenBare(url: string, bytes: Buffer): Promise<number> {
  const db = await createConnection(url);
  try {
    await db.query('CREATE DATABASE bench_roster');
    const columns = 'id VARCHAR(64) PRIMARY KEY, a TEXT, b TEXT, c TEXT, told TEXT';
    for (const table of TABLES) await db.query(`CREATE TABLE bench_roster.${table} (${columns})`);
    const began = performance.now();
    const book = new exceljs.Workbook();
    await book.xlsx.load(new Uint8Array(bytes).buffer);
    const rows: (readonly string[])[] = [];
    book.worksheets[0]?.eachRow((row, at) => {
      const cells: string[] = [];
      row.eachCell({ includeEmpty: true }, ({ text }) => void cells.push(text));
      rows.push([String(at), cells[0] ?? '', cells[2] ?? '', cells[3] ?? '', cells.join('|')]);
    });
    for (let from = 0; from < rows.length; from += TOGETHER)
      for (const table of TABLES)
        await db.query(`INSERT INTO bench_roster.${table} VALUES ?`, [rows.slice(from, from + TOGETHER)]);
    return (performance.now() - began) / 1000;
  } finally {
    await db.query('DROP DATABASE bench_roster');
    await db.end();
  }
}

const TABLES = ['candidate', 'application', 'roster_row'] as const;
