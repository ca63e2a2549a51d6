import { parseScore } from '../../kernel';
import type { Attendance, Marks, RankingRule } from './ranking';

/** An entrant with points for theory and skill. */
export type Line = readonly [entrant: string, theory: number | null, skill: number | null, status?: Attendance];

export const marksOf = (lines: readonly Line[]): readonly Marks[] =>
  lines.map(([entrant, theory, skill, status = 'present']) => ({
    entrant,
    group: null,
    theory: scoreOf(theory),
    skill: scoreOf(skill),
    status,
  }));

const scoreOf = (points: number | null) => {
  if (points === null) return null;
  const score = parseScore(points.toFixed(2));
  if (!score.ok) throw new Error(`no mark: ${points}`);
  return score.value;
};

type Said = {
  base?: 'registered' | 'present' | 'scored';
  rounding?: 'half-up' | 'up' | 'down';
  minimum?: number;
  count?: number;
};

/** The rules of C24 and C25, or with something else said. */
export function contestOf({ base = 'scored', rounding = 'half-up', minimum, count }: Said = {}): RankingRule {
  const source = { assumed: 'a test' };
  return {
    weights: { theory: 30, skill: 70, source },
    stages: [
      { code: 'preliminary', name: '初赛', source },
      { code: 'semi-final', name: '复赛', source },
      { code: 'final', name: '决赛', source },
    ],
    advance:
      count === undefined
        ? {
            percent: 30,
            source,
            base: { value: base, source },
            rounding: { value: rounding, source },
            minimum: minimum === undefined ? undefined : { value: minimum, source },
          }
        : { count, source },
    ties: { by: 'skill', source, still: { value: 'jury', source } },
  };
}
