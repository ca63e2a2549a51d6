import type { TrainingAttendance } from '@jikaotong/shared/contract';
import { IsNull } from 'typeorm';
import { type Handle, findRow, insert, newId, placeholders, unlessThere, updateWhere } from '../../platform/db';
import { type Entrant, entrantsAmong } from '../contests';
import { type Attendance, type Training, attendanceRecord, trainingRecord } from './training.record';

export type { Training } from './training.record';

export const addTraining = (h: Handle, training: Training): Promise<void> => insert(h, trainingRecord, training);

export const findTraining = (h: Handle, id: string): Promise<Training | null> => findRow(h, trainingRecord, { id });

/** A training of one of these bodies; any other does not exist. */
export async function findTrainingIn(h: Handle, bodyIds: readonly string[], id: string): Promise<Training | null> {
  const training = await findTraining(h, id);
  return training && bodyIds.includes(training.bodyId) ? training : null;
}

/** All trainings of a competition, the next first, also those that do not take place. */
export const trainingsOf = (h: Handle, noticeId: string): Promise<Training[]> =>
  h.repo(trainingRecord).find({ where: { noticeId }, order: { day: 'ASC', startsAt: 'ASC', id: 'ASC' } });

/** What the trainings of a body are called, by their ids. */
export async function trainingNamesOf(h: Handle, bodyId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await h.repo(trainingRecord).findBy({ bodyId });
  return new Map(rows.map(({ id, day, place }) => [id, `${day} ${place}赛前培训`]));
}

/** Changes a training that is still at this version; false when somebody was faster. */
export const changeTrainingIf = async (
  h: Handle,
  { id, version }: Pick<Training, 'id' | 'version'>,
  set: Partial<Omit<Training, 'id' | 'version'>>,
): Promise<boolean> => (await updateWhere(h, trainingRecord, { id, version }, { ...set, version: version + 1 })) === 1;

const LIVE = "p.state IN ('submitted', 'approved')";

/** Whoever may come to a training before a stage and wants it. */
export async function wishersOf(h: Handle, eventId: string): Promise<Entrant[]> {
  const rows = await h.query<{ id: string }>(
    `SELECT c.id AS id
     FROM participant p JOIN candidate c ON c.id = p.candidate_id JOIN contest_entry e ON e.id = c.id
     WHERE p.event_id = ? AND ${LIVE} AND e.training ORDER BY c.id`,
    [eventId],
  );
  const ids = rows.map(({ id }) => id);
  return [...(await entrantsAmong(h, ids)).values()];
}

/** How many are in a stage, and of them want a training before it. */
export async function countWishers(h: Handle, eventId: string): Promise<{ live: number; wished: number }> {
  const [row] = await h.query<{ live: number | string; wished: number | string | null }>(
    `SELECT COUNT(*) AS live, SUM(CASE WHEN e.training THEN 1 ELSE 0 END) AS wished
     FROM participant p JOIN candidate c ON c.id = p.candidate_id JOIN contest_entry e ON e.id = c.id
     WHERE p.event_id = ? AND ${LIVE}`,
    [eventId],
  );
  return { live: Number(row?.live ?? 0), wished: Number(row?.wished ?? 0) };
}

/** How many in a stage want a training before it, while none is arranged there. */
export async function countUntrained(h: Handle, eventId: string): Promise<number> {
  if (await h.repo(trainingRecord).existsBy({ eventId, cancelledAt: IsNull() })) return 0;
  return (await countWishers(h, eventId)).wished;
}

/** How many came and did not, by training. */
export async function countAttendance(
  h: Handle,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly came: number; readonly absent: number }>> {
  if (ids.length === 0) return new Map();
  const rows = await h.query<{ id: string; came: number | string; absent: number | string }>(
    `SELECT training_id AS id, SUM(CASE WHEN state = 'came' THEN 1 ELSE 0 END) AS came,
       SUM(CASE WHEN state = 'absent' THEN 1 ELSE 0 END) AS absent
     FROM training_attendance WHERE training_id IN (${placeholders(ids)}) GROUP BY training_id`,
    ids,
  );
  return new Map(rows.map(({ id, came, absent }) => [id, { came: Number(came), absent: Number(absent) }]));
}

/** In which of these events somebody takes part. */
export async function liveEventsOf(h: Handle, candidateId: string): Promise<ReadonlySet<string>> {
  const rows = await h.query<{ id: string }>(
    `SELECT p.event_id AS id FROM participant p WHERE p.candidate_id = ? AND ${LIVE}`,
    [candidateId],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Somebody who may come to a training, with what was noted of them. */
export type Trainee = {
  readonly id: string;
  readonly name: string;
  readonly unit: string | null;
  readonly wants: boolean;
  readonly state: TrainingAttendance;
  readonly version: number;
};

/** Everybody who may come to a training, by name; `id`: only that one. */
export async function traineesOf(
  h: Handle,
  training: Pick<Training, 'id' | 'eventId'>,
  id: string | null = null,
): Promise<Trainee[]> {
  type Raw = Pick<Trainee, 'id' | 'name' | 'unit'> & {
    wants: number | string;
    state: TrainingAttendance | null;
    version: number | string | null;
  };
  const rows = await h.query<Raw>(
    `SELECT p.candidate_id AS id, p.name AS name, e.unit AS unit, CASE WHEN e.training THEN 1 ELSE 0 END AS wants,
       a.state AS state, a.version AS version
     FROM participant p JOIN contest_entry e ON e.id = p.candidate_id
     LEFT JOIN training_attendance a ON a.training_id = ? AND a.candidate_id = p.candidate_id
     WHERE p.event_id = ? AND (${LIVE} OR a.state IS NOT NULL) AND p.name IS NOT NULL
       ${id === null ? '' : 'AND p.candidate_id = ?'}
     ORDER BY p.name, p.candidate_id`,
    [training.id, training.eventId, ...(id === null ? [] : [id])],
  );
  return rows.map(({ wants, state, version, ...row }) => ({
    ...row,
    wants: Number(wants) === 1,
    state: state ?? 'open',
    version: Number(version ?? 0),
  }));
}

/** What was noted of somebody at the trainings of a competition, by training. */
export async function attendedBy(h: Handle, candidateId: string): Promise<ReadonlyMap<string, TrainingAttendance>> {
  const rows = await h.repo(attendanceRecord).findBy({ candidateId });
  return new Map(rows.map(({ trainingId, state }) => [trainingId, state]));
}

/**
 * Notes whether somebody came, once for each version; false when somebody noted it meanwhile. The row is made first, so
 * that of two who note at once one waits for the other.
 */
export async function putAttendance(
  h: Handle,
  { trainingId, candidateId, version }: Pick<Attendance, 'trainingId' | 'candidateId' | 'version'>,
  set: Pick<Attendance, 'state' | 'notedAt' | 'notedBy'>,
): Promise<boolean> {
  if (version === 0)
    await h.run(
      unlessThere(
        h,
        `INSERT INTO training_attendance (id, training_id, candidate_id, state, version, noted_at, noted_by)
         VALUES (?, ?, ?, 'open', 0, ?, ?)`,
      ),
      [newId(), trainingId, candidateId, new Date(set.notedAt), set.notedBy],
    );
  const at = { trainingId, candidateId, version };
  return (await updateWhere(h, attendanceRecord, at, { ...set, version: version + 1 })) === 1;
}
