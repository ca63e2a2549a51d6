import type { Spread } from './statistics';

export type Row = { readonly name: string; readonly spread: Spread; readonly unit: string; readonly digits: number };

/** Prints rows as `name  median (least … most) unit`, in columns. */
export function printTable(title: string, rows: readonly Row[]): void {
  const cells = rows.map(({ name, spread, unit, digits }) => {
    const [median, least, most] = [spread.median, spread.least, spread.most].map((value) => value.toFixed(digits));
    return [name, `${median}`, `(${least} … ${most})`, unit];
  });
  const widths = [0, 1, 2].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  console.log(title);
  for (const [name = '', median = '', ends = '', unit = ''] of cells)
    console.log(
      `  ${name.padEnd(widths[0] ?? 0)}  ${median.padStart(widths[1] ?? 0)}  ${ends.padEnd(widths[2] ?? 0)}  ${unit}`.trimEnd(),
    );
  console.log('');
}
