import type { Marks, TieDecision } from './ranking';

/** What the second ranking says of one entrant; null where a full tie is open. */
export type Second = { readonly entrant: string; readonly rank: number | null; readonly advances: boolean };

/** Exact totals in whole numbers of any size. */
export const exactTotal = (theory: number, skill: number): bigint => 30n * BigInt(theory) + 70n * BigInt(skill);

/** A total as a careless programmer writes it. */
export const floatTotal = (theory: number, skill: number): number => 0.3 * (theory / 100) + 0.7 * (skill / 100);

/**
 * The ranking of C24 and C25 once more, written from the words of the notices and by another road: nobody is sorted, every
 * entrant counts who is better, and who advances is tried out under every place that a tie may get.
 */
export function secondRanking(
  marks: readonly Marks[],
  decisions: readonly TieDecision[],
  total: (theory: number, skill: number) => bigint | number = exactTotal,
): readonly Second[] {
  const groups = new Set(marks.map(({ group }) => group));
  return [...groups].flatMap((group) => {
    const rows = marks.flatMap((row) => {
      const { entrant, theory, skill, status } = row;
      if (row.group !== group || status !== 'present' || theory === null || skill === null) return [];
      return [{ entrant, total: total(theory, skill), skill }];
    });
    type Row = (typeof rows)[number];
    const isBetter = (a: Row, b: Row) => a.total > b.total || (a.total === b.total && a.skill > b.skill);
    const isEqual = (a: Row, b: Row) => a.total === b.total && a.skill === b.skill;
    // 30 % of them, half a person counting as one
    let quota = 0;
    while (10 * (quota + 1) <= 3 * rows.length + 5) quota += 1;
    return rows.map((row): Second => {
      const better = rows.filter((other) => isBetter(other, row)).length;
      const tied = rows.filter((other) => isEqual(other, row));
      const decided = decisions.find(({ order }) => tied.length > 1 && order.includes(row.entrant));
      if (tied.length > 1 && !decided) {
        const places = tied.map((_, place) => better + 1 + place);
        return { entrant: row.entrant, rank: null, advances: places.every((place) => place <= quota) };
      }
      const rank = better + 1 + (decided ? decided.order.indexOf(row.entrant) : 0);
      return { entrant: row.entrant, rank, advances: rank <= quota };
    });
  });
}
