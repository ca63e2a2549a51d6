import type { Problem } from './answer';
import { type TableRow, problem } from './read-table';

/** Entrants without an id, and ids that stand twice. */
export function entrantProblems(rows: readonly TableRow<'entrant'>[]): readonly Problem[] {
  const lines = new Map<string, number>();
  return rows.flatMap(({ line, cells: { entrant } }) => {
    if (entrant === '') return [problem('entrant', line, 'entrant-missing', 'whose row is this?')];
    const first = lines.get(entrant);
    if (first !== undefined)
      return [problem('entrant', line, 'entrant-twice', `${entrant} stands on line ${first} as well`)];
    lines.set(entrant, line);
    return [];
  });
}

/** A cell that holds one of a few words. */
export function oneOf<T extends string>(words: readonly T[], given: string): T | null {
  return words.find((word) => word === given) ?? null;
}

/** The groups of a file that has them: each row names one, and one that the notice knows. */
export function groupProblems(rows: readonly TableRow<'group'>[], known: readonly string[] | null): readonly Problem[] {
  return rows.flatMap(({ line, cells: { group } }) => {
    if (group === '') return [problem('group', line, 'group-missing', 'every entrant has a group, or nobody')];
    if (known === null || known.includes(group)) return [];
    return [problem('group', line, 'group-unknown', `${group} is none of ${known.join(', ')}`)];
  });
}
