import * as z from 'zod/mini';
import { HAND_OVERS } from './certificate-collections';
import { endpoint } from './endpoint';
import { Bytes, Day, Id, IdParams, OfferingView, SubjectName } from './fields';
import { getOwnRosterRow } from './roster-rows';

/** One of a unit's own people after the exam. */
const RosterResult = z.object({
  id: Id,
  position: z.int(),
  name: z.string(),
  documentTail: z.string(),
  offering: OfferingView,
  hasTicket: z.boolean(),
  /** Null until it is published; absence and whatever else counts as not passed. */
  outcome: z.nullable(z.enum(['passed', 'failed'])),
  /** Of whoever agreed that the unit sees them; null: nobody did, or there are none yet. `points` null: not there. */
  marks: z.nullable(z.array(z.object({ subject: SubjectName, points: z.nullable(z.string()) }))),
  /** Null: no certificate that holds. */
  certificate: z.nullable(z.object({ number: z.string(), handOver: z.enum(HAND_OVERS), collectedOn: z.nullable(Day) })),
});
export type RosterResult = z.output<typeof RosterResult>;

/** How the unit's own people did, in the order of the roster. */
export const getRosterResults = endpoint({
  name: 'getRosterResults',
  method: 'GET',
  path: '/rosters/:id/results',
  who: 'signed-in',
  params: IdParams,
  reply: z.object({
    unitName: z.string(),
    sessionName: z.string(),
    /** The notice lets the unit fetch the certificates of its people. */
    unitFetches: z.boolean(),
    rows: z.array(RosterResult),
  }),
  refusals: [],
});

const download = { method: 'GET', who: 'signed-in', kind: 'download', limit: 'heavy', params: IdParams } as const;

/** All tickets, a file each, named in the order of the roster. */
export const downloadRosterTicketFiles = endpoint({
  ...download,
  name: 'downloadRosterTicketFiles',
  path: '/rosters/:id/tickets.zip',
  reply: Bytes,
  refusals: ['ticket-not-issued', 'too-many-requests'],
});

/** The form and letters of everybody who is still to be handed in, to be signed; the code on each page opens that row. */
export const downloadRosterForms = endpoint({
  ...download,
  name: 'downloadRosterForms',
  path: '/rosters/:id/forms.pdf',
  reply: Bytes,
  refusals: ['nobody-to-sign', 'too-many-requests'],
});

/** 准考证发放表: everybody who has a ticket, in the order of the roster, with a place to sign. */
export const downloadRosterHandOut = endpoint({
  ...download,
  name: 'downloadRosterHandOut',
  path: '/rosters/:id/hand-out.pdf',
  reply: Bytes,
  refusals: ['ticket-not-issued', 'too-many-requests'],
});

/** 领证通知单 of the unit: whose certificates it fetches, with a place for each to sign. */
export const downloadRosterCertificateList = endpoint({
  ...download,
  name: 'downloadRosterCertificateList',
  path: '/rosters/:id/certificates.pdf',
  reply: Bytes,
  refusals: ['collection-not-offered', 'no-certificates', 'too-many-requests'],
});

/** The member's own word whether the unit sees the marks; taken back at any time, before and after they are published. */
export const shareOwnMarks = endpoint({
  name: 'shareOwnMarks',
  method: 'PUT',
  path: '/applications/:id/roster-marks',
  who: 'signed-in',
  params: IdParams,
  body: z.strictObject({ shares: z.boolean() }),
  reply: getOwnRosterRow.reply,
  refusals: [],
});
