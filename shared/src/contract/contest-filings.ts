import * as z from 'zod/mini';
import { StageCodeSchema } from '../notice';
import { CONTEST_STAFF } from './contests';
import { endpoint } from './endpoint';
import { ClauseView, Day, IdParams } from './fields';
import { STAGE_STAFF } from './stages';

const FiledView = z.object({
  on: Day,
  receipt: z.string(),
  by: z.string(),
  /** The receipt itself, where it was uploaded. */
  file: z.nullable(z.object({ url: z.string(), type: z.string() })),
});

const due = {
  noticeId: z.string(),
  stage: StageCodeSchema,
  stageName: z.string(),
  /** With whom. */
  to: z.string(),
  /** The day before the stage begins; null while that is not announced. */
  dueOn: z.nullable(Day),
  /** That day is over, and nothing is noted. */
  overdue: z.boolean(),
};

/** What the caller's bodies have yet to file before stages whose day is announced, what is due first before the rest. */
export const listFilingDuties = endpoint({
  name: 'listFilingDuties',
  method: 'GET',
  path: '/staff/contests/filings',
  who: CONTEST_STAFF,
  reply: z.object({ items: z.array(z.object({ ...due, title: z.string() })) }),
  refusals: [],
});

/** The filing of one stage, for whoever works at its desk; null: the notice prints nothing of it. */
export const getStageFiling = endpoint({
  name: 'getStageFiling',
  method: 'GET',
  path: '/staff/stages/:id/filing',
  who: STAGE_STAFF,
  params: IdParams,
  reply: z.object({ filing: z.nullable(z.object({ ...due, source: ClauseView, filed: z.nullable(FiledView) })) }),
  refusals: [],
});
