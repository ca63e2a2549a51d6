import * as z from 'zod/mini';
import { endpoint } from './endpoint';
import { Bytes, Count, Day, Id, IdParams, SubjectName, Time } from './fields';
import { STAGE_STANDINGS } from './stages';

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

const EntrantPlace = z.object({
  entryId: Id,
  name: z.string(),
  /** On the roster of the stage, by which its ranks are published; null while there is none. */
  number: z.nullable(Count),
  /** What the ticket that holds says; null where none does. */
  ticket: z.nullable(
    z.object({
      seats: z.array(
        z.object({
          subject: SubjectName,
          day: Day,
          startsAt: Time,
          siteName: z.string(),
          roomName: z.string(),
          seat: Count,
        }),
      ),
      heat: z.nullable(
        z.object({ heat: Count, station: Count, paper: z.nullable(z.string()), day: Day, startsAt: Time }),
      ),
    }),
  ),
  /** What is published; marks are the entrant's own. */
  result: z.nullable(z.object({ rank: z.nullable(Count), advances: z.boolean(), standing: z.enum(STAGE_STANDINGS) })),
});
export type EntrantPlaceView = z.output<typeof EntrantPlace>;

/**
 * Where everybody of the group sits and starts in each stage, as their tickets say, and what became of it as the published
 * ranks say: stages in their order, people in the order in which they entered. Stages without either are left out.
 */
export const listGroupPlaces = endpoint({
  name: 'listGroupPlaces',
  method: 'GET',
  path: '/contest-groups/:id/places',
  who: 'signed-in',
  params: IdParams,
  reply: z.object({
    unitName: z.string(),
    stages: z.array(z.object({ stageId: Id, name: z.string(), isLast: z.boolean(), people: z.array(EntrantPlace) })),
  }),
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
