import { failedJobs as contract } from '@jikaotong/shared/contract';
import { type Route, command, query, refuse } from '../../platform/http';
import { listDead, reviveJob } from '../../platform/jobs';

const MOST = 50;

/** What a job is about stays in its payload: bodies see each other's failures, never each other's people. */
const list = query(contract.listFailedJobs, async (ctx) => {
  const { jobs, total } = await listDead(ctx.h, MOST);
  return { total, items: jobs.map(({ id, kind, dueAt, attempts }) => ({ id, kind, dueAt, attempts })) };
});

const retry = command(contract.retryJob, {
  handle: async (ctx) => {
    const jobId = ctx.input.params.id;
    if (!(await reviveJob(ctx.h, jobId))) refuse('wrong-state', { state: 'not-failed' });
    ctx.audit('job-retried', { jobId });
    return { id: jobId };
  },
  present: () => Promise.resolve({ done: true as const }),
});

export const routes: Route[] = [list, retry];
