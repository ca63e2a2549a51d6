import { type Handle, type Row, insert, isDuplicate, newId, updateWhere } from '../db';
import { jobRecord } from './job.record';

export type NewJob = {
  readonly kind: string;
  /** With the kind, unique for ever: the same thing is never queued twice. */
  readonly key: string;
  /** Business instant. */
  readonly dueMs: number;
  readonly payload: Readonly<Record<string, unknown>>;
};

const waiting = ({ kind, key, payload, dueMs }: NewJob): Row<typeof jobRecord> => ({
  id: newId(),
  kind,
  key,
  payload,
  dueAt: dueMs,
  state: 'waiting',
  attempts: 0,
  notBefore: 0,
  claim: null,
  doneAt: null,
});

/** Queues jobs whose keys nobody can have used, such as ids made just now; fifty in a statement. */
export const enqueueNew = (h: Handle, jobs: readonly NewJob[]): Promise<void> =>
  insert(h, jobRecord, jobs.map(waiting));

/** Queues a job in the effect's own transaction; false when its key was queued before. */
export async function enqueue(h: Handle, job: NewJob): Promise<boolean> {
  // MariaDB keeps the transaction after a duplicate, and so does SQLite
  try {
    await insert(h, jobRecord, waiting(job));
    return true;
  } catch (error) {
    if (isDuplicate(error, 'uq_job_key')) return false;
    throw error;
  }
}

/** Drops a job that has lost its sense, such as a reminder past its event; false when it ran already. */
export const dropJob = async (h: Handle, kind: string, key: string): Promise<boolean> =>
  (await updateWhere(h, jobRecord, { kind, key, state: 'waiting' }, { state: 'dropped' })) === 1;
