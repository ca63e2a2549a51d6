import { In, LessThanOrEqual, MoreThan, Not } from 'typeorm';
import { type Handle, newId, updateWhere } from '../db';
import { type Job, jobRecord } from './job.record';

const LEASE_MS = 120_000;

/** Up to 20 jobs that are due, none of them leased or backing off, in the order they are due. */
export const findDue = (h: Handle, businessMs: number, wallMs: number): Promise<Job[]> =>
  h.repo(jobRecord).find({
    where: { state: 'waiting', dueAt: LessThanOrEqual(businessMs), notBefore: LessThanOrEqual(wallMs) },
    order: { dueAt: 'ASC', id: 'ASC' },
    take: 20,
  });

/** Ours if nobody else took it since we looked, else null; the lease ends by the wall clock, in case we die. */
export async function claimJob(h: Handle, seen: Job, wallMs: number): Promise<Job | null> {
  const mine = { claim: newId(), attempts: seen.attempts + 1, notBefore: wallMs + LEASE_MS };
  const where = { id: seen.id, state: 'waiting' as const, attempts: seen.attempts, notBefore: seen.notBefore };
  return (await updateWhere(h, jobRecord, where, mine)) === 1 ? { ...seen, ...mine } : null;
}

/** Writes how it went, unless the lease ran out and somebody else claimed it. */
export const settleJob = (h: Handle, job: Job, set: Partial<Job>): Promise<number> =>
  updateWhere(h, jobRecord, { id: job.id, state: 'waiting', claim: job.claim ?? '' }, set);

/** Jobs that failed too often to be tried again by themselves, the longest due first; `total` counts all of them. */
export async function listDead(h: Handle, limit: number): Promise<{ jobs: Job[]; total: number }> {
  const [jobs, total] = await h
    .repo(jobRecord)
    .findAndCount({ where: { state: 'dead' }, order: { dueAt: 'ASC', id: 'ASC' }, take: limit });
  return { jobs, total };
}

/** Lets a dead job be tried as if it were new; false when it is not dead. */
export const reviveJob = async (h: Handle, jobId: string): Promise<boolean> =>
  (await updateWhere(
    h,
    jobRecord,
    { id: jobId, state: 'dead' },
    { state: 'waiting', attempts: 0, notBefore: 0, claim: null },
  )) === 1;

/** The first business instant after `afterMs` at which a job of another kind than these is due, or null. */
export async function nextDueMs(h: Handle, afterMs: number, except: readonly string[]): Promise<number | null> {
  const next = await h.repo(jobRecord).findOne({
    where: { state: 'waiting', kind: Not(In([...except])), dueAt: MoreThan(afterMs) },
    order: { dueAt: 'ASC' },
  });
  return next?.dueAt ?? null;
}
