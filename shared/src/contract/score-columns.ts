import * as z from 'zod/mini';
import { endpoint } from './endpoint';
import { Id, IdParams, SubjectName } from './fields';

/** What a column of a computer test's result file holds: whose row it is, the marks of a subject, or nothing of use. */
export const SCORE_COLUMN_MEANINGS = ['unmapped', 'ticketNumber', 'name', 'theory', 'skill', 'review', 'left'] as const;
export type ScoreColumnMeaning = (typeof SCORE_COLUMN_MEANINGS)[number];

const who = ['score-officer', 'administrator'] as const;

const ScoreColumns = z.object({
  /** That of the session. */
  subjects: z.array(SubjectName),
  columns: z.array(z.object({ id: Id, header: z.string(), means: z.enum(SCORE_COLUMN_MEANINGS) })),
});
export type ScoreColumns = z.output<typeof ScoreColumns>;

/** What is kept of the files of the body's computer tests; a header means the same in all of them. */
export const getScoreColumns = endpoint({
  name: 'getScoreColumns',
  method: 'GET',
  path: '/staff/sessions/:id/score-columns',
  who: [...who],
  params: IdParams,
  reply: ScoreColumns,
  refusals: [],
});

/** Looks at a file that a computer test gave out: headers that are not known yet are kept to be mapped, nothing else of it. */
export const uploadScoreColumns = endpoint({
  name: 'uploadScoreColumns',
  method: 'POST',
  path: '/staff/sessions/:id/score-columns/file',
  who: [...who],
  kind: 'upload',
  limit: 'upload',
  params: IdParams,
  reply: ScoreColumns,
  refusals: ['file-refused', 'storage-full'],
});

/** Says what columns hold. Such files are then read as our own sheets are; a column nobody has mapped stops them. */
export const mapScoreColumns = endpoint({
  name: 'mapScoreColumns',
  method: 'POST',
  path: '/staff/sessions/:id/score-columns',
  who: [...who],
  params: IdParams,
  body: z.strictObject({
    columns: z
      .array(z.strictObject({ id: Id, means: z.enum(SCORE_COLUMN_MEANINGS) }))
      .check(z.minLength(1), z.maxLength(200)),
  }),
  reply: ScoreColumns,
  refusals: [],
});
