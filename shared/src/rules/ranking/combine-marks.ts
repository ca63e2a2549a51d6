import { type Result, type Score, failed, isScore, ok } from '../../kernel';

/** How the marks of several judges become one; `trimmed-mean` leaves out the highest and the lowest `drop` of them. */
export type CombiningRule =
  { readonly kind: 'mean' } | { readonly kind: 'trimmed-mean'; readonly drop: number } | { readonly kind: 'sum' };

/** One mark from those of several judges, rounded half up to hundredths of a point. */
export function combineMarks(
  { judges }: { readonly judges: CombiningRule },
  marks: readonly Score[],
): Result<Score, 'too-few-marks' | 'sum-too-high'> {
  switch (judges.kind) {
    case 'mean':
      return meanOf(marks);
    case 'trimmed-mean':
      return meanOf(marks.toSorted((a, b) => a - b).slice(judges.drop, -judges.drop));
    case 'sum': {
      if (marks.length === 0) return failed('too-few-marks');
      const sum = sumOf(marks);
      return isScore(sum) ? ok(sum) : failed('sum-too-high');
    }
  }
}

/** The places of the marks that lie further than `spread` from the middle one, for a second look. */
export function outlyingMarks(marks: readonly Score[], spread: Score): readonly number[] {
  const sorted = marks.toSorted((a, b) => a - b);
  // twice the middle, so that half of a hundredth stays whole
  const middle = (sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) + (sorted[Math.floor(sorted.length / 2)] ?? 0);
  return marks.flatMap((mark, place) => (Math.abs(2 * mark - middle) > 2 * spread ? [place] : []));
}

function meanOf(marks: readonly Score[]): Result<Score, 'too-few-marks'> {
  const mean = Math.floor((2 * sumOf(marks) + marks.length) / (2 * marks.length));
  return isScore(mean) ? ok(mean) : failed('too-few-marks');
}

const sumOf = (marks: readonly Score[]): number => marks.reduce((sum, mark) => sum + mark, 0);
