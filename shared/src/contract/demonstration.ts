import * as z from 'zod/mini';
import { endpoint } from './endpoint';
import { Day, Instant, Time } from './fields';

/** The demonstration clock; `on` is false in production, where `advance` does not exist. */
const DemonstrationView = z.object({
  on: z.boolean(),
  nowMs: Instant,
  day: Day,
  time: Time,
  /** The next moment at which something changes, as a code for words. */
  next: z.nullable(z.object({ atMs: Instant, day: Day, what: z.string() })),
  /** Where the sandbox shows the SMS it "sent", if this is a demonstration. */
  smsInboxUrl: z.nullable(z.string()),
});
export type DemonstrationView = z.output<typeof DemonstrationView>;

export const getDemonstration = endpoint({
  name: 'getDemonstration',
  method: 'GET',
  path: '/demonstration',
  who: 'anybody',
  reply: DemonstrationView,
  refusals: [],
});

/** Moves the clock on to the next event, or to a later day, and runs every job due until quiet. */
export const advanceDemonstration = endpoint({
  name: 'advanceDemonstration',
  method: 'POST',
  path: '/demonstration/advance',
  who: 'anybody',
  body: z.strictObject({ toDay: z.optional(Day) }),
  reply: DemonstrationView,
  refusals: ['not-demonstration', 'no-next-event', 'too-late'],
});
