import * as z from 'zod/mini';
import { ClauseView, Count, Day, Time } from './fields';

/** When a counter is open, in what is left of the window in which applications are taken. */
export const CounterDays = z.object({
  address: z.string(),
  hours: z.array(z.object({ from: Time, to: Time })),
  source: ClauseView,
  now: z.discriminatedUnion('state', [
    z.object({ state: z.literal('open'), until: Time }),
    z.object({ state: z.literal('closed'), next: z.nullable(z.object({ day: Day, from: Time })) }),
    z.object({
      state: z.literal('unknown'),
      gap: z.object({ code: z.literal('calendar-year-unknown'), year: Count }),
    }),
  ]),
  opens: z.nullable(Day),
  closes: z.nullable(Day),
  /** The days that are still to come, today among them; at most 60. */
  days: z.array(Day),
  /** The last day of the window on which it really opens; null where it never does, or a calendar is missing. */
  lastDay: z.nullable(Day),
});
export type CounterDays = z.output<typeof CounterDays>;
