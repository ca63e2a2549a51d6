import * as z from 'zod/mini';
import { endpoint } from './endpoint';
import { Bytes, Count, Day, Id, IdParams } from './fields';

const OfStage = z.strictObject({ id: Id, stageId: Id });

/** The stages for which somebody of the group holds a ticket, in their order, each with how many. */
export const listGroupTickets = endpoint({
  name: 'listGroupTickets',
  method: 'GET',
  path: '/contest-groups/:id/tickets',
  who: 'signed-in',
  params: IdParams,
  reply: z.object({ items: z.array(z.object({ stageId: Id, name: z.string(), day: Day, tickets: Count })) }),
  refusals: [],
});

const download = { method: 'GET', who: 'signed-in', kind: 'download', limit: 'heavy', params: OfStage } as const;

/** All of them in one file, in the order in which people entered. */
export const downloadGroupTickets = endpoint({
  ...download,
  name: 'downloadGroupTickets',
  path: '/contest-groups/:id/stages/:stageId/tickets.pdf',
  reply: Bytes,
  refusals: ['ticket-not-issued', 'too-many-requests'],
});

/** The same, a file each. */
export const downloadGroupTicketFiles = endpoint({
  ...download,
  name: 'downloadGroupTicketFiles',
  path: '/contest-groups/:id/stages/:stageId/tickets.zip',
  reply: Bytes,
  refusals: ['ticket-not-issued', 'too-many-requests'],
});

/** 参赛证发放表: everybody who holds one, with a place to sign. */
export const downloadGroupHandOut = endpoint({
  ...download,
  name: 'downloadGroupHandOut',
  path: '/contest-groups/:id/stages/:stageId/hand-out.pdf',
  reply: Bytes,
  refusals: ['ticket-not-issued', 'too-many-requests'],
});
