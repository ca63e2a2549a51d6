import * as z from 'zod/mini';
import { endpoint } from './endpoint';
import { Count, Day, Id, IdParams, SubjectName, Time, prose } from './fields';

/** Whether a candidate needs a seat that is reached without a step, and what else they tell about it; told freely. */
const SeatNeed = z.object({ needed: z.boolean(), note: z.nullable(z.string()) });
export type SeatNeed = z.output<typeof SeatNeed>;

/** One's own; nobody who reviews, prints or lists applications sees it. */
export const getSeatNeed = endpoint({
  name: 'getSeatNeed',
  method: 'GET',
  path: '/applications/:id/seat-need',
  who: 'signed-in',
  params: IdParams,
  reply: SeatNeed,
  refusals: [],
});

/** Tells it, changes it, takes it back; whoever is seated already is looked after by who plans the rooms. */
export const setSeatNeed = endpoint({
  name: 'setSeatNeed',
  method: 'PUT',
  path: '/applications/:id/seat-need',
  who: 'signed-in',
  params: IdParams,
  body: z.strictObject({ needed: z.boolean(), note: z.optional(z.nullable(prose(100))) }),
  reply: SeatNeed,
  refusals: [],
});

/** Who of a session needs such a seat, and where they sit; for those who plan rooms alone. */
export const listSeatNeeds = endpoint({
  name: 'listSeatNeeds',
  method: 'GET',
  path: '/staff/sessions/:id/seat-needs',
  who: ['exam-officer', 'administrator'],
  params: IdParams,
  reply: z.object({
    items: z.array(
      z.object({
        applicationId: Id,
        name: z.string(),
        note: z.nullable(z.string()),
        seats: z.array(
          z.object({
            sittingId: Id,
            subject: SubjectName,
            day: Day,
            startsAt: Time,
            roomName: z.string(),
            seat: Count,
            /** Whether it is one that is kept back. */
            accessible: z.boolean(),
          }),
        ),
      }),
    ),
  }),
  refusals: [],
});
