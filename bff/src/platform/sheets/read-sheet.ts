import { type Result, failed, ok } from '@jikaotong/shared/kernel';
import exceljs, { type Row, type Workbook, type Worksheet } from 'exceljs';
import { cellText, dayText, headerText } from './cell';
import type { Column, SheetProblem } from './column';
import { type ZipRefusal, checkZip } from './inflate-cap';

export type SheetRefusal = ZipRefusal | 'too-many-rows';
export type SheetRow<K extends string> = { row: number; values: Record<K, string> };
export type SheetRead<K extends string> = { rows: SheetRow<K>[]; problems: SheetProblem[] };

const CAPS = { inflatedBytes: 20_000_000, entries: 200 };
const ROW_LIMIT = 20_000;
const HEADER_SEARCH = 30;

/** Rows of the first tab below its header, empty ones left out, and every problem found; other columns are ignored. */
export async function readSheet<K extends string>(
  bytes: Buffer,
  columns: readonly Column<K>[],
): Promise<Result<SheetRead<K>, SheetRefusal>> {
  const opened = await openWorkbook(bytes);
  if (!opened.ok) return opened;
  const { sheet } = opened.value;
  if (sheet.rowCount > ROW_LIMIT) return failed('too-many-rows');
  const header = findHeader(sheet, columns);
  if (header.problems.length > 0) return ok({ rows: [], problems: header.problems });
  const read: SheetRead<K> = { rows: [], problems: [] };
  sheet.eachRow((row, number) => {
    if (number > header.row) readRow(row, columns, header.columnOf, read);
  });
  return ok(read);
}

/** The workbook and its first visible tab, opened only after its true size is known. */
export async function openWorkbook(bytes: Buffer): Promise<Result<{ book: Workbook; sheet: Worksheet }, SheetRefusal>> {
  const checked = await checkZip(bytes, CAPS);
  if (!checked.ok) return checked;
  const book = new exceljs.Workbook();
  const loaded = await book.xlsx.load(new Uint8Array(bytes).buffer).then(
    () => true,
    // A ZIP of another kind, or a workbook whose parts contradict each other.
    () => false,
  );
  const sheet = loaded ? book.worksheets.find((each) => each.state === 'visible') : undefined;
  return sheet ? ok({ book, sheet }) : failed('not-a-workbook');
}

type Header<K extends string> = { row: number; columnOf: ReadonlyMap<K, number>; problems: SheetProblem[] };

/** The row among the first thirty that names the most columns; what it lacks or has twice is a problem. */
export function findHeader<K extends string>(sheet: Worksheet, columns: readonly Column<K>[]): Header<K> {
  const wanted = new Map(columns.map((column) => [headerText(column.header), column]));
  let best: { row: number; found: { column: Column<K>; at: number }[] } = { row: 1, found: [] };
  for (let number = 1; number <= Math.min(HEADER_SEARCH, sheet.rowCount); number += 1) {
    const found: { column: Column<K>; at: number }[] = [];
    sheet.getRow(number).eachCell((cell, at) => {
      // A merged line shows its text in every cell it covers.
      const column = cell.isMerged && cell.master !== cell ? undefined : wanted.get(headerText(cell.value));
      if (column) found.push({ column, at });
    });
    if (found.length > best.found.length) best = { row: number, found };
  }
  const columnOf = new Map<K, number>();
  const problems: SheetProblem[] = [];
  for (const { column, at } of best.found) {
    if (columnOf.has(column.key))
      problems.push({ row: best.row, column: column.header, code: 'column-twice', value: null });
    else columnOf.set(column.key, at);
  }
  for (const column of columns) {
    if (!columnOf.has(column.key))
      problems.push({ row: best.row, column: column.header, code: 'column-missing', value: null });
  }
  return { row: best.row, columnOf, problems };
}

function readRow<K extends string>(
  row: Row,
  columns: readonly Column<K>[],
  columnOf: ReadonlyMap<K, number>,
  read: SheetRead<K>,
): void {
  const cells = columns.map((column) => {
    const at = columnOf.get(column.key) ?? 0;
    return { column, text: cellText(row.getCell(at).value), shown: row.getCell(at).text };
  });
  if (cells.every(({ text }) => text.ok && text.value === '')) return;
  const problems: SheetProblem[] = [];
  const values = cells.map(({ column, text, shown }): [K, string] => {
    const value = text.ok ? valueOf(column, text.value) : text;
    if (value.ok) return [column.key, value.value];
    problems.push({ row: row.number, column: column.header, code: value.error, value: shown === '' ? null : shown });
    return [column.key, ''];
  });
  read.problems.push(...problems);
  if (problems.length === 0) read.rows.push({ row: row.number, values: recordOf(columns, new Map(values)) });
}

function valueOf<K extends string>(column: Column<K>, text: string): Result<string, SheetProblem['code']> {
  if (text === '') return column.required ? failed('value-missing') : ok('');
  if (column.onlyChoices && !column.choices?.includes(text)) return failed('not-a-choice');
  if (column.kind === 'number') return ok(text.normalize('NFKC').trim());
  if (column.kind === 'text') return ok(text);
  const day = dayText(text);
  return day === null ? failed('not-a-day') : ok(day);
}

function recordOf<K extends string>(columns: readonly Column<K>[], values: ReadonlyMap<K, string>): Record<K, string> {
  const record: Partial<Record<K, string>> = {};
  for (const { key } of columns) record[key] = values.get(key) ?? '';
  if (!isWhole(columns, record)) throw new Error('a column without a value');
  return record;
}

const isWhole = <K extends string>(
  columns: readonly Column<K>[],
  record: Partial<Record<K, string>>,
): record is Record<K, string> => columns.every(({ key }) => record[key] !== undefined);
