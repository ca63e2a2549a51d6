import * as z from 'zod/mini';
import { endpoint } from './endpoint';
import { Count, IdParams } from './fields';

/**
 * Where somebody stands who began to apply to a session, each in exactly one: on the way, with a result, or gone. `owing` is
 * approved and unpaid, `transfer` waits for finance to find a transfer; `refund-due` left after paying, and `refunded` got it back.
 */
export const STANDINGS = [
  'draft',
  'submitted',
  'returned',
  'owing',
  'transfer',
  'paid',
  'seated',
  'ticketed',
  'present',
  'absent',
  'passed',
  'failed',
  'rejected',
  'withdrawn',
  'lapsed',
  'refund-due',
  'refunded',
  'void',
] as const;
export type Standing = (typeof STANDINGS)[number];

/** What somebody was asked for and has not done: mended what was returned, paid, looked at the ticket; `none`: nothing. */
export const SILENCES = ['returned', 'owing', 'ticket-unopened', 'none'] as const;
export type Silence = (typeof SILENCES)[number];

/** The steps of a session that candidates go through; everybody who came to one came to those before it. */
export const FUNNEL_STEPS = ['started', 'submitted', 'approved', 'paid', 'seated', 'present', 'passed'] as const;
export type FunnelStep = (typeof FUNNEL_STEPS)[number];

/** What a funnel is parted by; `site`: where somebody sits first, `unit`: the employer as written. */
export const FUNNEL_CUTS = ['offering', 'site', 'unit'] as const;
export type FunnelCut = (typeof FUNNEL_CUTS)[number];

/**
 * How many came to each step. Whoever did not go on to the next one stands among `stayed`: `people` of a step is `people` of
 * the next one and all of `stayed` together. `presumed`: of those, so many came, or did not, as the marks alone say.
 */
const Funnel = z.array(
  z.object({
    step: z.enum(FUNNEL_STEPS),
    people: Count,
    presumed: Count,
    stayed: z.array(z.object({ standing: z.enum(STANDINGS), people: Count, presumed: Count })),
  }),
);
export type Funnel = z.output<typeof Funnel>;

const FunnelView = z.object({
  steps: Funnel,
  /** The same by parts, which make the whole together; the largest first. */
  parts: z.array(z.object({ name: z.string(), steps: Funnel })),
  /** How many were asked for something and have not done it. */
  silent: z.object({ returned: Count, owing: Count, 'ticket-unopened': Count }),
});
export type FunnelView = z.output<typeof FunnelView>;

/** What became of everybody who began to apply to a session. By unit only for whoever sees applications. */
export const getFunnel = endpoint({
  name: 'getFunnel',
  method: 'GET',
  path: '/staff/sessions/:id/funnel',
  who: ['reviewer', 'finance', 'exam-officer', 'score-officer', 'administrator'],
  params: IdParams,
  query: z.strictObject({ by: z.optional(z.enum(FUNNEL_CUTS)) }),
  reply: FunnelView,
  refusals: [],
});
