import type { Ranking } from './ranking';
import { type RankDifference, differencesOf } from './supposing';

export type Republished = {
  /** Who has advanced: as published, without those who are ranked no more. */
  readonly advanced: readonly string[];
  /** Who would advance by the new ranks and has not. Staff decide: a replacement before the next stage starts, then a case. */
  readonly passedOver: readonly string[];
  readonly ask: 'replacement' | 'case';
  /** Exactly those who are told. */
  readonly touched: readonly RankDifference[];
};

/** A ranking after publication: ranks close up, and nobody who has advanced loses it by somebody else's change. */
export function republished({
  published,
  now,
  nextStageBegun,
}: {
  published: Ranking;
  now: Ranking;
  nextStageBegun: boolean;
}): Republished {
  const ranked = new Set(now.groups.flatMap((group) => group.ranked.map(({ entrant }) => entrant)));
  const advanced = advancing(published).filter((entrant) => ranked.has(entrant));
  return {
    advanced,
    passedOver: advancing(now).filter((entrant) => !advanced.includes(entrant)),
    ask: nextStageBegun ? 'case' : 'replacement',
    touched: differencesOf(withAdvanced(published, advancing(published)), withAdvanced(now, advanced)),
  };
}

/** Who goes on whatever the jury decides, best first. */
export const advancing = ({ groups }: Ranking): readonly string[] =>
  groups.flatMap(({ ranked }) => ranked.flatMap(({ entrant, advances }) => (advances === 'yes' ? [entrant] : [])));

const withAdvanced = (ranking: Ranking, advanced: readonly string[]): Ranking => {
  const names = new Set(advanced);
  return {
    ...ranking,
    groups: ranking.groups.map((group) => ({
      ...group,
      ranked: group.ranked.map((one) => ({ ...one, advances: names.has(one.entrant) ? 'yes' : 'no' })),
    })),
  };
};
