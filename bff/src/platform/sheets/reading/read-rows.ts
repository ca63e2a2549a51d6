import { type Result, failed, ok } from '@jikaotong/shared/kernel';
import {
  type Column,
  type SheetProblem,
  type SheetProblemCode,
  type SheetRead,
  type SheetRefusal,
  MOST_PROBLEMS,
} from '../column';
import { recordOf } from '../record-of';
import { cellValue } from './cell-value';
import { type Header, findHeader, ignoredHeaders, unknownHeaders } from './find-header';
import { type SeenCell, type Tab, letterOf, seenText } from './tab';

const ROW_LIMIT = 20_000;

/** What the sheet is read for; a row that equals the example of the template is none. */
export type WantedColumns<K extends string> = {
  readonly columns: readonly Column<K>[];
  readonly example?: Readonly<Record<K, string>> | null;
  /** Headers in files of other programs that are known to be of no use. */
  readonly leave?: readonly string[];
  /** Headers of our own that nobody is told about when they come back. */
  readonly told?: readonly string[];
};

/** Rows of the best tab below its header, empty ones left out, and every problem found; other columns are ignored. */
export function readRows<K extends string>(
  tabs: readonly Tab[],
  { columns, example = null, leave = [], told = [] }: WantedColumns<K>,
): Result<SheetRead<K>, SheetRefusal> {
  const header = findHeader(tabs, columns);
  if (!header) return failed('not-a-workbook');
  const read: SheetRead<K> = {
    rows: [],
    problems: [...header.problems],
    letters: lettersOf(header, columns),
    ignored: [],
  };
  if (header.problems.length > 0) return ok(read);
  read.ignored = ignoredHeaders(header, told);
  read.problems.push(...hiddenColumns(header, columns), ...unknownHeaders(header, columns, leave));
  const covered = coveredCells(header);
  const seen = columns.flatMap((column) => {
    const place = header.columnOf.get(column.key);
    return place === undefined ? [] : [{ column, place }];
  });
  let count = 0;
  for (let at = header.row + 1; at < header.tab.rows.length; at += 1) {
    if (at === header.tab.openQuoteAt)
      read.problems.push({ row: at + 1, column: null, code: 'quote-open', value: null });
    const cells = header.tab.rows[at];
    if (read.problems.length >= MOST_PROBLEMS) break;
    if (!cells) continue;
    if (seen.every(({ place }) => isEmpty(cells[place]))) continue;
    if (example && seen.every(({ column, place }) => seenText(cells[place]) === example[column.key])) continue;
    count += 1;
    if (count > ROW_LIMIT) return failed('too-many-rows');
    if (header.tab.hiddenRows.has(at))
      read.problems.push({ row: at + 1, column: null, code: 'row-hidden', value: null });
    else readRow({ at, cells, seen, covered }, columns, read);
  }
  return ok(read);
}

type RowSeen<K extends string> = {
  readonly at: number;
  readonly cells: readonly (SeenCell | undefined)[];
  readonly seen: readonly { column: Column<K>; place: number }[];
  readonly covered: ReadonlySet<string>;
};

function readRow<K extends string>(
  { at, cells, seen, covered }: RowSeen<K>,
  columns: readonly Column<K>[],
  read: SheetRead<K>,
): void {
  const values = new Map<K, string>();
  let isWhole = true;
  const wrong = (column: Column<K>, place: number, code: SheetProblemCode): void => {
    isWhole = false;
    const shown = seenText(cells[place]).slice(0, 80);
    read.problems.push({ row: at + 1, column: column.header, code, value: shown === '' ? null : shown });
  };
  for (const { column, place } of seen) {
    // the person sees one value over several rows; whether it counts for each of them nobody can tell
    if (covered.has(`${at} ${place}`)) {
      if (!column.checkOnly) wrong(column, place, 'merged-cell');
      continue;
    }
    const value = cellValue(column, cells[place]);
    if (value.ok) values.set(column.key, value.value);
    else wrong(column, place, value.error);
  }
  if (isWhole) read.rows.push({ row: at + 1, values: recordOf(columns, (key) => values.get(key)) });
}

/** Cells below the header that lie under another cell; a merged header itself covers nothing. */
function coveredCells<K extends string>({ tab, row, columnOf }: Header<K>): ReadonlySet<string> {
  const covered = new Set<string>();
  const places = [...columnOf.values()];
  for (const { top, left, bottom, right } of tab.merges) {
    if (top <= row) continue;
    for (let at = top; at <= Math.min(bottom, tab.rows.length - 1); at += 1)
      for (const place of places)
        if (place >= left && place <= right && !(at === top && place === left)) covered.add(`${at} ${place}`);
  }
  return covered;
}

const hiddenColumns = <K extends string>(
  { tab, row, columnOf }: Header<K>,
  columns: readonly Column<K>[],
): SheetProblem[] =>
  columns.flatMap(({ key, header, checkOnly }) => {
    const place = columnOf.get(key);
    if (place === undefined || checkOnly || !tab.hiddenColumns.has(place)) return [];
    return [{ row: row + 1, column: header, code: 'column-hidden' as const, value: null }];
  });

/** Under a formula that was not stored the person sees something: it is not nothing. */
const isEmpty = (cell: SeenCell | undefined): boolean => cell?.kind !== 'unsaved' && seenText(cell) === '';

const lettersOf = <K extends string>({ columnOf }: Header<K>, columns: readonly Column<K>[]): Record<string, string> =>
  Object.fromEntries(
    columns.flatMap(({ key, header }) => {
      const place = columnOf.get(key);
      return place === undefined ? [] : [[header, letterOf(place)]];
    }),
  );
