import * as z from 'zod/mini';
import { tidyCapitals } from '../kernel';
import { DocumentTypeSchema } from '../notice';
import { APPLICATION_STATES, ORDER_STATES } from '../rules/progress';
import { endpoint } from './endpoint';
import {
  Bytes,
  Count,
  Day,
  DocumentNumber,
  Done,
  FenAmount,
  Id,
  IdParams,
  Instant,
  line,
  OfferingView,
  pageOf,
  PageQuery,
  PersonName,
  prose,
} from './fields';
import { TOLD_DELIVERIES } from './tellings';

/** How a row stands by the rules, before it is handed in: 可提交 · 需审核 · 资料不全 · 不符合. */
export const ROW_STANDINGS = ['ready', 'review', 'incomplete', 'ineligible'] as const;
export type RowStanding = (typeof ROW_STANDINGS)[number];

/** What stands for the member's own word: the member on the phone, or the signed form. */
export const ROW_CONFIRMATIONS = ['phone', 'form'] as const;

/** What a member filled in waits for the unit, until it is admitted. */
export const ROW_ADMISSIONS = ['waiting', 'admitted'] as const;

/** How it ended that a member said of one fact that it is wrong: the unit mended or answered it, or the member took it back. */
export const DISPUTE_STATES = ['open', 'mended', 'answered', 'withdrawn'] as const;

/** What the member says of one fact of the own row; `field` is a column, or one of these. */
export const DISPUTE_BESIDE = ['photo', 'papers', 'other'] as const;
const Dispute = z.object({
  id: Id,
  field: z.string(),
  label: z.string(),
  /** What would be right, in the member's own words. */
  said: z.string(),
  state: z.enum(DISPUTE_STATES),
  at: Instant,
  answer: z.nullable(z.string()),
});

/** How a reminder came; `sms-before`: an SMS went out with an earlier one, and no second one goes. */
export const REMINDED_DELIVERIES = [...TOLD_DELIVERIES, 'sms-before'] as const;

const RowSummary = z.object({
  id: Id,
  /** In the roster, from 1. */
  position: Count,
  version: Count,
  name: z.string(),
  documentTail: z.string(),
  offering: OfferingView,
  state: z.enum(APPLICATION_STATES),
  standing: z.enum(ROW_STANDINGS),
  /** Why it cannot be handed in, as a sentence each; what of it is the association's to check is never said here. */
  reasons: z.array(z.string()),
  hasPhoto: z.boolean(),
  confirmed: z.nullable(z.enum(ROW_CONFIRMATIONS)),
  /** The member's own word is needed and not there: not given, or by a phone that proves nobody. */
  awaitsMember: z.boolean(),
  claimed: z.boolean(),
  /** Null: entered by the unit. */
  admission: z.nullable(z.enum(ROW_ADMISSIONS)),
  /** The roster names this phone for somebody else as well: it proves neither. */
  phoneShared: z.boolean(),
  /** Filled in for a document that stands in the roster already: one of the two goes. */
  documentTwice: z.boolean(),
  /** Who else stands in the roster with this phone or document, by place and name: a sentence each. */
  beside: z.array(z.string()),
  /** The member says of something here that it is wrong, and waits for the unit: nothing is handed in before. */
  disputed: z.boolean(),
  /** When the member was last asked to confirm, and how far that came. */
  reminded: z.nullable(z.object({ at: Instant, delivery: z.enum(REMINDED_DELIVERIES) })),
  /** What it was sent back for, to be mended. */
  remarks: z.array(z.object({ field: z.string(), text: z.string() })),
  /** On its way to be handed in. */
  queued: z.boolean(),
  /** Why it was not taken when it was handed in last, as a sentence; what is the association's to check is not said. */
  outcome: z.nullable(z.string()),
  orderState: z.nullable(z.enum(ORDER_STATES)),
  hasTicket: z.boolean(),
  feeFen: FenAmount,
});
export type RosterRowView = z.output<typeof RowSummary>;

/** `problems`: what the unit has to mend before handing in, or was sent back; in the order of the roster. */
export const listRosterRows = endpoint({
  name: 'listRosterRows',
  method: 'GET',
  path: '/rosters/:id/rows',
  who: 'signed-in',
  params: IdParams,
  query: z.strictObject({
    ...PageQuery,
    of: z.optional(z.enum(['all', 'problems', 'unconfirmed', 'waiting', 'disputed'])),
  }),
  reply: pageOf(RowSummary),
  refusals: [],
});

