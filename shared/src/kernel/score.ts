import { type Result, failed, ok } from './result';
import { tidyLine } from './typed-text';

/** A mark in whole hundredths of a point: 86.5 points is 8650. */
export type Score = number & { readonly __brand: 'Score' };

export const FULL_SCORE = 10_000 as Score;
export const PASS_SCORE = 6_000 as Score;

export const isScore = (value: number): value is Score =>
  Number.isSafeInteger(value) && value >= 0 && value <= FULL_SCORE;

/** Reads points such as `86`, `86.5` or `100.00`; at most two decimals, 0 to 100. */
export function parseScore(text: string): Result<Score, 'not-a-score'> {
  const parts = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(tidyLine(text.normalize('NFKC')));
  if (!parts) return failed('not-a-score');
  const value = Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0'));
  return isScore(value) ? ok(value) : failed('not-a-score');
}

/** Points as people write them: 8650 is `86.5`. */
export const pointsOf = (score: Score): string => String(score / 100);
