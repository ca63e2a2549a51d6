import * as z from 'zod/mini';
import { endpoint } from './endpoint';
import { Bytes, Count, Day, FenAmount, Id, IdParams, Instant } from './fields';
import { ROW_STANDINGS } from './roster-rows';
import { ORDER_STATES } from '../rules/progress';
import { BatchParams, PhotoBatchView, PhotosTaken, photoBatchEndpoints } from './photo-batches';
import { sheetEndpoints } from './sheet-imports';

/** Where groups apply by a notice: here, at the counter after a list made here, or on somebody else's site. */
export const GroupWhere = z.enum(['online', 'counter', 'elsewhere']);

/** One column of a row, in the sheet and in the form alike. */
export const RosterColumnView = z.object({
  key: z.string(),
  header: z.string(),
  kind: z.enum(['text', 'number', 'day']),
  choices: z.array(z.string()),
  required: z.boolean(),
  /** What a choice says, where it is a number of something printed; `of`: the offering that prints it. */
  words: z.array(z.object({ choice: z.string(), of: z.string(), text: z.string() })),
});

/** The link by which a unit's people fill in their own rows; the same for all of them, until it is taken back. */
const RosterLink = z.object({ path: z.string(), at: Instant });

export const RosterView = z.object({
  id: Id,
  unitId: Id,
  unitName: z.string(),
  sessionId: Id,
  sessionName: z.string(),
  noticeId: Id,
  noticeTitle: z.string(),
  where: GroupWhere,
  opens: z.nullable(Day),
  closes: z.nullable(Day),
  /** Whether rows can be added and handed in now, and why not. */
  closed: z.nullable(z.object({ code: z.string(), data: z.record(z.string(), z.unknown()) })),
  firstReview: z.object({ needed: z.boolean(), declaredAt: z.nullable(Instant) }),
  columns: z.array(RosterColumnView),
  /** All that the notice asks of a photo, as a sentence; null: it asks nothing. */
  photoRule: z.nullable(z.string()),
  counts: z.object({
    total: Count,
    standing: z.record(z.enum(ROW_STANDINGS), Count),
    state: z.record(z.string(), Count),
    /** Of `standing`, how many could be handed in but for the member's own word. */
    awaiting: z.object({ ready: Count, review: Count }),
    /** Are shown among the `problems`. */
    problems: Count,
    /** Nothing but a phone that the roster names for others as well keeps the member's word from counting. */
    phoneShared: Count,
    unconfirmed: Count,
    /** Could be handed in now. */
    submittable: Count,
    /** Of these, sent back by staff and mended: they go straight to review, whatever the way. */
    resubmittable: Count,
    queued: Count,
    /** Filled in by members, and not admitted yet. */
    waiting: Count,
    /** Of whom the member says that something is wrong, and waits for the unit. */
    disputed: Count,
  }),
  /** What all rows that live come to. */
  feeFen: FenAmount,
  /** Of that, what is paid. */
  paidFen: FenAmount,
  /** Approved, and in no order yet. */
  toOrder: z.object({ candidates: Count, fen: FenAmount }),
  orders: z.array(
    z.object({
      id: Id,
      number: z.string(),
      applicationId: Id,
      state: z.enum(ORDER_STATES),
      totalFen: FenAmount,
      candidates: Count,
      payBy: z.nullable(Day),
    }),
  ),
  tickets: Count,
  /** The list for the counter, once anybody stands on it; `until`: the day that staff set for who is still open. */
  counter: z.nullable(z.object({ listed: Count, confirmed: Count, until: z.nullable(Day) })),
  link: z.nullable(RosterLink),
  /** The day on which its people were last asked to confirm, and how many. */
  reminded: z.nullable(z.object({ on: Day, people: Count })),
  /** The sheet that is taken in at this moment, whoever of the unit confirmed it. */
  runningImport: z.nullable(Id),
});
export type RosterView = z.output<typeof RosterView>;

/** Where an agent's unit may hand in for many, soonest first; `allowed` false: the notice names other kinds of unit. */
export const listUnitSessions = endpoint({
  name: 'listUnitSessions',
  method: 'GET',
  path: '/units/:id/sessions',
  who: 'signed-in',
  params: IdParams,
  reply: z.object({
    items: z.array(
      z.object({
        sessionId: Id,
        sessionName: z.string(),
        noticeId: Id,
        noticeTitle: z.string(),
        where: GroupWhere,
        text: z.string(),
        source: z.record(z.string(), z.unknown()),
        allowed: z.boolean(),
        closes: z.nullable(Day),
        rosterId: z.nullable(Id),
        /** Whom members filled in, and the unit has not taken in yet. */
        waiting: Count,
      }),
    ),
  }),
  refusals: [],
});

