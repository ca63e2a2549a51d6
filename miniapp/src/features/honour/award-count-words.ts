import type { AwardBoardView } from '@jikaotong/shared/contract';
import { yuanWords } from '@jikaotong/shared/words';

/** How many awards of how many kinds, and what their money comes to. */
export function awardCountWords({ awards, totalFen }: Pick<AwardBoardView, 'awards' | 'totalFen'>): string {
  const named = awards.filter(({ lines }) => lines.length > 0);
  const given = named.reduce((sum, { lines }) => sum + lines.length, 0);
  return `${named.length}种奖项共${given}项，奖金合计${yuanWords(totalFen)}（税前）`;
}
