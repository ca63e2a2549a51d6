import { type Handle, insert, isDuplicate, newId } from '../../platform/db';
import { type ScoreColumn, scoreColumnRecord } from './score-column.record';

/** What is kept of a body. */
export const scoreColumnsOf = (h: Handle, bodyId: string): Promise<ScoreColumn[]> =>
  h.repo(scoreColumnRecord).find({ where: { bodyId }, order: { position: 'ASC', id: 'ASC' } });

/** Keeps headers that are not there yet, without a meaning; another may keep the same in this very moment. */
export async function keepHeaders(
  h: Handle,
  headers: readonly string[],
  by: Pick<ScoreColumn, 'bodyId' | 'changedBy' | 'changedAt'>,
): Promise<void> {
  const there = await scoreColumnsOf(h, by.bodyId);
  const unknown = headers.filter((header) => there.every((one) => one.header !== header));
  for (const [at, header] of unknown.entries()) {
    const row = { id: newId(), header, position: there.length + at, means: 'unmapped' as const, ...by };
    await insert(h, scoreColumnRecord, row).catch((error: unknown) => {
      if (!isDuplicate(error, 'uq_score_column')) throw error;
    });
  }
}

export const setMeaning = async (
  h: Handle,
  { id: columnId, ...set }: Pick<ScoreColumn, 'id' | 'means' | 'changedBy' | 'changedAt'>,
): Promise<void> => {
  await h.repo(scoreColumnRecord).update({ id: columnId }, set);
};
