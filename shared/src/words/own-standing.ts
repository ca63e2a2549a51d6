import type { OwnStage } from '../contract';
import { unrankedWord } from './ranking';

type Stage = Pick<OwnStage, 'name' | 'reached' | 'cancelled'> & {
  readonly rank: Pick<NonNullable<OwnStage['rank']>, 'rank' | 'standing' | 'advances'> | null;
};

/** The latest rank that one has in a competition, and whether one goes on: 初赛第56名，进入复赛. Null before the first. */
export function ownStandingWords(stages: readonly Stage[]): string | null {
  // phones of candidates know no findLastIndex
  const at = stages.map(({ rank, cancelled }) => rank !== null && cancelled === undefined).lastIndexOf(true);
  const own = stages[at];
  if (!own?.rank) return null;
  if (own.rank.rank === null) return `${own.name}${unrankedWord(own.rank.standing)}`;
  const said = `${own.name}第${own.rank.rank}名`;
  const next = stages[at + 1];
  if (next === undefined || next.cancelled !== undefined) return said;
  return `${said}，${own.rank.advances || next.reached === 'yes' ? '' : '没有'}进入${next.name}`;
}
