import type { OrderView } from '@jikaotong/shared/contract';

type Line = OrderView['lines'][number];

/** What a unit pays for many people stands once, with how many there are of it; in the order in which it came. */
export function groupedLines(lines: readonly Line[]): readonly (Line & { readonly count: number })[] {
  const groups = new Map<string, Line & { count: number }>();
  for (const line of lines) {
    const key = `${line.item} ${line.fen}`;
    const known = groups.get(key);
    if (known) known.count += 1;
    else groups.set(key, { ...line, count: 1 });
  }
  return [...groups.values()];
}
