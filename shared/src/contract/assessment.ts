import * as z from 'zod/mini';
import { DocumentTreeSchema } from '../notice';
import { DOUBTS, SHORTFALLS, VERDICTS } from '../rules/eligibility';
import { ClauseView, Day } from './fields';

const Datum = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);
/** A doubt or shortfall: a code with data for words, and the clause it comes from. */
const Doubt = z.object({ code: z.enum(DOUBTS), data: z.record(z.string(), Datum), source: ClauseView });
const Shortfall = z.object({ code: z.enum(SHORTFALLS), data: z.record(z.string(), Datum), source: ClauseView });

const common = { route: z.string(), source: ClauseView };

/** One condition of the notice, judged. */
export const RouteView = z.discriminatedUnion('verdict', [
  z.object({ ...common, verdict: z.literal('eligible'), documents: z.nullable(DocumentTreeSchema) }),
  z.object({
    ...common,
    verdict: z.literal('needs-review'),
    doubts: z.array(Doubt),
    documents: z.nullable(DocumentTreeSchema),
  }),
  z.object({ ...common, verdict: z.literal('undecided'), missing: z.array(z.string()) }),
  z.object({
    ...common,
    verdict: z.literal('ineligible'),
    shortfalls: z.array(Shortfall),
    earliestOn: z.nullable(Day),
  }),
]);

/** What rules/eligibility says, as it travels and as it is stored with an application. */
export const AssessmentView = z.object({
  verdict: z.enum(VERDICTS),
  routes: z.array(RouteView),
  earliestOn: z.nullable(Day),
  missing: z.array(z.string()),
});
export type AssessmentView = z.output<typeof AssessmentView>;
