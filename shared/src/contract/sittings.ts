import * as z from 'zod/mini';
import { DocumentTypeSchema } from '../notice';
import { endpoint } from './endpoint';
import {
  ClauseView,
  Bytes,
  Count,
  Day,
  Done,
  Id,
  IdParams,
  OfferingView,
  SubjectName,
  Time,
  line,
  prose,
} from './fields';

/** Gives every paid candidate a room and seat per subject, by the promised seed; `seated` counts all who have one. */
export const seatSession = endpoint({
  name: 'seatSession',
  method: 'POST',
  path: '/staff/sessions/:id/seating',
  who: ['exam-officer', 'administrator'],
  params: IdParams,
  reply: z.object({ seated: Count }),
  refusals: ['seats-short', 'session-incomplete', 'heats-clash', 'too-early', 'too-late', 'wrong-state'],
});

/** How many are named at most. */
export const MOST_NAMED = 300;

const SeatingPreview = z.object({
  /** How many get places. */
  people: Count,
  /** Of these, who has the subjects on several days, and who on one day in another order than the notice prints. */
  parted: Count,
  turned: Count,
  /** `MOST_NAMED` at most. */
  who: z.array(
    z.object({
      participantId: Id,
      name: z.string(),
      offeringCode: z.string(),
      how: z.enum(['parted', 'turned']),
      at: z.array(z.object({ subject: SubjectName, day: Day, startsAt: Time })),
    }),
  ),
});
export type SeatingPreview = z.output<typeof SeatingPreview>;

/** Whose subjects `seatSession` would part or turn, before it is done; subjects announced later count for nothing. */
export const previewSeating = endpoint({
  name: 'previewSeating',
  method: 'POST',
  path: '/staff/sessions/:id/seating-preview',
  who: ['exam-officer', 'administrator'],
  params: IdParams,
  reply: SeatingPreview,
  refusals: ['seats-short', 'session-incomplete', 'heats-clash', 'too-early', 'too-late', 'wrong-state'],
});

/**
 * What is promised about the seats of a session: the SHA-256 of the seed they are dealt by, shown while people still apply,
 * and the seed itself once seats are given.
 */
export const getSeating = endpoint({
  name: 'getSeating',
  method: 'GET',
  path: '/sessions/:id/seating',
  who: 'anybody',
  params: IdParams,
  reply: z.object({
    commitment: z.string(),
    committedOn: Day,
    seed: z.nullable(z.string()),
    revealedOn: z.nullable(Day),
    /** How often seats were given, given up or changed. */
    steps: Count,
  }),
  refusals: [],
});

/**
 * All that decides about the seats, as JSON: pseudonyms, numbers of groups, rooms, shifts, and the seed once it is told.
 * `rerun-seating.mjs` beside the app deals them again from it.
 */
export const downloadSeating = endpoint({
  name: 'downloadSeating',
  method: 'GET',
  path: '/sessions/:id/seating.json',
  who: 'anybody',
  kind: 'download',
  limit: 'heavy',
  params: IdParams,
  reply: Bytes,
  refusals: [],
});

/** A seat with its hour and place. */
const SeatAt = z.object({
  day: Day,
  startsAt: Time,
  siteName: z.string(),
  roomName: z.string(),
  seat: Count,
});

/** The seats that somebody could be moved to: those that are free when the same subject is examined. */
export const listFreeSeats = endpoint({
  name: 'listFreeSeats',
  method: 'GET',
  path: '/staff/sessions/:id/sittings/:sittingId/free-seats',
  who: ['exam-officer', 'administrator'],
  params: z.strictObject({ id: Id, sittingId: Id }),
  reply: z.object({
    name: z.string(),
    subject: SubjectName,
    at: SeatAt,
    rooms: z.array(
      z.object({
        day: Day,
        startsAt: Time,
        siteName: z.string(),
        roomId: Id,
        roomName: z.string(),
        free: z.array(Count),
      }),
    ),
  }),
  refusals: [],
});

/**
 * Gives somebody another seat for a subject, with a reason that is kept. The ticket holds on with its number, shows the new
 * seat from then on, and whoever has it already is told.
 */
export const moveSeat = endpoint({
  name: 'moveSeat',
  method: 'POST',
  path: '/staff/sessions/:id/seat-moves',
  who: ['exam-officer', 'administrator'],
  params: IdParams,
  body: z.strictObject({
    sittingId: Id,
    day: Day,
    startsAt: Time,
    roomId: Id,
    seat: z.int().check(z.gte(1), z.lte(2000)),
    reason: prose(200),
  }),
  reply: z.object({ at: SeatAt }),
  refusals: ['seat-unfit', 'wrong-state', 'day-over', 'changed-meanwhile'],
});

const LateSeats = z.object({
  /** How many get seats that have none. */
  added: Count,
  /** Of those who get or change seats: whose subjects then lie on several days or in another order. */
  parted: SeatingPreview.shape.who,
  /** Who must move for them, as few as can be. */
  moved: z.array(
    z.object({
      sittingId: Id,
      name: z.string(),
      subject: SubjectName,
      from: SeatAt,
      to: SeatAt,
      ticketIssued: z.boolean(),
    }),
  ),
});
export type LateSeats = z.output<typeof LateSeats>;

/** What seating those who came late would do: who must move, where no place is left for them as things are. */
export const previewLateSeats = endpoint({
  name: 'previewLateSeats',
  method: 'POST',
  path: '/staff/sessions/:id/late-seats-preview',
  who: ['exam-officer', 'administrator'],
  params: IdParams,
  reply: LateSeats,
  refusals: ['seats-short', 'session-incomplete', 'heats-clash', 'too-early', 'too-late', 'wrong-state'],
});

