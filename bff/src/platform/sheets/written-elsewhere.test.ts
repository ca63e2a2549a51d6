import * as XLSX from '@e965/xlsx';
import { tidyProse } from '@jikaotong/shared/kernel';
import exceljs from 'exceljs';
import { array, assert, asyncProperty, constantFrom, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Column } from './index';
import { readHere } from './read-here.testing';

const HEADERS = ['姓名', '单位', '报名编号'] as const;
type Key = 'name' | 'unit' | 'reference';
const columns: readonly Column<Key>[] = [
  { key: 'name', header: '姓名', kind: 'text' },
  { key: 'unit', header: '单位', kind: 'text' },
  { key: 'reference', header: '报名编号', kind: 'text' },
];

/** What people write into cells, and what breaks readers: separators, quotes, line ends, zeros, formulas, blanks. */
const piece = constantFrom(
  '张伟',
  '北京',
  ',',
  ';',
  '\t',
  '"',
  '""',
  '\n',
  '，',
  '007',
  '1.50',
  '=1+1',
  '𠮷',
  'é',
  ' ',
  '　',
  "O'Brien",
  '-',
  '\u200b',
);
const cell = array(piece, { maxLength: 5 }).map((pieces) => pieces.join(''));
const grid = array(tuple(cell, cell, cell), { minLength: 1, maxLength: 6 });
type Grid = readonly (readonly [string, string, string])[];

/** No text vanishes and none moves: each stands in its own cell as it is seen, or its row is named as wrong. */
async function readBeside(bytes: Buffer, rows: Grid) {
  const read = await readHere(bytes, { columns });
  if (!read.ok) throw new Error(read.error);
  const { rows: found, problems } = read.value;
  const wrong = new Set(problems.map(({ row }) => row));
  const readRows = new Map(found.map(({ row, values }) => [row, [values.name, values.unit, values.reference]]));
  const taken = rows.map((given, at) => ({ row: at + 2, given })).filter(({ row }) => !wrong.has(row));
  return {
    read: taken.map(({ row }) => readRows.get(row) ?? ['', '', '']),
    seen: taken.map(({ given }) => given.map(tidyProse)),
  };
}

describe('a sheet that another program wrote', () => {
  it('is read cell by cell from a workbook (exceljs)', () =>
    assert(
      asyncProperty(grid, async (rows) => {
        const book = new exceljs.Workbook();
        book.addWorksheet('表').addRows([[...HEADERS], ...rows.map((row) => [...row])]);
        const { read, seen } = await readBeside(Buffer.from(await book.xlsx.writeBuffer()), rows);
        expect(read).toEqual(seen);
      }),
      { numRuns: 25 },
    ));

  const writers: Readonly<Record<string, (text: string) => Buffer>> = {
    'UTF-8 with a mark': (text) => Buffer.from(`\ufeff${text}`),
    'UTF-16': (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  };
  it.each(
    Object.keys(writers).flatMap((encoding) => [',', '\t', ';'].map((delimiter) => [encoding, delimiter] as const)),
  )('is read cell by cell from text (SheetJS): %s, separated by %j', (encoding, delimiter) =>
    assert(
      asyncProperty(grid, async (rows) => {
        const sheet = XLSX.utils.aoa_to_sheet([[...HEADERS], ...rows.map((row) => [...row])]);
        const text = XLSX.utils.sheet_to_csv(sheet, { FS: delimiter, RS: '\n' });
        const { read, seen } = await readBeside(writers[encoding]?.(text) ?? Buffer.alloc(0), rows);
        expect(read).toEqual(seen);
      }),
      { numRuns: 40 },
    ),
  );
});
