import * as z from 'zod/mini';
import { DocumentTypeSchema, OriginSchema, StageCodeSchema, UNIT_KINDS } from '../notice';
import { AssessmentView } from './assessment';
import { endpoint } from './endpoint';
import { ClauseView, Count, Day, Id, IdParams, LevelNumber, Time, line } from './fields';

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
export const ContestView = z.object({
  noticeId: Id,
  title: z.string(),
  offeringCode: z.string(),
  state: z.enum(['upcoming', 'open', 'closed']),
  opensOn: z.nullable(Day),
  closesOn: z.nullable(Day),
  /** Where the days of entry are printed. */
  entrySource: z.nullable(ClauseView),
  entersHere: z.boolean(),
  /** Printed words about the place, such as 地点待定，另行通知. */
  place: z.nullable(z.object({ value: z.string(), source: ClauseView })),
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

/** The code of a group that the notice lists, or OTHER_GROUP where its list is open; staff judge such an entry. */
const GroupCode = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), z.maxLength(64));
export const UNIT_TYPES = UNIT_KINDS;

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
  group: GroupCode,
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
  unitType: z.nullable(z.enum(UNIT_TYPES)),
  coach: z.nullable(z.string()),
  unionCard: z.boolean(),
  levels: z.array(HeldLevel),
  /** Of an earlier entry to this competition, as are the note and the training. */
  group: z.nullable(GroupCode),
  groupNote: z.nullable(z.string()),
  training: z.boolean(),
  /** The photo of the last entry, which holds for this one too unless another is sent. */
  photoUrl: z.nullable(z.string()),
  entryId: z.nullable(Id),
});

/** What is known of the caller already, to fill the form; numbers masked. `entryId`: the caller's live entry. */
export const getKnownEntrant = endpoint({
  name: 'getKnownEntrant',
  method: 'GET',
  path: '/contests/:id/known-entrant',
  who: 'signed-in',
  params: IdParams,
  reply: Known,
  refusals: [],
});

export const ENTRY_STATES = ['entered', 'withdrawn', 'refused'] as const;
export type EntryState = (typeof ENTRY_STATES)[number];

/** What staff decided of an entry, with the reason of a refusal; null: nobody has. */
const Decision = z.nullable(
  z.object({ verdict: z.enum(['accepted', 'refused']), reason: z.nullable(z.string()), on: Day }),
);

const HeldLevelView = z.object({ occupation: z.string(), level: LevelNumber });

const EntryView = z.object({
  id: Id,
  version: Count,
  state: z.enum(ENTRY_STATES),
  verdict: z.enum(['eligible', 'needs-review']),
  name: z.string(),
  origin: OriginSchema,
  documentType: DocumentTypeSchema,
  documentNumberMasked: z.string(),
  documentExpiresOn: z.nullable(Day),
  phoneMasked: z.string(),
  group: GroupCode,
  /** As the notice words it; null where the entrant says it in their own words. */
  groupName: z.nullable(z.string()),
  groupNote: z.nullable(z.string()),
  unit: z.string(),
  unitType: z.enum(UNIT_TYPES),
  coach: z.nullable(z.string()),
  unionCard: z.boolean(),
  levels: z.array(HeldLevelView),
  training: z.boolean(),
  photoUrl: z.string(),
  enteredOn: Day,
  decision: Decision,
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

/** What a list from elsewhere does not say is null. */
const staffEntryFields = {
  id: Id,
  version: Count,
  name: z.string(),
  phone: z.nullable(z.string()),
  documentNumberMasked: z.string(),
  unit: z.nullable(z.string()),
  group: z.nullable(GroupCode),
  groupName: z.nullable(z.string()),
  groupNote: z.nullable(z.string()),
  training: z.boolean(),
  verdict: z.enum(['eligible', 'needs-review']),
  /** An open case says that another account has entered this document. */
  twice: z.boolean(),
  /**
   * It waits for staff only because the group that the entrant declares must be looked at: it may be accepted with
   * others.
   */
  onlyGroupWaits: z.boolean(),
  photoUrl: z.nullable(z.string()),
  enteredOn: Day,
  decision: Decision,
  /** The day on which a list from elsewhere first named the entrant; null: entered here. */
  listedOn: z.nullable(Day),
  listReference: z.nullable(z.string()),
};

/** A competition for those who work on it: `entriesId` is the stage whose list holds everybody who entered. */
export const getStaffContest = endpoint({
  name: 'getStaffContest',
  method: 'GET',
  path: '/staff/contests/:id/overview',
  who: CONTEST_STAFF,
  params: IdParams,
  reply: z.object({
    bodyId: Id,
    entriesId: Id,
    contest: ContestView,
    counts: z.object({
      entered: Count,
      withdrawn: Count,
      /** Live ones that the rules could not decide and nobody has decided yet. */
      undecided: Count,
      units: Count,
      training: Count,
      /** Live ones that a list from elsewhere named, and those of them who have a record of their own here. */
      listed: Count,
      matched: Count,
      /** Records kept of a registration elsewhere, and those that say it is handed in. */
      following: Count,
      registered: Count,
    }),
  }),
  refusals: [],
});

/** One entry in full, as staff judge it; `twins` are the entries of an open case about the same document. */
const StaffEntryDetail = z.object({
  ...staffEntryFields,
  state: z.enum(ENTRY_STATES),
  origin: OriginSchema,
  documentType: DocumentTypeSchema,
  documentNumber: z.string(),
  documentExpiresOn: z.nullable(Day),
  birthDate: z.nullable(Day),
  sex: z.nullable(z.enum(['male', 'female'])),
  unitType: z.nullable(z.enum(UNIT_TYPES)),
  coach: z.nullable(z.string()),
  unionCard: z.boolean(),
  levels: z.array(HeldLevelView),
  /** By the notice and on the day it was judged; null where a list does not say enough. */
  assessment: z.nullable(AssessmentView),
  judgedOn: Day,
  caseId: z.nullable(Id),
  twins: z.array(Id),
  contest: ContestView,
});
export type StaffEntryDetail = z.output<typeof StaffEntryDetail>;

export const getStaffEntry = endpoint({
  name: 'getStaffEntry',
  method: 'GET',
  path: '/staff/entries/:id',
  who: CONTEST_STAFF,
  params: IdParams,
  reply: StaffEntryDetail,
  refusals: [],
});

/**
 * Accepts a live entry that the rules could not decide, or refuses any live one with a reason; the entrant is told and,
 * until closing, may enter again. `version` is the one that staff looked at.
 */
export const decideEntry = endpoint({
  name: 'decideEntry',
  method: 'PUT',
  path: '/staff/entries/:id/decision',
  who: ['reviewer', 'administrator'],
  params: IdParams,
  body: z.discriminatedUnion('verdict', [
    z.strictObject({ verdict: z.literal('accepted'), version: Count }),
    z.strictObject({ verdict: z.literal('refused'), version: Count, reason: line(200) }),
  ]),
  reply: StaffEntryDetail,
  refusals: ['wrong-state', 'changed-meanwhile'],
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
  refusals: ['day-over', 'stage-order-wrong'],
});
