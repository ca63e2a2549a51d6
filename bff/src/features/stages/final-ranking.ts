import type { StageStanding } from '@jikaotong/shared/contract';
import { type Total, isTotal, pointsOf } from '@jikaotong/shared/kernel';
import type { Handle } from '../../platform/db';
import { pointsIn } from './preview';
import { latestRanking, ranksOf, ranksSince } from './ranking.repository';

/** The ranking of a stage as everybody knows it. */
export type PublishedRanking = {
  readonly revision: number;
  /** Milliseconds since the epoch. */
  readonly publishedAt: number;
  /** Everybody on the roster, the ranked best first; `rank` null: not ranked, for `standing`. */
  readonly rows: readonly {
    readonly entrantId: string;
    /** The entry. */
    readonly candidateId: string;
    readonly number: number;
    readonly group: string | null;
    readonly rank: number | null;
    readonly total: Total | null;
    readonly advances: boolean;
    readonly standing: StageStanding;
  }[];
};

/** The ranking that counts of a stage; null before it is published. */
export async function rankingOf(h: Handle, stageId: string): Promise<PublishedRanking | null> {
  const published = await latestRanking(h, stageId);
  if (!published) return null;
  const { revision, publishedAt } = published;
  const rows = await ranksOf(h, { stageId, revision });
  return {
    revision,
    publishedAt,
    rows: rows.map(({ entrantId, candidateId, number, rankingGroup, rank, total, advances, standing }) => ({
      entrantId,
      candidateId,
      number,
      group: rankingGroup,
      rank,
      total: total !== null && isTotal(total) ? total : null,
      advances,
      standing,
    })),
  };
}

/** What is published of one entrant in a stage, marks in points; null where nothing is. */
export async function publishedOf(h: Handle, of: { readonly stageId: string; readonly candidateId: string }) {
  const published = await latestRanking(h, of.stageId);
  const [row] = published ? await ranksSince(h, { ...of, revision: published.revision }) : [];
  if (!row) return null;
  const { number, rank, total, theory, skill } = row;
  return {
    number,
    rank,
    total: pointsIn(total),
    theory: theory === null ? null : pointsOf(theory),
    skill: skill === null ? null : pointsOf(skill),
  };
}
