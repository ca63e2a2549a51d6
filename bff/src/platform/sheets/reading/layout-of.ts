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

/** The widest of the first rows of all tabs is the header, the first one where several are as wide; it may stand in two rows. */
export function layoutOf(tabs: readonly Tab[]): Result<SheetLayout, SheetRefusal> {
  const found = tabs
    .flatMap((tab) =>
      Array.from({ length: Math.min(ROWS_SEEN, tab.rows.length) }, (_, at) => at).flatMap((at) => {
        const texts = textsIn(tab, at);
        const inTwo = headerInTwo(texts, textsIn(tab, at + 1));
        return [{ tab, at, texts }, ...(inTwo ? [{ tab, at: at + 1, texts: inTwo }] : [])];
      }),
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

/**
 * 考号 | 成绩 | (merged) above 理论 | 实操: what heads each column is the lower text, or the upper where nothing stands below.
 * Null for a title, which stands alone in its row, and for rows of data, which fill what has a heading of its own.
 */
function headerInTwo(upper: readonly string[], lower: readonly string[]): string[] | null {
  const textAt = (row: readonly string[], at: number) => row[at] ?? '';
  const width = Math.max(upper.length, lower.length);
  const columns = Array.from({ length: width }, (_, at) => at);
  const isGroup = (at: number) => at + 1 < width && textAt(upper, at + 1) === '';
  const named = columns.filter((at) => textAt(upper, at) !== '');
  const alone = named.filter((at) => textAt(lower, at) === '');
  const below = columns.filter((at) => textAt(lower, at) !== '');
  const belongs = below.every((at) => textAt(upper, at) === '' || isGroup(at));
  if (named.length < 2 || alone.length === 0 || below.length === 0 || !belongs) return null;
  return columns.map((at) => textAt(lower, at) || textAt(upper, at));
}

/** What a row shows, up to its last cell that shows anything. */
function textsIn(tab: Tab, at: number): string[] {
  const texts = Array.from(tab.rows[at] ?? [], (cell) => seenText(cell));
  const last = texts.findLastIndex((text) => text !== '');
  return texts.slice(0, last + 1);
}
