import * as z from 'zod/mini';
import { Count, IdParams } from './fields';
import { endpoint } from './endpoint';

/** Whom news of a competition reaches. Whoever is in none of the first two hears nothing by the app. */
export const NewsReach = z.object({
  /** Have an account, and the message in it. */
  accounts: Count,
  /** Have none, but a phone of their own in the entry: an SMS says how to claim it. */
  texts: Count,
  neither: Count,
  /** Where those come from whom it does not reach, most first; `agents`: somebody acts for the unit here, and is told. */
  units: z.array(z.object({ name: z.nullable(z.string()), people: Count, agents: z.boolean() })),
});
export type NewsReach = z.output<typeof NewsReach>;

/** Whom the tickets of a stage would reach: all who have a seat and no ticket yet. */
export const getTicketReach = endpoint({
  name: 'getTicketReach',
  method: 'GET',
  path: '/staff/stages/:id/ticket-reach',
  who: ['exam-officer', 'administrator'],
  params: IdParams,
  reply: NewsReach,
  refusals: [],
});
