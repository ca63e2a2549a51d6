import type { Cell, Worksheet } from 'exceljs';
import { type Result, failed, ok, sameText } from '@jikaotong/shared/kernel';
import type { Column, SheetRefusal } from '../column';
import { ERROR_HEADER, findHeader } from '../reading/find-header';
import { type SeenCell, type Tab, seenText } from '../reading/tab';

/** One sentence about a row; with a column's header its cell is marked too. */
export type MarkedCell = { readonly row: number; readonly column: string | null; readonly text: string };

const RED = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFBE3E4' } } as const;
const MERGES = 500;

/**
 * The sheet as it was read, every cell where it stood, with what is wrong in a last column 错误. Written anew rather than into the
 * sender's file: nothing of it but what its cells show comes back.
 */
export async function markErrors(
  tabs: readonly Tab[],
  columns: readonly Column<string>[],
  cells: readonly MarkedCell[],
): Promise<Result<Uint8Array, SheetRefusal>> {
  const header = findHeader(tabs, columns);
  if (!header) return failed('not-a-workbook');
  // loaded only where one is written: it takes longer to load than most files to read
  const { default: exceljs } = await import('exceljs');
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('核对');
  const placeOf = new Map<string, number>();
  let errorAt = 0;
  header.tab.rows[header.row]?.forEach((cell, at) => {
    const text = sameText(seenText(cell));
    if (text === ERROR_HEADER) errorAt = at + 1;
    else if (!placeOf.has(text)) placeOf.set(text, at + 1);
  });
  const width = header.tab.rows.reduce((most, row) => Math.max(most, row?.length ?? 0), 0);
  if (errorAt === 0) errorAt = width + 1;
  header.tab.rows.forEach((row, at) => copyRow(sheet, at, row ?? [], at >= header.row ? errorAt : 0));
  mergeAgain(sheet, header.tab, width);
  writeErrors(sheet, { errorAt, headerRow: header.row + 1, placeOf }, cells);
  return ok(new Uint8Array(await book.xlsx.writeBuffer()));
}

function copyRow(sheet: Worksheet, at: number, row: readonly (SeenCell | undefined)[], errorAt: number): void {
  row.forEach((cell, place) => {
    // an earlier 错误 is written over; from the header's row on the column is ours
    if (cell === undefined || place + 1 === errorAt) return;
    writeSeen(sheet.getCell(at + 1, place + 1), cell);
  });
}

function writeSeen(to: Cell, cell: SeenCell): void {
  if (cell.kind === 'error' || cell.kind === 'unsaved') to.value = { error: '#N/A' };
  else if (cell.kind === 'number' && cell.day === null && Number(cell.shown) === cell.value) to.value = cell.value;
  else {
    to.value = seenText(cell);
    to.numFmt = '@';
  }
}

/** Merged cells stay merged, so that the sheet has the same faults when it comes back as it is. */
function mergeAgain(sheet: Worksheet, { merges, rows }: Tab, width: number): void {
  for (const { top, left, bottom, right } of merges.slice(0, MERGES)) {
    const [lastRow, lastColumn] = [Math.min(bottom, rows.length - 1), Math.min(right, width - 1)];
    if (lastRow < top || lastColumn < left || (lastRow === top && lastColumn === left)) continue;
    try {
      sheet.mergeCells(top + 1, left + 1, lastRow + 1, lastColumn + 1);
    } catch {
      // two that overlap: the first one stands
    }
  }
}

type Places = { readonly errorAt: number; readonly headerRow: number; readonly placeOf: ReadonlyMap<string, number> };

function writeErrors(sheet: Worksheet, { errorAt, headerRow, placeOf }: Places, cells: readonly MarkedCell[]): void {
  sheet.getColumn(errorAt).width = 48;
  const title = sheet.getCell(headerRow, errorAt);
  title.value = ERROR_HEADER;
  title.font = { bold: true, color: { argb: 'FFB3121D' } };
  for (const [row, texts] of textsByRow(cells)) {
    // what is wrong with the header itself stands beside the word
    const cell = sheet.getCell(row, row === headerRow ? errorAt + 1 : errorAt);
    cell.value = texts.join('；');
    cell.alignment = { wrapText: true, vertical: 'top' };
  }
  for (const { row, column } of cells) {
    const at = column === null ? undefined : placeOf.get(sameText(column));
    if (at !== undefined && row > headerRow) sheet.getCell(row, at).fill = RED;
  }
}

function textsByRow(cells: readonly MarkedCell[]): Map<number, string[]> {
  const byRow = new Map<number, string[]>();
  for (const { row, text } of cells) {
    const texts = byRow.get(row);
    if (texts) texts.push(text);
    else byRow.set(row, [text]);
  }
  return byRow;
}
