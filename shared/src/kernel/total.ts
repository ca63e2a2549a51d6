import type { Score } from './score';

/** A weighted total in whole ten-thousandths of a point: 84.90 points are 849,000. */
export type Total = number & { readonly __brand: 'Total' };

/** Weights are percent of at most 100 points. */
export const isTotal = (value: number): value is Total =>
  Number.isSafeInteger(value) && value >= 0 && value <= 1_000_000;

/** Weights in percent times marks in hundredths: exact, whatever the marks. */
export const totalOf = (
  weights: { readonly theory: number; readonly skill: number },
  marks: { readonly theory: Score; readonly skill: Score },
): Total => (weights.theory * marks.theory + weights.skill * marks.skill) as Total;

/** Points with two to four decimals: `84.90`, `84.905`, `81.3501`. */
export function totalText(total: Total): string {
  const decimals = String(total % 10_000).padStart(4, '0');
  return `${Math.floor(total / 10_000)}.${decimals.replace(/0{1,2}$/, '')}`;
}
