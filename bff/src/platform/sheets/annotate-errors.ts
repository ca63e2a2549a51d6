import { type Result, failed, ok } from '@jikaotong/shared/kernel';
import { headerText } from './cell';
import type { Column } from './column';
import { type SheetRefusal, findHeader, openWorkbook } from './read-sheet';

/** One sentence about a row; with a column's header its cell is marked too. */
export type RowError = { row: number; column: string | null; text: string };

const ERROR_HEADER = '错误';
const RED = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFBE3E4' } } as const;

/** The same workbook with what is wrong in a last column 错误; an earlier one is written over. */
export async function annotateErrors<K extends string>(
  bytes: Buffer,
  columns: readonly Column<K>[],
  errors: readonly RowError[],
): Promise<Result<Buffer, SheetRefusal>> {
  const opened = await openWorkbook(bytes);
  if (!opened.ok) return failed(opened.error);
  const { book, sheet } = opened.value;
  const header = sheet.getRow(findHeader(sheet, columns).row);
  let errorAt = 0;
  const columnAt = new Map<string, number>();
  header.eachCell((cell, at) => {
    const text = headerText(cell.value);
    if (text === ERROR_HEADER) errorAt = at;
    else columnAt.set(text, at);
  });
  if (errorAt === 0) errorAt = sheet.columnCount + 1;
  for (let number = header.number; number <= sheet.rowCount; number += 1) {
    sheet.getRow(number).getCell(errorAt).value = null;
  }
  // What is wrong with the header itself stands beside the word.
  header.getCell(errorAt + 1).value = null;
  sheet.getColumn(errorAt).width = 48;
  const title = header.getCell(errorAt);
  title.value = ERROR_HEADER;
  title.font = { bold: true, color: { argb: 'FFB3121D' } };
  for (const [number, texts] of textsByRow(errors)) {
    const cell = sheet.getRow(number).getCell(number === header.number ? errorAt + 1 : errorAt);
    cell.value = texts.join('；');
    cell.alignment = { wrapText: true, vertical: 'top' };
  }
  for (const { row, column } of errors) {
    const at = column === null ? undefined : columnAt.get(headerText(column));
    if (at !== undefined && row > header.number) sheet.getRow(row).getCell(at).fill = RED;
  }
  return ok(Buffer.from(await book.xlsx.writeBuffer()));
}

function textsByRow(errors: readonly RowError[]): Map<number, string[]> {
  const byRow = new Map<number, string[]>();
  for (const { row, text } of errors) byRow.set(row, [...(byRow.get(row) ?? []), text]);
  return byRow;
}
