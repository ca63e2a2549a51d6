import * as z from 'zod/mini';
import { DocumentTypeSchema, OriginSchema, StageCodeSchema } from '../notice';
import { endpoint } from './endpoint';
import {
  Bytes,
  ClauseView,
  Count,
  Day,
  Done,
  Id,
  IdParams,
  LevelNumber,
  PageQuery,
  Time,
  line,
  pageOf,
} from './fields';

/** What a scanned code leads to; `unknown` is an answer, for the page says so. */
export const POSTER_STATES = ['upcoming', 'open', 'closed', 'withdrawn', 'unknown'] as const;
export type PosterState = (typeof POSTER_STATES)[number];

/** What stands behind a code, and when: an end that is null is not known. */
const PosterView = z.object({
  code: z.string(),
  state: z.enum(POSTER_STATES),
  kind: z.nullable(z.enum(['certification', 'competition'])),
  noticeId: z.nullable(Id),
  title: z.nullable(z.string()),
  bodyName: z.nullable(z.string()),
  opensOn: z.nullable(Day),
  closesOn: z.nullable(Day),
  withdrawnOn: z.nullable(Day),
  /** Whether individuals enter here, and not on another site. */
  entersHere: z.boolean(),
});
export type PosterView = z.output<typeof PosterView>;

const PosterCode = line(12);
const posterParams = z.strictObject({ code: PosterCode });

export const getPoster = endpoint({
  name: 'getPoster',
  method: 'GET',
  path: '/posters/:code',
  who: 'anybody',
  params: posterParams,
  reply: PosterView,
  refusals: [],
});

/** Asks to be told the day before it opens and, unless entered by then, the day before it closes. */
export const askPosterReminder = endpoint({
  name: 'askPosterReminder',
  method: 'POST',
  path: '/posters/:code/reminders',
  who: 'signed-in',
  params: posterParams,
  reply: Done,
  refusals: ['wrong-state'],
});

const POSTER_STAFF = ['publisher', 'exam-officer', 'administrator'] as const;

/** As staff hand it out; `link` is what its QR says. */
const StaffPosterView = z.object({ ...PosterView.shape, noticeId: Id, title: z.string(), link: z.string() });
export type StaffPosterView = z.output<typeof StaffPosterView>;

export const listPosters = endpoint({
  name: 'listPosters',
  method: 'GET',
  path: '/staff/posters',
  who: POSTER_STAFF,
  reply: z.object({ items: z.array(StaffPosterView) }),
  refusals: [],
});

/** A4, to print. */
export const downloadPosterPdf = endpoint({
  name: 'downloadPosterPdf',
  method: 'GET',
  path: '/staff/posters/:code/pdf',
  who: POSTER_STAFF,
  kind: 'download',
  limit: 'heavy',
  params: posterParams,
  reply: Bytes,
  refusals: [],
});

/** The same as a picture, to send on. */
export const downloadPosterPng = endpoint({
  name: 'downloadPosterPng',
  method: 'GET',
  path: '/staff/posters/:code/png',
  who: POSTER_STAFF,
  kind: 'download',
  limit: 'heavy',
  params: posterParams,
  reply: Bytes,
  refusals: [],
});

/** Takes a poster back, or puts it up again; its code stays. */
export const withdrawPoster = endpoint({
  name: 'withdrawPoster',
  method: 'PUT',
  path: '/staff/posters/:code/withdrawal',
  who: POSTER_STAFF,
  params: posterParams,
  body: z.strictObject({ withdrawn: z.boolean() }),
  reply: StaffPosterView,
  refusals: [],
});

/** A stage as printed, and as announced once it is. */
const StageView = z.object({
  code: StageCodeSchema,
  name: z.string(),
  printed: z.nullable(z.string()),
  announced: z.nullable(z.object({ day: Day, startsAt: z.nullable(Time), place: z.string() })),
  source: ClauseView,
});
export type StageView = z.output<typeof StageView>;

/** A competition's entry window, stages and place. */
const ContestView = z.object({
  noticeId: Id,
  title: z.string(),
  offeringCode: z.string(),
  state: z.enum(['upcoming', 'open', 'closed']),
  opensOn: z.nullable(Day),
  closesOn: z.nullable(Day),
  entersHere: z.boolean(),
  /** Printed words about the place, such as 地点待定，另行通知. */
  place: z.nullable(z.string()),
  stages: z.array(StageView),
});
export type ContestView = z.output<typeof ContestView>;

export const getContest = endpoint({
  name: 'getContest',
  method: 'GET',
  path: '/contests/:id',
  who: 'anybody',
  params: IdParams,
  reply: ContestView,
  refusals: [],
});

/** Which of the listed groups an entrant belongs to; the printed list ends in 等, so `other` is judged by staff. */
export const ENTRANT_GROUPS = ['monitor', 'guard', 'property', 'school', 'other'] as const;
export const UNIT_TYPES = ['government', 'institution', 'company', 'school', 'other'] as const;

const HeldLevel = z.strictObject({ occupation: line(60), level: LevelNumber });

const entryFields = {
  name: line(60),
  origin: OriginSchema,
  documentType: DocumentTypeSchema,
  /** Absent: the number known from before. */
  documentNumber: z.optional(line(40)),
  documentExpiresOn: z.nullable(Day),
  birthDate: z.optional(Day),
  sex: z.optional(z.enum(['male', 'female'])),
  /** Absent: the phone known from before. */
  phone: z.optional(z.string().check(z.regex(/^1[3-9]\d{9}$/))),
  group: z.enum(ENTRANT_GROUPS),
  groupNote: z.nullable(line(60)),
  unit: line(80),
  unitType: z.enum(UNIT_TYPES),
  coach: z.nullable(line(60)),
  unionCard: z.boolean(),
  levels: z.array(HeldLevel).check(z.maxLength(10)),
  training: z.boolean(),
  /** Absent: the photo known from before. */
  photoFileId: z.optional(Id),
};
const EntryBody = z.strictObject(entryFields);

