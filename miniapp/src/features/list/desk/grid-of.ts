import type { Columns, ColumnKind } from '@jikaotong/shared/lists';
import type { CSSProperties } from 'react';

/** The least width of a column of this kind, and its share of what is left over. */
const WIDTHS: Readonly<Record<ColumnKind, readonly [least: number, share: number]>> = {
  text: [112, 1],
  number: [88, 0],
  day: [112, 0],
  instant: [160, 0],
  fen: [112, 0],
  mark: [88, 0],
  code: [112, 0.8],
  named: [128, 1],
  codes: [160, 1.6],
  flag: [112, 0],
  data: [176, 1.8],
  sealed: [168, 0],
};
const BOX = 48;

/** One grid for every row, so that columns stand below each other however long a cell is. */
export function gridOf(columns: Columns, keys: readonly string[], hasBox: boolean): CSSProperties {
  const widths = keys.map((key) => WIDTHS[columns[key]?.kind ?? 'text']);
  const tracks = widths.map(([least, share]) => (share === 0 ? `${least}px` : `minmax(${least}px, ${share}fr)`));
  return {
    gridTemplateColumns: [...(hasBox ? [`${BOX}px`] : []), ...tracks].join(' '),
    minWidth: widths.reduce((sum, [least]) => sum + least, hasBox ? BOX : 0),
  };
}
