export { type NewJob, dropJob, enqueue, nextDueMs } from './enqueue';
export { type Job, jobRecord } from './job.record';
export { type Jobs, jobsOf } from './runner';
