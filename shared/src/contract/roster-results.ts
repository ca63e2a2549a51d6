import * as z from 'zod/mini';
import { HAND_OVERS } from './certificate-collections';
import { endpoint } from './endpoint';
import { Bytes, Count, Day, Id, IdParams, Instant, OfferingView, SubjectName } from './fields';
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

const SCAN_STATES = ['reading', 'done', 'cancelled', 'refused'] as const;
export type ScanState = (typeof SCAN_STATES)[number];

/**
 * What became of a page of a scan. Taken, or: no code that is read; no picture at all; of another roster; its row gone,
 * or handed in; the member calls a fact wrong; signed before a change; there already; let go by hand.
 */
const SCAN_PAGE_OUTCOMES = [
  'taken',
  'no-code',
  'no-picture',
  'foreign',
  'row-gone',
  'row-closed',
  'disputed',
  'outdated',
  'twice',
  'dropped',
] as const;
export type ScanPageOutcome = (typeof SCAN_PAGE_OUTCOMES)[number];

const SignedScans = z.object({
  /** The newest first. `outcome`: why it was refused as a whole. */
  scans: z.array(
    z.object({
      id: Id,
      at: Instant,
      state: z.enum(SCAN_STATES),
      outcome: z.nullable(z.string()),
      pages: Count,
      read: Count,
      taken: Count,
    }),
  ),
  /** Pages that nobody has dealt with; of them the first hundred, in the order in which they came. */
  pages: z.array(
    z.object({
      id: Id,
      scanId: Id,
      number: Count,
      outcome: z.enum(SCAN_PAGE_OUTCOMES),
      /** Whose it would be. */
      rowId: z.nullable(Id),
      name: z.nullable(z.string()),
      /** Null: nothing of it is kept, and it can be given to nobody. */
      url: z.nullable(z.string()),
    }),
  ),
  /** Who can still be handed in and has no whole signed form, in the order of the roster; `missing`: pages, where some have come. */
  lacking: z.array(z.object({ id: Id, name: z.string(), documentTail: z.string(), missing: z.array(Count) })),
  counts: z.object({ pages: Count, signed: Count }),
});
export type SignedScans = z.output<typeof SignedScans>;

const scans = { who: 'signed-in', params: IdParams, reply: SignedScans } as const;
const ClosedToScans = ['wrong-state', 'too-early', 'too-late'] as const;

export const getSignedScans = endpoint({
  ...scans,
  name: 'getSignedScans',
  method: 'GET',
  path: '/rosters/:id/scans',
  refusals: [],
});

/**
 * A stack of papers signed by their people: a PDF of scanned pages, a ZIP of pictures, or one picture. Its pages are told
 * apart by their codes in the background; whoever has signed them all has confirmed.
 */
export const uploadSignedScan = endpoint({
  ...scans,
  name: 'uploadSignedScan',
  method: 'POST',
  path: '/rosters/:id/scans',
  kind: 'upload',
  limit: 'upload',
  refusals: [...ClosedToScans, 'file-refused', 'storage-full', 'too-many-requests'],
});

/** Reads no more of it; what was taken stays. */
export const cancelSignedScan = endpoint({
  ...scans,
  name: 'cancelSignedScan',
  method: 'POST',
  path: '/rosters/:id/scans/:scanId/cancel',
  params: z.strictObject({ id: Id, scanId: Id }),
  refusals: ['wrong-state'],
});

const page = {
  ...scans,
  path: '/rosters/:id/scan-pages/:pageId',
  params: z.strictObject({ id: Id, pageId: Id }),
} as const;

/**
 * Gives a page to somebody by hand: without a code, as the next that is missing there, which staff see; with one, in the place
 * of the same that came before.
 */
export const giveScanPage = endpoint({
  ...page,
  name: 'giveScanPage',
  method: 'PUT',
  body: z.strictObject({ rowId: Id }),
  refusals: [...ClosedToScans],
});

/** Lets a page go that is of no use. */
export const dropScanPage = endpoint({ ...page, name: 'dropScanPage', method: 'DELETE', refusals: ['wrong-state'] });

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
