import type { EntryState, RegistrationState, StageHours, UNIT_TYPES } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import type { DocumentType, StageCode } from '@jikaotong/shared/notice';
import { wordsIn } from '../../platform/crypto';
import {
  type Row,
  bool,
  day,
  encrypted,
  id,
  instant,
  int,
  json,
  nullable,
  record,
  ref,
  sealedText,
  text,
  word,
} from '../../platform/db';
import type { Candidate } from '../candidates';

/** What only an entry has; its id is its candidate's. */
export const entryRecord = record(
  'contest_entry',
  {
    id: id(),
    noticeVersionId: ref(),
    entrantGroup: nullable(word<string>()),
    groupNote: nullable(sealedText(60)),
    /** Whom the entrant starts for, in the clear: lists search and count by it. */
    unit: nullable(text(80)),
    unitType: nullable(word<(typeof UNIT_TYPES)[number]>()),
    coach: nullable(sealedText(60)),
    unionCard: bool(),
    levels: json<readonly { occupation: string; level: number | null }[]>(),
    training: bool(),
    withdrawnAt: nullable(instant()),
    judgedOn: nullable(day()),
    /** Why it must be looked at by itself, joined by commas; null: for nothing. */
    doubts: nullable(text(80)),
    decision: nullable(word<'accepted' | 'refused'>()),
    decisionReason: nullable(sealedText(200)),
    decidedOn: nullable(day()),
    decidedBy: nullable(ref()),
    listedOn: nullable(day()),
    listReference: nullable(text(60)),
  },
  {
    foreign: {
      fk_contest_entry_candidate: { column: 'id', references: 'candidate', onDelete: 'CASCADE' },
      fk_contest_entry_version: { column: 'noticeVersionId', references: 'notice_version', onDelete: 'RESTRICT' },
    },
  },
);
export type EntryRow = Row<typeof entryRecord>;
/** What the entrant and staff write beside. */
export const entryWords = wordsIn<'groupNote' | 'coach' | 'decisionReason'>('contest_entry');

/** What a list may leave out of a person, and an entry never does. */
type Said = 'name' | 'origin' | 'documentType' | 'documentNumber' | 'documentIndex';

/**
 * One entry of an individual, made here or (`listedOn`) read from the list of a site where people register; such a list
 * says less, and names an account only where that account's own record here matches. It is what only an entry has, its
 * candidate, and where that candidate stands in the first stage; the guard of every change is `participantId`.
 */
export type Entry = EntryRow &
  Omit<Candidate, Said | 'kind'> & { readonly [K in Said]: NonNullable<Candidate[K]> } & {
    readonly participantId: string;
    readonly version: number;
    readonly state: EntryState;
    readonly verdict: 'eligible' | 'needs-review';
    readonly enteredOn: LocalDate;
  };

/** What every entry made here holds, also one that a unit made, which has no account; one from a list may lack it. */
type MadeHere = 'birthDate' | 'sex' | 'phone' | 'entrantGroup' | 'unit' | 'unitType' | 'photo';
export type OwnEntry = Omit<Entry, MadeHere> & { readonly [K in MadeHere]: NonNullable<Entry[K]> };

/** The entry as one made here; null for one from a list. */
export function madeHere(row: Entry): OwnEntry | null {
  const { birthDate, sex, phone, entrantGroup, unit, unitType, photo } = row;
  if (row.listedOn !== null) return null;
  if (!birthDate || !sex || !phone || !entrantGroup || unit === null || !unitType || !photo)
    throw new Error(`entry ${row.id} lacks what every entry made here holds`);
  return { ...row, birthDate, sex, phone, entrantGroup, unit, unitType, photo };
}

/**
 * One's own record of a registration elsewhere. A tick holds the words of its step, so that it does not slip to another
 * step when a later version of the notice words them anew.
 */
export const registrationRecord = record(
  'contest_registration',
  {
    id: id(),
    version: int(),
    accountId: ref(),
    bodyId: ref(),
    noticeId: text(64),
    accountKey: text(120),
    way: word<RegistrationWay>(),
    ticks: json<readonly { way: RegistrationWay; text: string; on: LocalDate }[]>(),
    state: word<RegistrationState>(),
    reference: nullable(text(60)),
    registeredOn: nullable(day()),
    name: nullable(text(60)),
    documentType: nullable(word<DocumentType>(40)),
    documentNumber: nullable(encrypted()),
    documentIndex: nullable(text(64)),
    phone: nullable(encrypted()),
    phoneIndex: nullable(text(64)),
    createdAt: instant(),
  },
  {
    unique: { uq_contest_registration_account: ['accountKey'] },
    index: {
      ix_contest_registration_notice: ['noticeId', 'state'],
      ix_contest_registration_account: ['accountId', 'id'],
    },
  },
);
export type Registration = Row<typeof registrationRecord>;
type RegistrationWay = 'individual' | 'group';

/** The people of one unit in one competition, and how far the unit is with a registration elsewhere. */
export const contestGroupRecord = record(
  'contest_group',
  {
    id: id(),
    unitId: ref(),
    bodyId: ref(),
    noticeId: text(64),
    /** `unit:notice`. */
    groupKey: text(120),
    /** One more with every list that is confirmed: another one compared before is compared anew. */
    version: int(),
    /** “企业简称+报名人数”, as the package is called. */
    title: nullable(text(80)),
    ticks: json<readonly { text: string; on: LocalDate }[]>(),
    state: word<RegistrationState>(),
    reference: nullable(text(60)),
    registeredOn: nullable(day()),
    createdAt: instant(),
  },
  {
    unique: { uq_contest_group: ['groupKey'] },
    index: { ix_contest_group_notice: ['noticeId'], ix_contest_group_unit: ['unitId'] },
    foreign: { fk_contest_group_unit: { column: 'unitId', references: 'unit', onDelete: 'RESTRICT' } },
  },
);
export type ContestGroup = Row<typeof contestGroupRecord>;

/** What only a stage has; its id is its event's, which holds its day. Null: not announced yet. */
export const stageRecord = record(
  'contest_stage',
  {
    id: id(),
    /** The event's, for a stage to be there once in it. */
    noticeId: text(64),
    stage: word<StageCode>(),
    startsAt: nullable(text(5)),
    place: nullable(text(120)),
    announcedAt: nullable(instant()),
    announcedBy: nullable(ref()),
    /** What happens at its own hour and place; null: nothing does. */
    plan: nullable(json<readonly StageHours[]>()),
    /** Codes of the groups that are ranked each by itself, as `,a,b,`, for lists to ask by; null: all are one. */
    rankingGroups: nullable(text(400)),
    /** Its papers were filed, with the receipt. */
    filedOn: nullable(day()),
    filedReceipt: nullable(text(120)),
    filedFileId: nullable(ref()),
    filedBy: nullable(ref()),
    filedAt: nullable(instant()),
    /** It is not held, with the reason as everybody reads it; its event says so too. */
    cancelledAt: nullable(instant()),
    cancelledBy: nullable(ref()),
    cancelReason: nullable(text(200)),
  },
  {
    published: true,
    unique: { uq_contest_stage: ['noticeId', 'stage'] },
    foreign: { fk_contest_stage_event: { column: 'id', references: 'event', onDelete: 'CASCADE' } },
  },
);
export type StageRow = Row<typeof stageRecord>;

/** What staff announced of a stage; the last word counts. */
export type AnnouncedStage = Omit<StageRow, 'place' | 'announcedAt'> & {
  readonly day: LocalDate;
  readonly place: string;
  readonly announcedAt: number;
};
