import { MoreThanOrEqual } from 'typeorm';
import type { Handle } from '../../platform/db';
import { type Job, jobRecord } from '../../platform/jobs';

/** The first job that waits to be done at this business instant or later; null when none does. */
export const findNextJob = (h: Handle, fromMs: number): Promise<Job | null> =>
  h.repo(jobRecord).findOne({ where: { state: 'waiting', dueAt: MoreThanOrEqual(fromMs) }, order: { dueAt: 'ASC' } });
