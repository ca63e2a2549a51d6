import type { Fen } from '../../kernel';

/** What is paid for many people stands once, with how many there are of it; in the order in which it came. */
export function groupedLines<T extends { readonly item: string; readonly fen: Fen }>(
  lines: readonly T[],
): readonly (T & { readonly count: number })[] {
  const groups = new Map<string, T & { count: number }>();
  for (const line of lines) {
    const key = `${line.item} ${line.fen}`;
    const known = groups.get(key);
    if (known) known.count += 1;
    else groups.set(key, { ...line, count: 1 });
  }
  return [...groups.values()];
}
