import { FULL_SCORE, type Result, type Score, failed, isScore, ok } from '../../kernel';

/** One line of a marking sheet: how many points it brings at most, and in what steps. */
export type SheetItem = { readonly name: string; readonly maximum: Score; readonly step: Score };

export type SheetFault = 'same-name' | 'step-wrong' | 'more-than-full';

/** Why a marking sheet is none; null: it is one. Its items bring 100 points together at most. */
export function sheetFault(items: readonly SheetItem[]): SheetFault | null {
  if (new Set(items.map(({ name }) => name)).size < items.length) return 'same-name';
  if (items.some(({ maximum, step }) => step === 0 || maximum === 0 || maximum % step !== 0)) return 'step-wrong';
  return items.reduce((sum, { maximum }) => sum + maximum, 0) > FULL_SCORE ? 'more-than-full' : null;
}

export type MarkFault = 'other-items' | 'too-high' | 'out-of-step';

/** The sum of one judge's marks, item by item. */
export function totalOf(items: readonly SheetItem[], marks: readonly Score[]): Result<Score, MarkFault> {
  if (items.length !== marks.length) return failed('other-items');
  let sum = 0;
  for (const [at, { maximum, step }] of items.entries()) {
    const mark = marks[at] ?? 0;
    if (mark > maximum) return failed('too-high');
    if (mark % step !== 0) return failed('out-of-step');
    sum += mark;
  }
  return isScore(sum) ? ok(sum) : failed('too-high');
}
