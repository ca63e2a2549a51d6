import * as z from 'zod/mini';
import { DOUBTS, SHORTFALLS, VERDICTS } from '../rules/eligibility';
import { APPLICATION_STATES } from '../rules/progress';
import { endpoint } from './endpoint';
import { Count, FenAmount, IdParams, OfferingView } from './fields';
import { PUBLISHERS, TouchedSession } from './publishing';

const Verdict = z.enum(VERDICTS);
/** What one version says of one person; `totalFen` null: no such offering or no fee. */
const Judged = z.object({ verdict: z.nullable(Verdict), totalFen: z.nullable(FenAmount) });

/** One person for whom the versions differ; the name is masked. */
const TrialRow = z.object({
  name: z.string(),
  offering: OfferingView,
  /** Of an application; null from a file of facts. */
  state: z.nullable(z.enum(APPLICATION_STATES)),
  /** Already handed in: conditions and fee stay as they were. */
  frozen: z.boolean(),
  before: Judged,
  after: Judged,
  documentsDiffer: z.boolean(),
  /** Why it is no longer met, in codes of words/verdicts. */
  reasons: z.array(z.object({ code: z.enum([...SHORTFALLS, ...DOUBTS]), data: z.record(z.string(), z.unknown()) })),
});

/** What the draft would have said; the latest session's applications, or a file of facts. */
export const TrialView = z.object({
  from: z.enum(['session', 'facts', 'nothing']),
  sessionName: z.nullable(z.string()),
  /** How many there are, and how many of them were judged (the newest first). */
  total: Count,
  judged: Count,
  differing: Count,
  verdicts: z.array(z.object({ before: z.nullable(Verdict), after: z.nullable(Verdict), count: Count })),
  fees: z.array(
    z.object({
      offering: OfferingView,
      before: z.nullable(FenAmount),
      after: z.nullable(FenAmount),
      count: Count,
    }),
  ),
  sessions: z.array(TouchedSession),
  /** At most 200. */
  rows: z.array(TrialRow),
});
export type TrialView = z.output<typeof TrialView>;

/**
 * Judges the latest session's applications, or a file of facts (JSON: a list of `{name?, offering, on?, facts}`), under
 * the running version and under the draft; changes nothing.
 */
export const dryRunNotice = endpoint({
  name: 'dryRunNotice',
  method: 'POST',
  path: '/staff/notice-drafts/:id/trials',
  who: PUBLISHERS,
  limit: 'heavy',
  params: IdParams,
  body: z.strictObject({ facts: z.nullable(z.string()) }),
  reply: TrialView,
  refusals: ['notice-file-refused', 'wrong-state'],
});
