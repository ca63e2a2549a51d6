import { once } from 'node:events';
import type { PassThrough } from 'node:stream';
import exceljs from 'exceljs';
import { dayAt, timeAt } from '@jikaotong/shared/kernel';
import type { Column, List } from '@jikaotong/shared/lists';
import { listCellText, listColumnWord, listWord } from '@jikaotong/shared/words';

export type Workbook = {
  /** Adds a row; the values in the order of the columns. */
  add(row: Readonly<Record<string, unknown>>): void;
  /** Lets the reader catch up. */
  drained(): Promise<void>;
  /** Ends the file. */
  end(): Promise<void>;
};

/** A workbook written while it is sent: rows leave as they come, so that a long list needs little memory. */
export function workbookOf(out: PassThrough, list: List, keys: readonly string[]): Workbook {
  const book = new exceljs.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false });
  const sheet = book.addWorksheet(listWord(list.name), { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = keys.map((key) => ({ header: listColumnWord(list.name, key), key, ...lookOf(list.columns[key]) }));
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: keys.length } };
  const head = sheet.getRow(1);
  head.font = { bold: true };
  head.commit();
  return {
    add: (row) => sheet.addRow(keys.map((key) => cellOf(list, key, row[key]))).commit(),
    drained: async () => {
      if (out.writableNeedDrain) await Promise.race([once(out, 'drain'), once(out, 'close')]);
    },
    end: async () => {
      sheet.commit();
      await book.commit();
    },
  };
}

/** Numbers, money and days stay what they are, so that Excel sorts and adds; the rest is as on screen, always text. */
function cellOf(list: List, key: string, value: unknown): string | number | Date | null {
  const column = list.columns[key];
  if (value === null || value === undefined || !column) return null;
  switch (column.kind) {
    case 'picture':
      return null;
    case 'number':
      return Number(value);
    case 'fen':
      return Number(value) / 100;
    case 'instant':
      // Excel knows no zones: the cell holds Beijing's wall time
      return new Date(`${dayAt(Number(value))}T${timeAt(Number(value))}:00Z`);
    case 'day':
      return new Date(`${String(value)}T00:00:00Z`);
    case 'mark':
      // points stay numbers; an absence is a word
      return /\d/.test(String(value)) ? Number(value) : listCellText(list, key, value);
    case 'text':
    case 'code':
    case 'codes':
    case 'named':
    case 'flag':
    case 'data':
    case 'sealed':
      return listCellText(list, key, value);
  }
}

function lookOf(column: Column | undefined) {
  switch (column?.kind) {
    case 'instant':
      return { width: 18, style: { numFmt: 'yyyy-mm-dd hh:mm' } };
    case 'day':
      return { width: 12, style: { numFmt: 'yyyy-mm-dd' } };
    case 'fen':
      return { width: 12, style: { numFmt: '0.00' } };
    case 'number':
    case 'mark':
      return { width: 10 };
    case 'data':
      return { width: 36, style: { numFmt: '@' } };
    default:
      return { width: 18, style: { numFmt: '@' } };
  }
}

/** The name under which a sheet is kept: `工作人员 2026-11-23`. */
export const sheetName = (list: List, nowMs: number): string => `${listWord(list.name)} ${dayAt(nowMs)}.xlsx`;
