import { tidyProse } from '@jikaotong/shared/kernel';

/** A cell as the person sees it. */
export type SeenCell =
  | { readonly kind: 'text'; readonly text: string }
  /** `shown` by its number format; `day` where that format is a date. */
  | { readonly kind: 'number'; readonly value: number; readonly shown: string; readonly day: string | null }
  /** `#DIV/0!` and its like. */
  | { readonly kind: 'error'; readonly text: string }
  /** A formula whose result the program did not store. */
  | { readonly kind: 'unsaved' };

/** One visible tab of a workbook, or a text file; rows and columns count from 0 here. */
export type Tab = {
  readonly name: string;
  readonly rows: readonly (readonly (SeenCell | undefined)[] | undefined)[];
  /** Rectangles of merged cells, ends included. */
  readonly merges: readonly { top: number; left: number; bottom: number; right: number }[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  /** A row in which a quotation mark never closes, so that nothing after it can be trusted. */
  readonly openQuoteAt: number | null;
};

/** What a cell shows, in its one form; '' for none. */
export function seenText(cell: SeenCell | undefined): string {
  if (cell === undefined || cell.kind === 'unsaved') return '';
  return tidyProse(cell.kind === 'number' ? cell.shown : cell.text);
}

/** So much of a header is read, kept and compared. */
export const LONGEST_HEADER = 120;

/** What heads a column, as it is compared. */
export const headerText = (cell: SeenCell | undefined): string => seenText(cell).slice(0, LONGEST_HEADER);

/** `A`, `B` … of a column that counts from 0. */
export function letterOf(column: number): string {
  let letters = '';
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return letters;
}