/** Does what the preview showed; `moves` are the sittings that it moves, or it is refused. */
export const seatLate = endpoint({
  name: 'seatLate',
  method: 'POST',
  path: '/staff/sessions/:id/late-seats',
  who: ['exam-officer', 'administrator'],
  params: IdParams,
  body: z.strictObject({ moves: z.array(Id).check(z.maxLength(200)) }),
  reply: z.object({ seated: Count }),
  refusals: [
    'seats-short',
    'session-incomplete',
    'heats-clash',
    'too-early',
    'too-late',
    'changed-meanwhile',
    'wrong-state',
  ],
});

/** Issues tickets from the ticket day on; a job does it by itself on that day (B26 三(四)). `issued` counts all there are. */
export const issueTickets = endpoint({
  name: 'issueTickets',
  method: 'POST',
  path: '/staff/sessions/:id/tickets',
  who: ['exam-officer', 'administrator'],
  params: IdParams,
  reply: z.object({ issued: Count }),
  refusals: ['not-seated', 'too-early', 'number-pattern-wrong', 'numbers-exhausted'],
});

/** What the QR of a ticket says once its signature holds: `v1.keyId.payload.signature`, the payload this JSON. */
export const TicketToken = z.object({
  kind: z.literal('ticket'),
  number: z.string(),
  name: z.string(),
  bodyId: Id,
  examOn: Day,
});
export type TicketToken = z.output<typeof TicketToken>;

export const TicketView = z.object({
  applicationId: Id,
  number: z.string(),
  /** On the roster of a stage, by which its ranks are published; absent in a session, and until the roster is fixed. */
  entrantNumber: z.optional(Count),
  /** Compact signed token; verifies with the public key alone, offline. */
  qr: z.string(),
  name: z.string(),
  documentType: DocumentTypeSchema,
  documentNumberMasked: z.string(),
  /** Null: a list from elsewhere brought none; empty in what is kept on a phone. */
  photoUrl: z.nullable(z.string()),
  bodyName: z.string(),
  offering: OfferingView,
  sittings: z.array(
    z.object({
      subject: SubjectName,
      day: Day,
      startsAt: Time,
      endsAt: Time,
      siteName: z.string(),
      address: z.string(),
      roomName: z.string(),
      seat: Count,
    }),
  ),
  /** Where and when one starts among the heats of a stage; absent before the draw, and in a session. */
  heat: z.optional(
    z.object({ heat: Count, station: Count, paper: z.nullable(z.string()), day: Day, startsAt: Time, endsAt: Time }),
  ),
  /** Subjects whose time is announced later, and is not yet; absent where there are none. */
  later: z.optional(z.array(z.object({ subject: SubjectName, source: ClauseView }))),
  /** It admits to a stage of a competition. */
  ofStage: z.optional(z.literal(true)),
  /** Nobody has said yet that it was looked at. */
  isNew: z.optional(z.boolean()),
  /** The name under which one stands in the public file of the seating; absent where seats were given before there was one. */
  seatingName: z.optional(z.string()),
  /** What the notice says about the exam day. */
  notes: z.array(z.object({ text: z.string(), source: ClauseView })),
});
export type TicketView = z.output<typeof TicketView>;

/**
 * By the application, or of a stage of a competition by one's place in it (`ticket` of `listMyStages`). `ticket-revoked` names the
 * number that no longer holds and the day it was taken back.
 */
export const getTicket = endpoint({
  name: 'getTicket',
  method: 'GET',
  path: '/applications/:id/ticket',
  who: 'signed-in',
  params: IdParams,
  reply: TicketView,
  refusals: ['too-early', 'ticket-not-issued', 'ticket-revoked', 'data-erased'],
});

/** The candidate has the ticket before the eyes; the first time is kept, for staff call whoever has not looked by then. */
export const openTicket = endpoint({
  name: 'openTicket',
  method: 'POST',
  path: '/applications/:id/ticket/opening',
  who: 'signed-in',
  params: IdParams,
  reply: Done,
  refusals: ['ticket-not-issued'],
});

export const downloadTicket = endpoint({
  name: 'downloadTicket',
  method: 'GET',
  path: '/applications/:id/ticket.pdf',
  who: 'signed-in',
  kind: 'download',
  limit: 'heavy',
  params: IdParams,
  reply: Bytes,
  refusals: ['too-early', 'ticket-not-issued', 'ticket-revoked', 'data-erased'],
});

/** The same as a picture, for the album of the phone; the number of the document masked. */
export const downloadTicketPicture = endpoint({
  name: 'downloadTicketPicture',
  method: 'GET',
  path: '/applications/:id/ticket.png',
  who: 'signed-in',
  kind: 'download',
  limit: 'heavy',
  params: IdParams,
  reply: Bytes,
  refusals: ['too-early', 'ticket-not-issued', 'ticket-revoked', 'data-erased'],
});

/** Whether the ticket behind a QR still holds: a signature alone cannot say that it was taken back. */
export const verifyTicket = endpoint({
  name: 'verifyTicket',
  method: 'GET',
  path: '/tickets/verification',
  who: 'anybody',
  limit: 'look-up',
  query: z.strictObject({ token: line(800) }),
  reply: z.object({
    number: z.string(),
    state: z.enum(['issued', 'revoked']),
    examOn: Day,
    revokedOn: z.nullable(Day),
    /** It admits to a stage of a competition. */
    ofStage: z.optional(z.literal(true)),
  }),
  refusals: ['token-invalid', 'not-found'],
});

/** Public keys by key id, hex, with which phones verify tickets and certificates offline. */
export const getVerificationKeys = endpoint({
  name: 'getVerificationKeys',
  method: 'GET',
  path: '/verification-keys',
  who: 'anybody',
  reply: z.object({ keys: z.record(z.string(), z.string()) }),
  refusals: [],
});
