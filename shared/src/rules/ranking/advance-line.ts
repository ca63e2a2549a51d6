import type { AdvanceRule } from '../../notice';
import type { AdvanceLine, Marks } from './ranking';
import type { Total } from '../../kernel';

type Share = Extract<AdvanceRule, { percent: number }>;

/** How many of these rows go on: never more than are ranked. `ranked` are the totals, best first. */
export function lineOf(
  rule: AdvanceRule,
  rows: readonly Marks[],
  ranked: readonly { readonly total: Total }[],
): AdvanceLine {
  const share = 'count' in rule ? null : shareOf(rule, rows, ranked.length);
  const wanted = 'count' in rule ? rule.count : Math.max(share?.rounded ?? 0, share?.minimum ?? 0);
  const quota = Math.min(wanted, ranked.length);
  return { quota, lastTotal: ranked[quota - 1]?.total ?? null, share };
}

function shareOf({ base, percent, rounding, minimum }: Share, rows: readonly Marks[], scored: number) {
  const counted = { registered, present, scored: () => scored }[base.value](rows);
  return {
    base: base.value,
    counted,
    percent,
    rounding: rounding.value,
    rounded: roundedPercent(counted, percent, rounding.value),
    minimum: minimum?.value ?? null,
  };
}

/** Everybody on the roster who has not withdrawn from it. */
const registered = (rows: readonly Marks[]): number => rows.filter(({ status }) => status !== 'withdrawn').length;
/** Also whoever came and lacks a mark; not who was disqualified. */
const present = (rows: readonly Marks[]): number => rows.filter(({ status }) => status === 'present').length;

function roundedPercent(counted: number, percent: number, rounding: Share['rounding']['value']): number {
  const hundredths = counted * percent;
  switch (rounding) {
    case 'half-up':
      return Math.floor((hundredths + 50) / 100);
    case 'up':
      return Math.ceil(hundredths / 100);
    case 'down':
      return Math.floor(hundredths / 100);
  }
}
