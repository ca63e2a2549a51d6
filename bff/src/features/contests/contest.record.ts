import type { EntryState, RegistrationState, UNIT_TYPES } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import type { DocumentType, Origin, StageCode } from '@jikaotong/shared/notice';
import type { PhotoFacts } from '@jikaotong/shared/rules/photo';
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
  text,
  word,
} from '../../platform/db';

/**
 * One entry of an individual, made here or (`listedOn`) read from the list of a site where people register; such a list
 * says less, and names her account only where her own record here matches. Two unique keys, set while it lives: `accountKey` (notice:account) and `documentKey`
 * (notice:document). An entry whose document another account holds lives without `documentKey`, and staff have a case.
 */
export const entryRecord = record(
  'contest_entry',
  {
    id: id(),
    version: int(),
    accountId: nullable(ref()),
    bodyId: ref(),
    noticeId: text(64),
    noticeVersionId: ref(),
    offeringCode: text(64),
    state: word<EntryState>(),
    accountKey: nullable(text(120)),
    documentKey: nullable(text(140)),
    verdict: word<'eligible' | 'needs-review'>(),
    name: text(60),
    origin: word<Origin>(),
    documentType: word<DocumentType>(40),
    documentNumber: encrypted(),
    documentExpiresOn: nullable(day()),
    birthDate: nullable(day()),
    sex: nullable(word<'male' | 'female'>()),
    phone: nullable(encrypted()),
    entrantGroup: nullable(word<string>()),
    groupNote: nullable(text(60)),
    unit: nullable(text(80)),
    unitType: nullable(word<(typeof UNIT_TYPES)[number]>()),
    coach: nullable(text(60)),
    unionCard: bool(),
    levels: json<readonly { occupation: string; level: number | null }[]>(),
    training: bool(),
    photo: nullable(json<{ fileId: string; facts: PhotoFacts }>()),
    enteredOn: day(),
    enteredAt: instant(),
    withdrawnAt: nullable(instant()),
    judgedOn: nullable(day()),
    decision: nullable(word<'accepted' | 'refused'>()),
    decisionReason: nullable(text(200)),
    decidedOn: nullable(day()),
    decidedBy: nullable(ref()),
    listedOn: nullable(day()),
    listReference: nullable(text(60)),
    phoneIndex: nullable(text(64)),
  },
  {
    unique: { uq_contest_entry_account: ['accountKey'], uq_contest_entry_document: ['documentKey'] },
    index: { ix_contest_entry_notice: ['noticeId', 'state', 'id'], ix_contest_entry_account: ['accountId', 'id'] },
    foreign: {
      fk_contest_entry_version: { column: 'noticeVersionId', references: 'notice_version', onDelete: 'RESTRICT' },
    },
  },
);
export type Entry = Row<typeof entryRecord>;

/** What every entry made here holds, and one from a list may lack. */
type MadeHere = 'accountId' | 'birthDate' | 'sex' | 'phone' | 'entrantGroup' | 'unit' | 'unitType' | 'photo';
export type OwnEntry = Omit<Entry, MadeHere> & { readonly [K in MadeHere]: NonNullable<Entry[K]> };

/** The entry as one made here; null for one from a list. */
export function madeHere(row: Entry): OwnEntry | null {
  const { accountId, birthDate, sex, phone, entrantGroup, unit, unitType, photo } = row;
  if (row.listedOn !== null) return null;
  if (!accountId || !birthDate || !sex || !phone || !entrantGroup || unit === null || !unitType || !photo)
    throw new Error(`entry ${row.id} lacks what every entry made here holds`);
  return { ...row, accountId, birthDate, sex, phone, entrantGroup, unit, unitType, photo };
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

/** What staff announced of a stage; the last word counts. */
export const stageRecord = record(
  'contest_stage',
  {
    id: id(),
    noticeId: text(64),
    stage: word<StageCode>(),
    day: day(),
    startsAt: nullable(text(5)),
    place: text(120),
    announcedAt: instant(),
    announcedBy: ref(),
  },
  { unique: { uq_contest_stage: ['noticeId', 'stage'] } },
);
export type AnnouncedStage = Row<typeof stageRecord>;
