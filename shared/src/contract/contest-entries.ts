import * as z from 'zod/mini';
import { DocumentTypeSchema, OriginSchema, StageCodeSchema, UNIT_KINDS } from '../notice';
import { ContestView } from './contests';
import { endpoint } from './endpoint';
import {
  Count,
  Day,
  DocumentNumber,
  Id,
  IdParams,
  LevelNumber,
  PersonName,
  Phone,
  PrintedName,
  line,
  printedLine,
} from './fields';

/** The code of a group that the notice lists, or OTHER_GROUP where its list is open; staff judge such an entry. */
export const GroupCode = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), z.maxLength(64));
export const UNIT_TYPES = UNIT_KINDS;

const HeldLevel = z.strictObject({ occupation: line(60), level: LevelNumber });

const entryFields = {
  name: PersonName,
  origin: OriginSchema,
  documentType: DocumentTypeSchema,
  /** Absent: the number known from before. */
  documentNumber: z.optional(DocumentNumber),
  documentExpiresOn: z.nullable(Day),
  birthDate: z.optional(Day),
  sex: z.optional(z.enum(['male', 'female'])),
  /** Absent: the phone known from before. */
  phone: z.optional(Phone),
  group: GroupCode,
  groupNote: z.nullable(line(60)),
  unit: printedLine(80),
  unitType: z.enum(UNIT_TYPES),
  coach: z.nullable(PrintedName),
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
export const Decision = z.nullable(
  z.object({ verdict: z.enum(['accepted', 'refused']), reason: z.nullable(z.string()), on: Day }),
);

export const HeldLevelView = z.object({ occupation: z.string(), level: LevelNumber });

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
  /** The stage after which one did not go on; null while one may. */
  outAfter: z.nullable(StageCodeSchema),
  contest: ContestView,
});
export type EntryView = z.output<typeof EntryView>;

const ENTRY_REFUSALS = [
  'banned',
  'too-early',
  'too-late',
  'entry-elsewhere',
  'entry-conflict',
  'consent-needed',
  'details-missing',
  'identity-refused',
  'not-eligible',
  'facts-missing',
  'photo-missing',
  'photo-refused',
  'file-refused',
  'wrong-state',
] as const;

/** Enters the caller, unless a unit did: whoever has proven the phone of that entry is told. A document entered by another account too gets the same answer, and staff a case. */
export const enterContest = endpoint({
  name: 'enterContest',
  method: 'POST',
  path: '/contests/:id/entries',
  who: 'signed-in',
  params: IdParams,
  body: EntryBody,
  reply: EntryView,
  refusals: [...ENTRY_REFUSALS, 'entry-by-unit'],
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
  refusals: ENTRY_REFUSALS,
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
