import * as z from 'zod/mini';
import { APPLICATION_STATES, STAGES } from '../rules/progress';
import { endpoint } from './endpoint';
import { FenAmount, Id, OfferingView, line } from './fields';
import { BODY_ROLES } from './roles';

/** Where staff go on with somebody they have found; each is a screen that the caller may open. */
export const FOUND_PLACES = ['review', 'counter', 'entry', 'order', 'seat', 'score', 'certificate'] as const;
export type FoundPlace = (typeof FOUND_PLACES)[number];

/** By what somebody was found. */
export const FOUND_BY = ['name', 'number', 'phone', 'ticket', 'order', 'certificate', 'amount'] as const;
export type FoundBy = (typeof FOUND_BY)[number];

const FoundView = z.object({
  /** The application's or the entry's. */
  id: Id,
  name: z.nullable(z.string()),
  phoneMasked: z.nullable(z.string()),
  documentNumberMasked: z.nullable(z.string()),
  bodyId: Id,
  /** The session, or the first stage of a competition. */
  eventId: Id,
  eventName: z.string(),
  offering: z.nullable(OfferingView),
  state: z.enum(APPLICATION_STATES),
  /** Where an application stands; null for an entry. */
  stage: z.nullable(z.enum(STAGES)),
  ticketNumber: z.nullable(z.string()),
  certificateNumber: z.nullable(z.string()),
  orderId: z.nullable(Id),
  orderNumber: z.nullable(z.string()),
  /** The sum of that order. */
  orderFen: z.nullable(FenAmount),
  by: z.enum(FOUND_BY),
  places: z.array(z.enum(FOUND_PLACES)),
});
export type FoundView = z.output<typeof FoundView>;

/**
 * Everybody of one's bodies whom these words mean, in whatever state: any part of a name; a number or phone, whole or by
 * its last four to eight; a ticket's or an order's number, whole or by how it ends; a certificate's number; a sum, as
 * `153元`, or a number alone where it is nothing else. The newest first; `more` says that there are others.
 */
export const searchEverywhere = endpoint({
  name: 'searchEverywhere',
  method: 'GET',
  path: '/staff/search',
  who: BODY_ROLES.filter((role) => role !== 'invigilator'),
  query: z.strictObject({ q: line(60) }),
  reply: z.object({ items: z.array(FoundView), more: z.boolean() }),
  refusals: [],
});
