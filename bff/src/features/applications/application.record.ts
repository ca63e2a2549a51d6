import type { EARLIER_FIELDS, REMARK_FIELDS } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import type { Facts } from '@jikaotong/shared/notice';
import type { Assessment } from '@jikaotong/shared/rules/eligibility';
import type { FeeLine } from '@jikaotong/shared/rules/fees';
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
  sealedJson,
  sealedText,
  text,
  word,
} from '../../platform/db';
import type { Candidate } from '../candidates';
import type { Participant } from '../participants';

export type RemarkField = (typeof REMARK_FIELDS)[number];
export type EarlierField = (typeof EARLIER_FIELDS)[number];

/** What rules/eligibility said, with the version of the notice and of its language it was said under. */
export type StoredAssessment = {
  readonly noticeVersion: number;
  readonly language: number;
  readonly on: LocalDate;
  readonly assessment: Assessment;
};
export type StoredPaper = {
  readonly document: string;
  readonly fileIds: readonly string[];
  readonly number: string | null;
  /** The last day on which an online code can be looked up; absent or null: not told. */
  readonly validUntil?: LocalDate | null;
};

/** What only an application has; its id is its candidate's. */
export const applicationRecord = record(
  'application',
  {
    id: id(),
    noticeVersion: int(),
    noticeVersionId: ref(),
    address: nullable(encrypted()),
    /** Null: nothing told, or erased; so are the papers. */
    facts: nullable(sealedJson<Facts>()),
    route: nullable(text(64)),
    assessment: nullable(sealedJson<StoredAssessment>()),
    /** Their files are attached to the candidate. */
    papers: nullable(sealedJson<readonly StoredPaper[]>()),
    signatureFileId: nullable(ref()),
    fees: nullable(json<readonly FeeLine[]>()),
    changedFields: json<readonly RemarkField[]>(),
    /** Those before the last return, for one that is taken back; null: it was not returned, or before they were kept. */
    changedBefore: nullable(json<readonly RemarkField[]>()),
    /** What it said when it was sent back last; null: it was not, or before marks were kept. */
    returnedMarks: nullable(json<Readonly<Record<RemarkField, string>>>()),
    /** Why it must be looked at by itself, as a list `condition,mended`; null: nothing. Of the last time it was handed in. */
    doubts: nullable(text(80)),
    /** How often it was returned; the remarks of the last round are the ones to answer. */
    round: int(),
    rejection: nullable(sealedText(400)),
    /** The day it was ended because its person may not take part: who else it concerns hears no reason. */
    barredOn: nullable(day()),
    /** When what was signed was put right; null: it stands as it was handed in. */
    correctedOn: nullable(day()),
    /** The photo's file that staff looked at among the others; null, or another file than the photo now: nobody has. */
    portraitSeen: nullable(ref()),
    portraitSeenBy: nullable(ref()),
    portraitSeenAt: nullable(instant()),
    /** Handed in at a counter: originals and a signature by hand stand for scans and the signature on the screen. */
    atCounter: bool(),
    /** Whoever began it was told that it gives up passes that are kept, and meant it. */
    forfeitsPasses: bool(),
  },
  { foreign: { fk_application_candidate: { column: 'id', references: 'candidate', onDelete: 'CASCADE' } } },
);
export type ApplicationRow = Row<typeof applicationRecord>;

/**
 * One application to one offering of one session: what only it has, its candidate, and where that candidate stands in the
 * session. `version` is the participant's; the guard of every change is `participantId`.
 */
export type Application = ApplicationRow &
  Candidate &
  Omit<Participant, 'id' | 'candidateId' | 'eventId' | 'kind'> & {
    readonly participantId: string;
    readonly sessionId: string;
  };

/** What a reviewer asked to mend, per field and round; beside it why an approval was given, or taken back. */
export const remarkRecord = record(
  'application_remark',
  {
    id: id(),
    applicationId: ref(),
    round: int(),
    position: int(),
    field: word<EarlierField>(),
    text: sealedText(200),
    byAccountId: ref(),
    at: instant(),
  },
  {
    index: { ix_application_remark: ['applicationId', 'round', 'position'] },
    foreign: { fk_application_remark: { column: 'applicationId', references: 'application', onDelete: 'CASCADE' } },
  },
);
export type StoredRemark = Row<typeof remarkRecord>;