/** The roster of a unit in a session: a new one, or the one that is there. */
export const openRoster = endpoint({
  name: 'openRoster',
  method: 'POST',
  path: '/units/:id/rosters',
  who: 'signed-in',
  params: IdParams,
  body: z.strictObject({ sessionId: Id }),
  reply: RosterView,
  refusals: ['wrong-state', 'group-not-offered'],
});

export const getRoster = endpoint({
  name: 'getRoster',
  method: 'GET',
  path: '/rosters/:id',
  who: 'signed-in',
  params: IdParams,
  reply: RosterView,
  refusals: [],
});

/** How far work on a roster is that goes on by itself: who still waits to be handed in, and the scans that are read. */
export const getRosterWork = endpoint({
  name: 'getRosterWork',
  method: 'GET',
  path: '/rosters/:id/work',
  who: 'signed-in',
  params: IdParams,
  reply: z.object({ queued: Count, scans: z.array(z.object({ id: Id, read: Count })) }),
  refusals: [],
});

/** The columns that are read, by the notice's own conditions. */
export const downloadRosterTemplate = endpoint({
  name: 'downloadRosterTemplate',
  method: 'GET',
  path: '/rosters/:id/template.xlsx',
  who: 'signed-in',
  kind: 'download',
  limit: 'heavy',
  params: IdParams,
  reply: Bytes,
  refusals: [],
});

/** The roster as it stands, with the verdict on each row and why; it may be corrected and sent again. */
export const downloadRoster = endpoint({
  name: 'downloadRoster',
  method: 'GET',
  path: '/rosters/:id/roster.xlsx',
  who: 'signed-in',
  kind: 'download',
  limit: 'heavy',
  params: IdParams,
  reply: Bytes,
  refusals: [],
});

export const rosterSheet = sheetEndpoints({
  name: 'Roster',
  path: '/rosters/:id/sheet',
  who: 'signed-in',
  refusals: ['wrong-state', 'too-late'],
});

/** Photos in one ZIP, each named by the number of the document or the name; several ZIPs may follow one another. */
export const uploadRosterPhotos = endpoint({
  name: 'uploadRosterPhotos',
  method: 'POST',
  path: '/rosters/:id/photos',
  who: 'signed-in',
  kind: 'upload',
  limit: 'upload',
  params: IdParams,
  reply: PhotosTaken,
  refusals: ['file-refused', 'storage-full', 'wrong-state', 'too-early', 'too-late'],
});

/** The same from a desk: originals, shrunk there and sent one by one. */
export const rosterPhotos = photoBatchEndpoints({
  name: 'RosterPhotos',
  path: '/rosters/:id',
  refusals: ['wrong-state', 'too-early', 'too-late'],
});

/** All have come: whose each is, and who still has none. */
export const takeRosterPhotos = endpoint({
  name: 'takeRosterPhotos',
  method: 'POST',
  path: '/rosters/:id/photo-batches/:batchId/taking',
  who: 'signed-in',
  params: BatchParams,
  reply: PhotoBatchView,
  refusals: ['wrong-state', 'too-early', 'too-late', 'batch-over', 'batch-incomplete'],
});

/** Hands in every row that can be, in the background; at a counter each gets its slip. `firstReviewed`: S25 二（二）. */
export const submitRoster = endpoint({
  name: 'submitRoster',
  method: 'POST',
  path: '/rosters/:id/submission',
  who: 'signed-in',
  params: IdParams,
  body: z.strictObject({ firstReviewed: z.boolean() }),
  reply: RosterView,
  refusals: ['wrong-state', 'too-early', 'too-late', 'first-review-needed', 'nothing-to-submit'],
});

/** One order for all who are approved and in none yet. */
export const openRosterOrder = endpoint({
  name: 'openRosterOrder',
  method: 'POST',
  path: '/rosters/:id/orders',
  who: 'signed-in',
  params: IdParams,
  reply: RosterView,
  refusals: ['wrong-state', 'too-late'],
});

/** All tickets of the roster's people in one file, in the order of the roster. */
export const downloadRosterTickets = endpoint({
  name: 'downloadRosterTickets',
  method: 'GET',
  path: '/rosters/:id/tickets.pdf',
  who: 'signed-in',
  kind: 'download',
  limit: 'heavy',
  params: IdParams,
  reply: Bytes,
  refusals: ['ticket-not-issued'],
});
