import { type Result, failed, ok } from '@jikaotong/shared/kernel';
import type { SheetRefusal } from '../column';
import { LONGEST_HEADER, type Tab, seenText } from './tab';

/** An empty sheet as somebody else made it: what stands above its header, and the header, column by column. */
export type SheetLayout = {
  readonly tab: string;
  /** Rows above, such as a title; each as wide as it is. */
  readonly above: readonly (readonly string[])[];
  /** '' for a column without one: it keeps its place. */
  readonly headers: readonly string[];
};

/** A header stands among the first rows. */
const ROWS_SEEN = 30;
const MOST_COLUMNS = 200;

/** The widest of the first rows of all tabs is the header, the first one where several are as wide. */
export function layoutOf(tabs: readonly Tab[]): Result<SheetLayout, SheetRefusal> {
  const found = tabs
    .flatMap((tab) =>
      Array.from({ length: Math.min(ROWS_SEEN, tab.rows.length) }, (_, at) => ({ tab, at, texts: textsIn(tab, at) })),
    )
    .map((row) => ({ ...row, filled: row.texts.filter((text) => text !== '').length }))
    .reduce<Row | null>((best, row) => (row.filled > (best?.filled ?? 1) ? row : best), null);
  if (!found) return failed('not-a-workbook');
  if (found.texts.length > MOST_COLUMNS) return failed('too-heavy');
  return ok({
    tab: found.tab.name,
    above: Array.from({ length: found.at }, (_, at) => textsIn(found.tab, at)),
    headers: found.texts.map((text) => text.slice(0, LONGEST_HEADER)),
  });
}

type Row = { readonly tab: Tab; readonly at: number; readonly texts: readonly string[]; readonly filled: number };

/** What a row shows, up to its last cell that shows anything. */
function textsIn(tab: Tab, at: number): string[] {
  const texts = Array.from(tab.rows[at] ?? [], (cell) => seenText(cell));
  const last = texts.findLastIndex((text) => text !== '');
  return texts.slice(0, last + 1);
}
