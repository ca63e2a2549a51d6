import type { Funnel, FunnelStep } from '@jikaotong/shared/contract';
import { standingWord } from '@jikaotong/shared/words';

/** How many came to a step. */
export const peopleAt = (steps: Funnel, wanted: FunnelStep): number =>
  steps.find(({ step }) => step === wanted)?.people ?? 0;

/** The rates that are looked at, each of those who came to the step before it. */
export const RATES = [
  { name: '通过率', of: 'approved', among: 'submitted' },
  { name: '缴费率', of: 'paid', among: 'approved' },
  { name: '到考率', of: 'present', among: 'seated' },
  { name: '合格率', of: 'passed', among: 'present' },
] as const satisfies readonly { name: string; of: FunnelStep; among: FunnelStep }[];
export type Rate = (typeof RATES)[number];

/** Percent, one decimal; null where nobody came to the step before. */
export function percentOf(steps: Funnel, { of, among }: Rate): number | null {
  const all = peopleAt(steps, among);
  return all === 0 ? null : Math.round((peopleAt(steps, of) / all) * 1000) / 10;
}

export const percentWords = (percent: number | null): string => (percent === null ? '—' : `${percent}%`);

/** `待审核 3 人、退回未改 1 人`: who did not go on from a step. */
export const stayedWords = (stayed: Funnel[number]['stayed']): string =>
  stayed.map(({ standing, people }) => `${standingWord(standing)} ${people} 人`).join('、');
