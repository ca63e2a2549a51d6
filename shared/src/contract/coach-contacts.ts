import * as z from 'zod/mini';
import { endpoint } from './endpoint';
import { Day, Done, Id, IdParams, Phone } from './fields';

/** How the coach whom an award goes to can be reached, who agreed that their name and phone go to its giver. */
const Contact = z.nullable(z.object({ phoneMasked: z.string(), agreedOn: Day }));
const body = z.strictObject({ phone: Phone, agrees: z.literal(true) });

/** Whether an award of one's own competition goes to one's coach, whose contact is asked for; null: none does. */
export const getCoachContact = endpoint({
  name: 'getCoachContact',
  method: 'GET',
  path: '/entries/:id/coach-contact',
  who: 'signed-in',
  params: IdParams,
  reply: z.object({
    asked: z.nullable(
      z.object({ coach: z.string(), award: z.string(), giver: z.nullable(z.string()), contact: Contact }),
    ),
  }),
  refusals: [],
});

/** Gives the coach's phone, with the coach's consent; given anew, the last counts. */
export const giveCoachContact = endpoint({
  name: 'giveCoachContact',
  method: 'PUT',
  path: '/entries/:id/coach-contact',
  who: 'signed-in',
  params: IdParams,
  body,
  reply: Done,
  refusals: ['wrong-state', 'consent-needed'],
});

const STAFF = ['exam-officer', 'publisher', 'administrator'] as const;

/** The same as staff see it, of an award to a coach. */
export const getAwardCoach = endpoint({
  name: 'getAwardCoach',
  method: 'GET',
  path: '/staff/awards/:id/coach-contact',
  who: STAFF,
  params: IdParams,
  reply: z.object({ id: Id, coach: z.string(), contact: Contact }),
  refusals: ['wrong-state'],
});

/** Notes the contact for a coach who told the body; the audit keeps who noted it. */
export const noteAwardCoach = endpoint({
  name: 'noteAwardCoach',
  method: 'PUT',
  path: '/staff/awards/:id/coach-contact',
  who: STAFF,
  params: IdParams,
  body,
  reply: Done,
  refusals: ['wrong-state'],
});
