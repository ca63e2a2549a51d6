import type { Columns, ColumnKind } from '@jikaotong/shared/lists';
import type { CSSProperties } from 'react';

/** The least width of a column of this kind in letters, which grow with the type, and its share of what is left over. */
const WIDTHS: Readonly<Record<ColumnKind, readonly [least: number, share: number]>> = {
  text: [7.5, 0.9],
  number: [6, 0],
  day: [7.5, 0],
  instant: [11, 0],
  fen: [7.5, 0],
  mark: [6, 0],
  code: [7.5, 0.6],
  named: [8.5, 2.4],
  codes: [11, 2],
  flag: [7.5, 0],
  data: [12, 1.8],
  sealed: [11.5, 0],
  picture: [4, 0],
};
const BOX = 3.2;
const LETTER = 'var(--type-side)';

/** One grid for every row, so that columns stand below each other however long a cell is. */
export function gridOf(columns: Columns, keys: readonly string[], hasBox: boolean): CSSProperties {
  const widths = keys.map((key) => {
    const column = columns[key];
    const [least, share] = WIDTHS[column?.kind ?? 'text'];
    return [column?.letters ?? least, share] as const;
  });
  const wide = (letters: number) => `calc(${LETTER} * ${letters})`;
  const tracks = widths.map(([least, share]) => (share === 0 ? wide(least) : `minmax(${wide(least)}, ${share}fr)`));
  return {
    gridTemplateColumns: [...(hasBox ? [wide(BOX)] : []), ...tracks].join(' '),
    minWidth: wide(widths.reduce((sum, [least]) => sum + least, hasBox ? BOX : 0)),
  };
}
