import { sameText } from '@jikaotong/shared/kernel';
import type { Column, SheetProblem } from '../column';
import { type SeenCell, type Tab, headerText, letterOf } from './tab';

const HEADER_SEARCH = 30;

export type Header<K extends string> = {
  readonly tab: Tab;
  /** From 0; the lower one of two. */
  readonly row: number;
  /** The same, or the row above that names what the lower one does not. */
  readonly top: number;
  readonly columnOf: ReadonlyMap<K, number>;
  readonly problems: SheetProblem[];
};

/** The tab and the row among its first thirty that name the most columns; what they lack or have twice is a problem. */
export function findHeader<K extends string>(tabs: readonly Tab[], columns: readonly Column<K>[]): Header<K> | null {
  const found = tabs.map((tab) => bestRow(tab, columns));
  const best = found.reduce<Found<K> | null>(
    (so, next) => (so && so.cells.length >= next.cells.length ? so : next),
    null,
  );
  if (!best) return null;
  const problems: SheetProblem[] = [];
  const at = ({ header }: Column<K>, code: 'column-twice' | 'column-missing'): SheetProblem => ({
    row: best.row + 1,
    column: header,
    code,
    value: null,
  });
  const columnOf = new Map<K, number>();
  for (const { column, at: place } of best.cells) {
    if (columnOf.has(column.key)) problems.push(at(column, 'column-twice'));
    else columnOf.set(column.key, place);
  }
  for (const column of columns)
    if (!columnOf.has(column.key) && !column.optional) problems.push(at(column, 'column-missing'));
  const twins = found.filter((other) => other.cells.length === columns.length && hasRowsBelow(other));
  if (problems.length === 0 && twins.length > 1)
    problems.push({
      row: best.row + 1,
      column: null,
      code: 'tab-twice',
      value: twins.map(({ tab }) => tab.name).join('、'),
    });
  return { tab: best.tab, row: best.row, top: best.top, columnOf, problems };
}

/** How many of the wanted headers the best row holds. */
export const countHeaders = <K extends string>(
  rows: readonly (readonly string[])[],
  columns: readonly Column<K>[],
): number => {
  const wanted = new Set(columns.flatMap(headersOf));
  return Math.max(
    0,
    ...rows.slice(0, HEADER_SEARCH).map((row) => row.filter((cell) => wanted.has(sameText(cell))).length),
  );
};

/** Whatever a column may be headed. */
const headersOf = <K extends string>({ header, also = [] }: Column<K>): string[] => [header, ...also].map(sameText);

type Found<K extends string> = { tab: Tab; row: number; top: number; cells: { column: Column<K>; at: number }[] };

function bestRow<K extends string>(tab: Tab, columns: readonly Column<K>[]): Found<K> {
  const wanted = new Map(columns.flatMap((column) => headersOf(column).map((header) => [header, column] as const)));
  let best: Found<K> = { tab, row: 0, top: 0, cells: [] };
  const namedIn = (row: Tab['rows'][number]) =>
    (row ?? []).flatMap((cell, at) => {
      const column = wanted.get(sameText(headerText(cell)));
      return column ? [{ column, at }] : [];
    });
  tab.rows.slice(0, HEADER_SEARCH).forEach((row, number) => {
    const cells = namedIn(row);
    if (cells.length > best.cells.length) best = { tab, row: number, top: number, cells };
    // a header over two rows: 成绩 above, and below it the subjects; what the upper row names has nothing below it
    const below = tab.rows[number + 1] ?? [];
    const more = namedIn(below);
    const isOneHeader = cells.length > 0 && cells.every(({ at }) => headerText(below[at]) === '');
    if (isOneHeader && cells.length + more.length > best.cells.length)
      best = { tab, row: more.length > 0 ? number + 1 : number, top: number, cells: [...cells, ...more] };
  });
  return best;
}

const hasRowsBelow = <K extends string>({ tab, row }: Found<K>): boolean =>
  tab.rows.slice(row + 1).some((cells) => cells?.some((cell) => headerText(cell) !== ''));

/** What heads each column: the lower of two rows, or what stands above where that is empty. */
function headerTexts<K extends string>({ tab, row, top }: Header<K>): string[] {
  const lower: readonly (SeenCell | undefined)[] = tab.rows[row] ?? [];
  const upper: readonly (SeenCell | undefined)[] = tab.rows[top] ?? [];
  return Array.from(
    { length: Math.max(lower.length, upper.length) },
    (_, at) => headerText(lower[at]) || headerText(upper[at]),
  );
}

const SHOWN = 40;
/** As much of a header as is told of it. */
const shownHeader = (text: string): string => text.slice(0, SHOWN);

/** Heads what we write of each row into a sheet that is sent back; whoever sends it again means nothing by it. */
export const ERROR_HEADER = '错误';
const isOurs = (text: string): boolean => sameText(text) === ERROR_HEADER;

/** The headers that nobody reads, with their letter where two are alike; of our own (`told`) nothing. */
export function ignoredHeaders<K extends string>(header: Header<K>, told: readonly string[] = []): string[] {
  const own = new Set(told.map(sameText));
  const read = new Set(header.columnOf.values());
  return headerTexts(header).flatMap((text, at) => {
    return text === '' || isOurs(text) || own.has(sameText(text)) || read.has(at)
      ? []
      : [`${shownHeader(text)}（${letterOf(at)} 列）`];
  });
}

/**
 * In a file of another program every column is one that is read or one that is known to be left out (`leave`): a header that
 * nobody has said anything about is a problem. Elsewhere what is not read is only named.
 */
export function unknownHeaders<K extends string>(
  found: Header<K>,
  columns: readonly Column<K>[],
  leave: readonly string[],
): SheetProblem[] {
  const texts = headerTexts(found);
  const isForeign = columns.some(({ key, header }) => {
    const place = found.columnOf.get(key);
    return place !== undefined && sameText(texts[place] ?? '') !== sameText(header);
  });
  if (!isForeign) return [];
  const known = new Set([...columns.flatMap(headersOf), ...leave.map(sameText)]);
  return texts.flatMap((text) => {
    const isUnknown = text !== '' && !isOurs(text) && !known.has(sameText(text));
    return isUnknown
      ? [{ row: found.row + 1, column: null, code: 'column-unknown' as const, value: shownHeader(text) }]
      : [];
  });
}