/** Who is still without a photo, and may get one: for whoever gives somebody a photo that found nobody. */
export const listPhotoless = endpoint({
  name: 'listPhotoless',
  method: 'GET',
  path: '/rosters/:id/photoless',
  who: 'signed-in',
  params: IdParams,
  reply: z.object({
    items: z.array(z.object({ id: Id, version: Count, name: z.string(), documentTail: z.string() })),
  }),
  refusals: [],
});

const RowParams = z.strictObject({ id: Id, rowId: Id });
export const RowValues = z.record(z.string().check(z.regex(/^[A-Za-z.-]{1,64}$/)), line(200, 0));

const RowDetail = z.object({
  ...RowSummary.shape,
  values: z.record(z.string(), z.string()),
  rejection: z.nullable(z.string()),
  photoUrl: z.nullable(z.string()),
  formUrl: z.nullable(z.string()),
  /** For this person alone, to claim the row with instead of the roster's phone; null once it is claimed. */
  claimCode: z.nullable(z.string()),
  /** What the member said is wrong, the latest first; what was taken back is left out. */
  disputes: z.array(Dispute),
});
export type RosterRowDetail = z.output<typeof RowDetail>;

export const getRosterRow = endpoint({
  name: 'getRosterRow',
  method: 'GET',
  path: '/rosters/:id/rows/:rowId',
  who: 'signed-in',
  params: RowParams,
  reply: RowDetail,
  refusals: [],
});

const ROW_REFUSALS = [
  'wrong-state',
  'too-early',
  'too-late',
  'row-refused',
  'row-twice',
  'photo-refused',
  'file-refused',
] as const;

/** One person by hand, with the columns of the sheet; `row-refused` names each column that is wrong. */
export const addRosterRow = endpoint({
  name: 'addRosterRow',
  method: 'POST',
  path: '/rosters/:id/rows',
  who: 'signed-in',
  params: IdParams,
  body: z.strictObject({ values: RowValues }),
  reply: RowDetail,
  refusals: ROW_REFUSALS,
});

/** `If-Match` is the row's version; what the member had confirmed is to be confirmed anew. */
export const changeRosterRow = endpoint({
  name: 'changeRosterRow',
  method: 'PATCH',
  path: '/rosters/:id/rows/:rowId',
  who: 'signed-in',
  ifMatch: true,
  params: RowParams,
  body: z.strictObject({ values: z.optional(RowValues), photoFileId: z.optional(Id) }),
  reply: RowDetail,
  refusals: ROW_REFUSALS,
});

/**
 * Takes somebody out: a draft is gone, what was handed in is withdrawn; not after the member has claimed it. What a member
 * filled in and nobody admitted stays the member's own application.
 */
export const removeRosterRow = endpoint({
  name: 'removeRosterRow',
  method: 'DELETE',
  path: '/rosters/:id/rows/:rowId',
  who: 'signed-in',
  params: RowParams,
  reply: Done,
  refusals: ['wrong-state', 'too-late', 'already-paid', 'row-claimed'],
});

/** The application form of one row, to be signed by hand. */
export const downloadRosterForm = endpoint({
  name: 'downloadRosterForm',
  method: 'GET',
  path: '/rosters/:id/rows/:rowId/form.pdf',
  who: 'signed-in',
  kind: 'download',
  limit: 'heavy',
  params: RowParams,
  reply: Bytes,
  refusals: ['details-missing'],
});

/** The scan of the form that the member signed stands for the member's own confirmation. */
export const takeSignedForm = endpoint({
  name: 'takeSignedForm',
  method: 'POST',
  path: '/rosters/:id/rows/:rowId/signed-form',
  who: 'signed-in',
  params: RowParams,
  body: z.strictObject({ fileId: Id, version: Count }),
  reply: RowDetail,
  refusals: ['wrong-state', 'file-refused'],
});

/** Says why what the member calls wrong stays as it is, or what became of it. */
export const answerRowDispute = endpoint({
  name: 'answerRowDispute',
  method: 'POST',
  path: '/rosters/:id/rows/:rowId/disputes/:disputeId/answer',
  who: 'signed-in',
  params: z.strictObject({ id: Id, rowId: Id, disputeId: Id }),
  body: z.strictObject({ answer: prose(200) }),
  reply: RowDetail,
  refusals: ['wrong-state'],
});

