import {
  type Marks,
  type RankDifference,
  type Ranked,
  type Ranking,
  type Republished,
  type StageMarks,
  keptDecisions,
  rankStage,
  republished,
  tiesOf,
} from '@jikaotong/shared/rules/ranking';
import { isTotal } from '@jikaotong/shared/kernel';
import type { Crypto } from '../../platform/crypto';
import type { Handle } from '../../platform/db';
import { type NamedEntrant, namedEntrantsIn, standingOf } from './entrant.repository';
import { latestRanking, ranksOf, tiesOf as storedTiesOf } from './ranking.repository';
import type { FrozenStage } from './stage';
import { type PublishedLine, type StageRank, type StageTie, tieWords } from './stage.record';

/** The ranking of a stage by what is noted at this moment. */
export type RankingNow = {
  readonly entrants: ReadonlyMap<string, NamedEntrant>;
  readonly given: StageMarks;
  readonly ranking: Ranking;
  /** Full ties, those that are decided as well. */
  readonly ties: readonly (readonly string[])[];
  /** The decisions of the jury that still speak of a tie, and those that do not. */
  readonly decided: readonly StageTie[];
  readonly lapsed: readonly StageTie[];
};

/** Ranks the stored marks of a stage. */
export async function rankingNow(h: Handle, crypto: Crypto, stage: FrozenStage): Promise<RankingNow> {
  const entrants = await namedEntrantsIn(h, stage.id);
  const marks = entrants.map(marksOf);
  const ties = tiesOf({ contest: stage.rule, marks });
  const stored = await storedTiesOf(h, stage.id);
  const decisions = stored.map((row) => ({ order: row.entrants, reason: tieWords.open(crypto, row, 'reason') }));
  const kept = keptDecisions(decisions, ties);
  const given = { contest: stage.rule, stage: stage.code, marks, decisions: kept };
  const ranked = rankStage(given);
  if (!ranked.ok) throw new Error(`stage ${stage.id} has decisions that speak of no tie`);
  const speaks = (row: StageTie) => kept.some(({ order }) => order.every((id) => row.entrants.includes(id)));
  return {
    entrants: new Map(entrants.map((row) => [row.id, row])),
    given,
    ranking: ranked.value,
    ties,
    decided: stored.filter(speaks),
    lapsed: stored.filter((row) => !speaks(row)),
  };
}

const marksOf = (row: NamedEntrant): Marks => ({
  entrant: row.id,
  group: row.rankingGroup,
  theory: row.theory,
  skill: row.skill,
  status: standingOf(row),
});

/** What is published of a stage, as rows and as the rules read a ranking; null before the first time. */
export async function publishedOf(
  h: Handle,
  stage: Pick<FrozenStage, 'id' | 'code'>,
): Promise<{ readonly rows: readonly StageRank[]; readonly ranking: Ranking } | null> {
  const published = await latestRanking(h, stage.id);
  if (!published) return null;
  const rows = await ranksOf(h, { stageId: stage.id, revision: published.revision });
  return { rows, ranking: asRanking(stage.code, rows, published.lines) };
}

function asRanking(stage: string, rows: readonly StageRank[], lines: readonly PublishedLine[]): Ranking {
  return {
    stage,
    groups: lines.map(({ group, line }) => ({
      group,
      ranked: rows.filter(({ rankingGroup }) => rankingGroup === group).flatMap(asRanked),
      unranked: [],
      undecidedTies: [],
      line,
    })),
  };
}

const asRanked = ({ entrantId, rank, total, advances }: StageRank): Ranked[] =>
  rank === null || total === null || !isTotal(total)
    ? []
    : [
        {
          entrant: entrantId,
          rank,
          from: rank,
          to: rank,
          total,
          advances: advances ? 'yes' : 'no',
          decidedBecause: null,
        },
      ];

export type Sequel = Omit<Republished, 'touched'> & { readonly touched: readonly RankDifference[] };

/** What publishing anew would change, for whom; null before the first time. */
export async function sequelOf(
  h: Handle,
  stage: FrozenStage,
  now: RankingNow,
  nextStageBegun: boolean,
): Promise<Sequel | null> {
  const published = await publishedOf(h, stage);
  if (!published) return null;
  const made = republished({ published: published.ranking, now: now.ranking, nextStageBegun });
  return { ...made, touched: [...made.touched, ...stoodOtherwise(published.rows, now, made.touched)] };
}

/** Whoever has no rank before and after, for another reason. */
function stoodOtherwise(
  rows: readonly StageRank[],
  { entrants }: RankingNow,
  touched: readonly RankDifference[],
): RankDifference[] {
  const known = new Set(touched.map(({ entrant }) => entrant));
  return rows.flatMap(({ entrantId, rank, standing }) => {
    const row = entrants.get(entrantId);
    const same = rank !== null || known.has(entrantId) || !row || standingOf(row) === standing;
    return same ? [] : [{ entrant: entrantId, before: null, after: null }];
  });
}
