import { type Handle, insert } from '../../platform/db';
import { type StageAdmission, stageAdmissionRecord } from './stage.record';

export type { StageAdmission };

export const insertAdmission = (h: Handle, row: StageAdmission): Promise<void> => insert(h, stageAdmissionRecord, row);

/** Who was let in from a stage in place of others, by candidate; of several decisions about one the last. */
export async function admissionsFrom(h: Handle, stageId: string): Promise<ReadonlyMap<string, StageAdmission>> {
  const rows = await h.repo(stageAdmissionRecord).find({ where: { stageId }, order: { id: 'ASC' } });
  return new Map(rows.map((row) => [row.candidateId, row]));
}

/** The same of one candidate, by the stage that they came from. */
export async function admissionsOf(h: Handle, candidateId: string): Promise<ReadonlyMap<string, StageAdmission>> {
  const rows = await h.repo(stageAdmissionRecord).find({ where: { candidateId }, order: { id: 'ASC' } });
  return new Map(rows.map((row) => [row.stageId, row]));
}
