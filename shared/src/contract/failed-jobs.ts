import * as z from 'zod/mini';
import { endpoint } from './endpoint';
import { Count, Done, Id, IdParams, Instant } from './fields';

/**
 * Work of the installation that was tried again and again and never succeeded, oldest first, at most fifty. A job tells
 * what it is and when it was due, never about whom. They belong to no body: the operator sees them.
 */
export const listFailedJobs = endpoint({
  name: 'listFailedJobs',
  method: 'GET',
  path: '/staff/failed-jobs',
  who: ['operator'],
  reply: z.object({
    total: Count,
    items: z.array(z.object({ id: Id, kind: z.string(), dueAt: Instant, attempts: Count })),
  }),
  refusals: [],
});

/** Lets a failed job be tried anew from the first attempt on; jobs are made to run twice without harm. */
export const retryJob = endpoint({
  name: 'retryJob',
  method: 'POST',
  path: '/staff/failed-jobs/:id/retries',
  who: ['operator'],
  params: IdParams,
  reply: Done,
  refusals: ['wrong-state'],
});
