import { In, IsNull, MoreThan, MoreThanOrEqual } from 'typeorm';
import { type Handle, insert, updateWhere } from '../../platform/db';
import {
  type PublishedLine,
  type StageRank,
  type StageRankingRow,
  type StageTie,
  stageRankRecord,
  stageRankingRecord,
  stageTieRecord,
} from './stage.record';

export type { PublishedLine };

export const insertRanking = (h: Handle, row: StageRankingRow): Promise<void> => insert(h, stageRankingRecord, row);
export const insertRanks = (h: Handle, rows: readonly StageRank[]): Promise<void> => insert(h, stageRankRecord, rows);

/** The publication that counts; null where there is none. */
export const latestRanking = (h: Handle, stageId: string): Promise<StageRankingRow | null> =>
  h.repo(stageRankingRecord).findOne({ where: { stageId }, order: { revision: 'DESC' } });

/** All publications of these stages, the oldest first. */
export const rankingsOf = async (h: Handle, stageIds: readonly string[]): Promise<StageRankingRow[]> =>
  stageIds.length === 0
    ? []
    : h.repo(stageRankingRecord).find({ where: { stageId: In([...stageIds]) }, order: { revision: 'ASC' } });

/** The rows of one publication in their order. */
export const ranksOf = (
  h: Handle,
  { stageId, revision }: { readonly stageId: string; readonly revision: number },
): Promise<StageRank[]> => h.repo(stageRankRecord).find({ where: { stageId, revision }, order: { place: 'ASC' } });

/** The same, page by page. */
export const ranksPage = (
  h: Handle,
  { stageId, revision }: { readonly stageId: string; readonly revision: number },
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<StageRank[]> =>
  h
    .repo(stageRankRecord)
    .find({ where: { stageId, revision, place: MoreThan(after) }, order: { place: 'ASC' }, take: limit });

/** What a candidate was told in all stages, the oldest first. */
export const ranksOfCandidate = (h: Handle, candidateId: string): Promise<StageRank[]> =>
  h.repo(stageRankRecord).find({ where: { candidateId }, order: { revision: 'ASC' } });

/** What was published of a candidate in a stage from a revision on, the oldest first. */
export const ranksSince = (
  h: Handle,
  {
    stageId,
    candidateId,
    revision,
  }: { readonly stageId: string; readonly candidateId: string; readonly revision: number },
): Promise<StageRank[]> =>
  h.repo(stageRankRecord).find({
    where: { stageId, candidateId, revision: MoreThanOrEqual(revision) },
    order: { revision: 'ASC' },
  });

export const insertTie = (h: Handle, row: StageTie): Promise<void> => insert(h, stageTieRecord, row);

/** The decisions that stand. */
export const tiesOf = (h: Handle, stageId: string): Promise<StageTie[]> =>
  h.repo(stageTieRecord).find({ where: { stageId, endedAt: IsNull() }, order: { id: 'ASC' } });

export const endTies = async (h: Handle, ids: readonly string[], nowMs: number): Promise<number> =>
  ids.length === 0 ? 0 : updateWhere(h, stageTieRecord, { id: In([...ids]) }, { endedAt: nowMs });

/** Who noted or confirmed a mark of a stage: they do not decide what is protested there. */
export async function markersOf(h: Handle, stageId: string): Promise<string[]> {
  const rows = await h.query<{ account: string }>(
    `SELECT recorded_by AS account FROM stage_note WHERE stage_id = ?
     UNION SELECT confirmed_by FROM stage_note WHERE stage_id = ? AND confirmed_by IS NOT NULL`,
    [stageId, stageId],
  );
  return rows.map(({ account }) => account);
}
