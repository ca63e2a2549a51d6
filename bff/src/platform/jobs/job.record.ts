import { type Row, id, instant, int, json, nullable, record, ref, text, word } from '../db';

/** Something to do at a business instant; one per kind and key. */
export const jobRecord = record(
  'job',
  {
    id: id(),
    kind: text(60),
    key: text(120),
    payload: json<Readonly<Record<string, unknown>>>(),
    dueAt: instant(),
    state: word<'waiting' | 'done' | 'dropped' | 'dead'>(),
    attempts: int(),
    /** Wall clock: the end of the lease or of the back-off. */
    notBefore: instant(),
    claim: nullable(ref()),
    doneAt: nullable(instant()),
  },
  { unique: { uq_job_key: ['kind', 'key'] }, index: { ix_job_due: ['state', 'dueAt'] } },
);

export type Job = Row<typeof jobRecord>;