const Known = z.object({
  name: z.nullable(z.string()),
  origin: z.nullable(OriginSchema),
  documentType: z.nullable(DocumentTypeSchema),
  documentNumberMasked: z.nullable(z.string()),
  documentExpiresOn: z.nullable(Day),
  birthDate: z.nullable(Day),
  sex: z.nullable(z.enum(['male', 'female'])),
  phoneMasked: z.nullable(z.string()),
  unit: z.nullable(z.string()),
  entryId: z.nullable(Id),
});

/** What is known of the caller already, to fill the form; numbers masked. `entryId`: her live entry. */
export const getKnownEntrant = endpoint({
  name: 'getKnownEntrant',
  method: 'GET',
  path: '/contests/:id/known-entrant',
  who: 'signed-in',
  params: IdParams,
  reply: Known,
  refusals: [],
});

const EntryView = z.object({
  id: Id,
  version: Count,
  state: z.enum(['entered', 'withdrawn']),
  verdict: z.enum(['eligible', 'needs-review']),
  name: z.string(),
  origin: OriginSchema,
  documentType: DocumentTypeSchema,
  documentNumberMasked: z.string(),
  documentExpiresOn: z.nullable(Day),
  phoneMasked: z.string(),
  group: z.enum(ENTRANT_GROUPS),
  groupNote: z.nullable(z.string()),
  unit: z.string(),
  unitType: z.enum(UNIT_TYPES),
  coach: z.nullable(z.string()),
  unionCard: z.boolean(),
  levels: z.array(z.object({ occupation: z.string(), level: LevelNumber })),
  training: z.boolean(),
  photoUrl: z.string(),
  enteredOn: Day,
  contest: ContestView,
});
export type EntryView = z.output<typeof EntryView>;

const ENTRY_REFUSALS = [
  'too-early',
  'too-late',
  'entry-elsewhere',
  'entry-conflict',
  'consent-needed',
  'details-missing',
  'identity-refused',
  'name-not-printable',
  'not-eligible',
  'facts-missing',
  'photo-missing',
  'photo-refused',
  'file-refused',
] as const;

/** Enters the caller; a document entered by another account too gets the same answer, and staff a case. */
export const enterContest = endpoint({
  name: 'enterContest',
  method: 'POST',
  path: '/contests/:id/entries',
  who: 'signed-in',
  params: IdParams,
  body: EntryBody,
  reply: EntryView,
  refusals: ENTRY_REFUSALS,
});

export const listMyEntries = endpoint({
  name: 'listMyEntries',
  method: 'GET',
  path: '/entries',
  who: 'signed-in',
  reply: z.object({ items: z.array(EntryView) }),
  refusals: [],
});

export const getEntry = endpoint({
  name: 'getEntry',
  method: 'GET',
  path: '/entries/:id',
  who: 'signed-in',
  params: IdParams,
  reply: EntryView,
  refusals: [],
});

/** Replaces what was entered, until closing. */
export const changeEntry = endpoint({
  name: 'changeEntry',
  method: 'PATCH',
  path: '/entries/:id',
  who: 'signed-in',
  ifMatch: true,
  params: IdParams,
  body: EntryBody,
  reply: EntryView,
  refusals: [...ENTRY_REFUSALS, 'wrong-state'],
});

export const withdrawEntry = endpoint({
  name: 'withdrawEntry',
  method: 'POST',
  path: '/entries/:id/withdrawal',
  who: 'signed-in',
  params: IdParams,
  reply: EntryView,
  refusals: ['too-late', 'wrong-state'],
});

const CONTEST_STAFF = ['reviewer', 'exam-officer', 'administrator'] as const;

const StaffEntry = z.object({
  id: Id,
  name: z.string(),
  phone: z.string(),
  documentNumberMasked: z.string(),
  unit: z.string(),
  group: z.enum(ENTRANT_GROUPS),
  groupNote: z.nullable(z.string()),
  training: z.boolean(),
  verdict: z.enum(['eligible', 'needs-review']),
  /** Another live entry holds the same document. */
  twice: z.boolean(),
  photoUrl: z.string(),
  enteredOn: Day,
});

/** Live entries, by the time they came; `q` is the beginning of a name or of a unit. */
export const listEntries = endpoint({
  name: 'listEntries',
  method: 'GET',
  path: '/staff/contests/:id/entries',
  who: CONTEST_STAFF,
  params: IdParams,
  query: z.strictObject({ ...PageQuery, q: z.optional(line(40)) }),
  reply: z.object({
    ...pageOf(StaffEntry).shape,
    contest: ContestView,
    counts: z.object({ entered: Count, withdrawn: Count, units: Count, training: Count }),
  }),
  refusals: [],
});

export const downloadEntries = endpoint({
  name: 'downloadEntries',
  method: 'GET',
  path: '/staff/contests/:id/entries/sheet',
  who: CONTEST_STAFF,
  kind: 'download',
  limit: 'heavy',
  params: IdParams,
  reply: Bytes,
  refusals: [],
});

/** Announces when and where a stage is held, or announces it anew; every entrant is told. */
export const announceStage = endpoint({
  name: 'announceStage',
  method: 'PUT',
  path: '/staff/contests/:id/stages/:stage',
  who: ['exam-officer', 'publisher', 'administrator'],
  params: z.strictObject({ id: Id, stage: StageCodeSchema }),
  body: z.strictObject({ day: Day, startsAt: z.nullable(Time), place: line(120) }),
  reply: ContestView,
  refusals: [],
});

export type StaffEntryView = z.output<typeof StaffEntry>;
