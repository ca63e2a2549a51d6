import * as z from 'zod/mini';
import { endpoint } from './endpoint';
import { Count, Day, Id, IdParams, Time, line } from './fields';
import { OFFICERS } from './invigilation';

/** Duties of an hour that was planned before, to be given again. */
export const DutiesToCopy = z.object({
  sessionId: Id,
  sessionName: z.string(),
  slot: z.string(),
  day: Day,
  startsAt: Time,
  duties: z.array(
    z.object({
      name: z.string(),
      /** `gone`: may not be on duty for the body any more. A helper needs a link of their own each time. */
      standing: z.enum(['active', 'gone', 'helper']),
      /** Of who is active. */
      accountId: z.nullable(Id),
      rooms: z.array(z.object({ siteName: z.string(), roomName: z.string() })),
    }),
  ),
});
export type DutiesToCopy = z.output<typeof DutiesToCopy>;

/** The hours of this session that have duties, then those of the body's latest session before it that has any. */
export const listDutiesToCopy = endpoint({
  name: 'listDutiesToCopy',
  method: 'GET',
  path: '/staff/sessions/:id/duties-to-copy',
  who: OFFICERS,
  params: IdParams,
  reply: z.object({ from: z.array(DutiesToCopy) }),
  refusals: [],
});

/** Gives rooms of an hour to several of the staff at once, all or nobody; who is on duty in a room already stays so. */
export const copyDuties = endpoint({
  name: 'copyDuties',
  method: 'POST',
  path: '/staff/sessions/:id/duty-copies',
  who: OFFICERS,
  params: IdParams,
  body: z.strictObject({
    slot: line(16),
    duties: z
      .array(z.strictObject({ accountId: Id, roomIds: z.array(Id).check(z.minLength(1), z.maxLength(200)) }))
      .check(z.minLength(1), z.maxLength(100)),
  }),
  reply: z.object({ onDuty: Count }),
  refusals: ['too-late', 'not-an-invigilator'],
});
