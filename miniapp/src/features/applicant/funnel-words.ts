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

/** How many of those who came to a step came as the marks alone say. */
export const presumedAt = (steps: Funnel, wanted: FunnelStep): number =>
  steps.find(({ step }) => step === wanted)?.presumed ?? 0;

/** `（其中 3 人按成绩推定）`, or nothing where the door knows of all. */
const presumedWords = (presumed: number): string => (presumed > 0 ? `（其中 ${presumed} 人按成绩推定）` : '');

/** What a rate rests on where not all of it was noted at the door: `含按成绩推定 3 人`. */
export const rateBasisWords = (steps: Funnel, { of, among }: Rate): string => {
  const presumed = of === 'present' || among === 'present' ? presumedAt(steps, 'present') : 0;
  return presumed > 0 ? `到考含按成绩推定 ${presumed} 人` : '';
};

/** `待审核 3 人、缺考 2 人（其中 1 人按成绩推定）`: who did not go on from a step. */
export const stayedWords = (stayed: Funnel[number]['stayed']): string =>
  stayed
    .map(({ standing, people, presumed }) => `${standingWord(standing)} ${people} 人${presumedWords(presumed)}`)
    .join('、');
