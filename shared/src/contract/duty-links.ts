import * as z from 'zod/mini';
import { endpoint } from './endpoint';
import { Day, Id, Time, line } from './fields';

/** What the link of a duty asks for, to be read before it is taken: day, hour, sites and rooms, and whose number it is bound to. */
export const getDutyInvitation = endpoint({
  name: 'getDutyInvitation',
  method: 'GET',
  path: '/duties/links/:token',
  who: 'anybody',
  limit: 'sign-in',
  params: z.strictObject({ token: line(200) }),
  reply: z.object({
    bodyName: z.string(),
    sessionName: z.string(),
    day: Day,
    startsAt: Time,
    endsAt: Time,
    sites: z.array(z.object({ siteName: z.string(), address: z.string(), roomNames: z.array(z.string()) })),
    phoneMasked: z.nullable(z.string()),
  }),
  refusals: ['invitation-invalid'],
});

/** The link of a duty, opened by whoever has proven the number that it is bound to. */
export const joinDuty = endpoint({
  name: 'joinDuty',
  method: 'POST',
  path: '/duties/links/:token',
  who: 'signed-in',
  limit: 'sign-in',
  params: z.strictObject({ token: line(200) }),
  reply: z.object({ dutyId: Id }),
  refusals: ['invitation-invalid', 'phone-not-proven', 'duty-of-another-phone'],
});
