import { type Result, failed, ok } from '@jikaotong/shared/kernel';
import exceljs from 'exceljs';

const ROW_LIMIT = 20_000;
const COLUMN_LIMIT = 100;

/** The rows of a CSV file as a workbook, so that the same reader reads both; UTF-8, or GB18030 as Chinese Excel writes it. */
export async function workbookOfCsv(bytes: Buffer): Promise<Result<Buffer, 'not-a-workbook' | 'too-many-rows'>> {
  const text = textOf(bytes);
  if (text === null) return failed('not-a-workbook');
  const rows = rowsOf(text);
  if (rows.length > ROW_LIMIT) return failed('too-many-rows');
  if (rows.some((row) => row.length > COLUMN_LIMIT)) return failed('not-a-workbook');
  const book = new exceljs.Workbook();
  book.addWorksheet('CSV').addRows(rows);
  return ok(Buffer.from(await book.xlsx.writeBuffer()));
}

/** Null for what is no text at all. */
function textOf(bytes: Buffer): string | null {
  if (bytes.includes(0)) return null;
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // the other one, or neither
    }
  }
  return null;
}

/** Cells between commas or tabs; quoted ones may hold commas, line ends and doubled quotes. */
function rowsOf(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\t\r\n]*))(,|\t|\r?\n|\r|$)/g)) {
    row.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === ',' || end === '\t') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