/**
 * Takes over what a unit entered, or the list of a competition: by document, name, and the phone of the roster proven for this account, or the code that
 * the agent handed out; five tries a day.
 */
export const claimRosterRow = endpoint({
  name: 'claimRosterRow',
  method: 'POST',
  path: '/roster-claims',
  who: 'signed-in',
  body: z.strictObject({
    name: PersonName,
    documentType: DocumentTypeSchema,
    documentNumber: DocumentNumber,
    code: z.optional(z.string().check(z.overwrite(tidyCapitals), z.regex(/^[2-9A-HJKMNP-Z]{8}$/))),
  }),
  /** What it is: an application, an entry of a competition made here, or the competition whose list names one. */
  reply: z.object({
    applicationId: z.nullable(Id),
    entryId: z.nullable(Id),
    noticeId: z.nullable(z.string()),
  }),
  refusals: [
    'claim-not-found',
    'phone-not-proven',
    'application-conflict',
    'entry-conflict',
    'changed-meanwhile',
    'consent-needed',
  ],
});

const OwnRow = z.object({
  applicationId: Id,
  version: Count,
  unitName: z.string(),
  sessionName: z.string(),
  offering: OfferingView,
  state: z.enum(APPLICATION_STATES),
  confirmed: z.nullable(z.enum(ROW_CONFIRMATIONS)),
  /** The unit sees the own marks, by one's own word. */
  sharesMarks: z.boolean(),
  /** Everything that the unit entered, in the order of the sheet: what nobody said is left out. */
  facts: z.array(z.object({ key: z.string(), label: z.string(), value: z.string() })),
  photoUrl: z.nullable(z.string()),
  /** The papers that were handed in, each with how many pages. */
  papers: z.array(z.object({ name: z.string(), pages: Count })),
  /** What one said is wrong, the latest first; what was taken back is left out. */
  disputes: z.array(Dispute),
  /** Passes that this would give up, and nobody has said yes to: where they stand, and the last day of a retake. */
  kept: z.nullable(z.object({ applicationId: Id, until: z.nullable(Day) })),
});
export type OwnRosterRow = z.output<typeof OwnRow>;

/** By which unit one's own application was entered, and whether one has confirmed it. */
export const getOwnRosterRow = endpoint({
  name: 'getOwnRosterRow',
  method: 'GET',
  path: '/applications/:id/roster',
  who: 'signed-in',
  params: IdParams,
  reply: OwnRow,
  refusals: [],
});

/** Says of one fact that it is wrong, and what is right; what was confirmed before is confirmed anew. */
export const disputeOwnRow = endpoint({
  name: 'disputeOwnRow',
  method: 'POST',
  path: '/applications/:id/roster-disputes',
  who: 'signed-in',
  params: IdParams,
  body: z.strictObject({
    version: Count,
    field: z.string().check(z.regex(/^[A-Za-z.-]{1,64}$/)),
    said: prose(200),
  }),
  reply: OwnRow,
  refusals: ['wrong-state'],
});

export const withdrawOwnDispute = endpoint({
  name: 'withdrawOwnDispute',
  method: 'DELETE',
  path: '/applications/:id/roster-disputes/:disputeId',
  who: 'signed-in',
  params: z.strictObject({ id: Id, disputeId: Id }),
  reply: OwnRow,
  refusals: ['wrong-state'],
});

/**
 * The member's own word for what the unit entered, as it stands in this version; not while anything is called wrong. A unit
 * enters as new: only the member gives up what is kept (`forfeitsPasses`; E24 三（六）3, S25 四（二）).
 */
export const confirmOwnRosterRow = endpoint({
  name: 'confirmOwnRosterRow',
  method: 'POST',
  path: '/applications/:id/roster-confirmation',
  who: 'signed-in',
  params: IdParams,
  body: z.strictObject({
    version: Count,
    truthful: z.literal(true),
    noticeRead: z.literal(true),
    forfeitsPasses: z.optional(z.literal(true)),
  }),
  reply: OwnRow,
  refusals: ['wrong-state', 'consent-needed', 'passes-kept'],
});
