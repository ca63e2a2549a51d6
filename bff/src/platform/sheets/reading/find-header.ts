import { sameText } from '@jikaotong/shared/kernel';
import type { Column, SheetProblem } from '../column';
import { type SeenCell, type Tab, letterOf, seenText } from './tab';

const HEADER_SEARCH = 30;

export type Header<K extends string> = {
  readonly tab: Tab;
  /** From 0. */
  readonly row: number;
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
  return { tab: best.tab, row: best.row, columnOf, problems };
}

/** How many of the wanted headers the best row holds. */
export const countHeaders = <K extends string>(
  rows: readonly (readonly string[])[],
  columns: readonly Column<K>[],
): number => {
  const wanted = new Set(columns.map(({ header }) => sameText(header)));
  return Math.max(
    0,
    ...rows.slice(0, HEADER_SEARCH).map((row) => row.filter((cell) => wanted.has(sameText(cell))).length),
  );
};

type Found<K extends string> = { tab: Tab; row: number; cells: { column: Column<K>; at: number }[] };

function bestRow<K extends string>(tab: Tab, columns: readonly Column<K>[]): Found<K> {
  const wanted = new Map(columns.map((column) => [sameText(column.header), column]));
  let best: Found<K> = { tab, row: 0, cells: [] };
  tab.rows.slice(0, HEADER_SEARCH).forEach((row, number) => {
    const cells = (row ?? []).flatMap((cell, at) => {
      const column = wanted.get(sameText(seenText(cell)));
      return column ? [{ column, at }] : [];
    });
    if (cells.length > best.cells.length) best = { tab, row: number, cells };
  });
  return best;
}

const hasRowsBelow = <K extends string>({ tab, row }: Found<K>): boolean =>
  tab.rows.slice(row + 1).some((cells) => cells?.some((cell) => seenText(cell) !== ''));

/** The headers that nobody reads, with their letter where two are alike. */
export function ignoredHeaders<K extends string>({ tab, row, columnOf }: Header<K>): string[] {
  const read = new Set(columnOf.values());
  const cells: readonly (SeenCell | undefined)[] = tab.rows[row] ?? [];
  return cells.flatMap((cell, at) => {
    const text = seenText(cell).slice(0, 40);
    return text === '' || read.has(at) ? [] : [`${text}（${letterOf(at)} 列）`];
  });
}
