import { tidyName } from '../../kernel';
import { unitNameKey } from '../awards';

export const JUDGE_BARS = ['unit', 'coach'] as const;
export type JudgeBar = (typeof JUDGE_BARS)[number];

/** Why a judge may not mark an entrant: of the entrant's unit, or its coach; null where nothing is against it. */
export function judgeBar(
  judge: { readonly name: string; readonly unit: string },
  entrant: { readonly unit: string | null; readonly coach: string | null },
): JudgeBar | null {
  if (entrant.unit !== null && unitNameKey(entrant.unit) === unitNameKey(judge.unit)) return 'unit';
  return entrant.coach !== null && nameKey(entrant.coach) === nameKey(judge.name) ? 'coach' : null;
}

const nameKey = (name: string): string => tidyName(name).replace(/\s/gu, '');
