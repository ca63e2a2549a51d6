export { type NewJob, dropJob, enqueue, enqueueNew } from './enqueue';
export { type Job, jobRecord } from './job.record';
export { listDead, reviveJob } from './job.repository';
export { type Jobs, jobsOf } from './runner';
