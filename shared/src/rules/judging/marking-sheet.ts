import { FULL_SCORE, type Result, type Score, failed, isScore, ok } from '../../kernel';
import type { CombiningRule } from '../ranking';

/** One line of a marking sheet: how many points it brings at most, and in what steps. */
export type SheetItem = { readonly name: string; readonly maximum: Score; readonly step: Score };

export type SheetFault = 'same-name' | 'step-wrong' | 'more-than-full';

/** What is wrong with the item at a place by itself, or beside those before it; null: nothing. */
export function itemFault(items: readonly SheetItem[], at: number): Exclude<SheetFault, 'more-than-full'> | null {
  const item = items[at];
  if (!item) return null;
  if (items.slice(0, at).some(({ name }) => name === item.name)) return 'same-name';
  const { maximum, step } = item;
  return step === 0 || maximum === 0 || maximum % step !== 0 ? 'step-wrong' : null;
}

/** Why a marking sheet is none; null: it is one. Its items bring 100 points together at most. */
export function sheetFault(items: readonly SheetItem[]): SheetFault | null {
  const faults = items.map((_, at) => itemFault(items, at));
  return (
    faults.find((fault) => fault === 'same-name') ??
    faults.find((fault) => fault !== null) ??
    (fullOf(items) > FULL_SCORE ? 'more-than-full' : null)
  );
}

/** The most that one judge can give by a sheet. */
export const fullOf = (items: readonly Pick<SheetItem, 'maximum'>[]): number =>
  items.reduce((sum, { maximum }) => sum + maximum, 0);

/** Nobody can come to the full 100 by this sheet; where the marks of several judges are added up, that tells nothing. */
export const fallsShort = (items: readonly Pick<SheetItem, 'maximum'>[], kind: CombiningRule['kind']): boolean =>
  kind !== 'sum' && fullOf(items) < FULL_SCORE;

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
