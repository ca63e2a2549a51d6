import type { LocalDate } from '@jikaotong/shared/kernel';
import type { StageCode } from '@jikaotong/shared/notice';
import { lastDayOf } from '@jikaotong/shared/rules/calendar';
import { type Handle, findRow, insert, isDuplicate, newId, updateWhere } from '../../platform/db';
import type { NoticeVersion } from '../notices';
import { addEvent, changeEvent, findEvents, removeEvent } from '../sessions';
import { type AnnouncedStage, type StageRow, stageRecord } from './contest.record';

/** Makes the stages that a version of a notice names, where they are not there yet; the others follow the version. */
export async function ensureStages(h: Handle, { id: noticeVersionId, version, notice }: NoticeVersion): Promise<void> {
  if (!notice.contest) return;
  const rows = await h.repo(stageRecord).findBy({ noticeId: notice.id });
  const events = await findEvents(h, idsOf(rows));
  const codes = notice.contest.rankingGroups?.map(({ code }) => code) ?? [];
  const rankingGroups = codes.length === 0 ? null : `,${codes.join(',')},`;
  for (const { code } of notice.contest.stages) {
    const found = rows.find(({ stage }) => stage === code);
    const of = { noticeVersionId, noticeVersion: version };
    if (!found)
      await addStage(h, { noticeId: notice.id, stage: code, rankingGroups }, { ...of, bodyId: notice.body.id });
    else if (events.get(found.id)?.noticeVersionId !== noticeVersionId) await changeEvent(h, found.id, of);
    if (found && found.rankingGroups !== rankingGroups)
      await updateWhere(h, stageRecord, { id: found.id }, { rankingGroups });
  }
}

type OfVersion = { readonly bodyId: string; readonly noticeVersionId: string; readonly noticeVersion: number };

async function addStage(
  h: Handle,
  at: Pick<StageRow, 'noticeId' | 'stage' | 'rankingGroups'>,
  of: OfVersion,
): Promise<void> {
  const id = newId();
  const { noticeId } = at;
  await addEvent(h, { id, kind: 'stage', noticeId, ...of, state: 'published', firstDay: null, lastDay: null });
  const nothing = { startsAt: null, place: null, announcedAt: null, announcedBy: null, plan: null };
  const unfiled = { filedOn: null, filedReceipt: null, filedFileId: null, filedBy: null, filedAt: null };
  const held = { cancelledAt: null, cancelledBy: null, cancelReason: null };
  const row = { id, ...at, ...nothing, ...unfiled, ...held };
  await insert(h, stageRecord, row).catch(async (error: unknown) => {
    if (!isDuplicate(error, 'uq_contest_stage')) throw error;
    // another server made it meanwhile
    await removeEvent(h, id);
  });
}

/** The event of a stage, which is there from the publication of the notice on. */
export async function stageEventOf(h: Handle, noticeId: string, stage: StageCode): Promise<string> {
  const row = await findRow(h, stageRecord, { noticeId, stage });
  if (!row) throw new Error(`${noticeId} has no stage ${stage}`);
  return row.id;
}

/** The events of all stages of a competition. */
export const stageEventsOf = async (h: Handle, noticeId: string): Promise<string[]> =>
  idsOf(await h.repo(stageRecord).findBy({ noticeId }));
/** A stage by its id, which is its event's; null where there is none. */
export const findContestStage = (h: Handle, id: string): Promise<StageRow | null> => findRow(h, stageRecord, { id });

/** All stages that a competition ever had, announced or not, in no order. */
export const contestStagesOf = (h: Handle, noticeId: string): Promise<StageRow[]> =>
  h.repo(stageRecord).findBy({ noticeId });

/** The stages of a competition that were announced. */
export async function stagesOf(h: Handle, noticeId: string): Promise<AnnouncedStage[]> {
  const rows = await h.repo(stageRecord).findBy({ noticeId });
  const events = await findEvents(h, idsOf(rows));
  return rows.flatMap(({ place, announcedAt, ...row }) => {
    const day = events.get(row.id)?.firstDay ?? null;
    return day === null || place === null || announcedAt === null ? [] : [{ ...row, day, place, announcedAt }];
  });
}

/** The day on which the ranks of each stage were last published; those without ranks are not in it. */
export async function rankedOnOf(h: Handle, noticeId: string): Promise<ReadonlyMap<StageCode, LocalDate>> {
  const rows = await h.query<{ stage: StageCode; ranked_on: LocalDate }>(
    `SELECT s.stage AS stage, MAX(r.published_on) AS ranked_on
     FROM contest_stage s JOIN stage_ranking r ON r.stage_id = s.id WHERE s.notice_id = ? GROUP BY s.stage`,
    [noticeId],
  );
  return new Map(rows.map((row) => [row.stage, row.ranked_on]));
}

/** Writes down what was announced of a stage, over what was announced before. */
export async function putStage(
  h: Handle,
  at: { readonly noticeId: string; readonly stage: StageCode },
  {
    day,
    ...said
  }: { readonly day: LocalDate } & Pick<StageRow, 'startsAt' | 'place' | 'plan' | 'announcedAt' | 'announcedBy'>,
): Promise<void> {
  const id = await stageEventOf(h, at.noticeId, at.stage);
  await changeEvent(h, id, { firstDay: day, lastDay: lastDayOf({ day, plan: said.plan }) });
  await updateWhere(h, stageRecord, { id }, said);
}

/** A stage is not held any more, and why; its event is cancelled. */
export async function putCancellation(
  h: Handle,
  id: string,
  said: { readonly cancelledAt: number; readonly cancelledBy: string; readonly cancelReason: string },
): Promise<void> {
  await changeEvent(h, id, { state: 'cancelled' });
  await updateWhere(h, stageRecord, { id }, said);
}

/** Writes down that the papers of a stage were filed, over what was written before. */
export async function putFiling(
  h: Handle,
  at: { readonly noticeId: string; readonly stage: StageCode },
  filed: Pick<StageRow, 'filedOn' | 'filedReceipt' | 'filedFileId' | 'filedBy' | 'filedAt'>,
): Promise<void> {
  await updateWhere(h, stageRecord, { id: await stageEventOf(h, at.noticeId, at.stage) }, filed);
}

const idsOf = (rows: readonly StageRow[]): string[] => rows.map(({ id }) => id);
