import type { REMARK_FIELDS } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import type { DocumentType, Facts, Origin } from '@jikaotong/shared/notice';
import type { Assessment } from '@jikaotong/shared/rules/eligibility';
import type { FeeLine } from '@jikaotong/shared/rules/fees';
import type { PhotoFacts } from '@jikaotong/shared/rules/photo';
import type { ApplicationState, OrderState } from '@jikaotong/shared/rules/progress';
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
export type { ApplicationState };

export type RemarkField = (typeof REMARK_FIELDS)[number];

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
};
export type StoredPhoto = { readonly fileId: string; readonly facts: PhotoFacts };

/**
 * One application to one offering of one session, with the candidate as she submitted herself.
 *
 * Two unique keys, set while it lives and null when it has ended: `accountKey` (session:offering:account) from the draft
 * on, `documentKey` (session:offering:document) from submission on, so that a draft with somebody else's number blocks
 * nobody. A submission whose document is taken lives without `documentKey` and cannot be approved.
 */
export const applicationRecord = record(
  'application',
  {
    id: id(),
    version: int(),
    accountId: ref(),
    bodyId: ref(),
    noticeId: text(64),
    noticeVersion: int(),
    noticeVersionId: ref(),
    sessionId: ref(),
    offeringCode: text(64),
    state: word<ApplicationState>(),
    accountKey: nullable(text(180)),
    documentKey: nullable(text(220)),
    personId: nullable(ref()),

    name: nullable(text(60)),
    origin: nullable(word<Origin>()),
    documentType: nullable(word<DocumentType>(40)),
    documentNumber: nullable(encrypted()),
    documentIndex: nullable(text(64)),
    documentTailIndex: nullable(text(64)),
    documentExpiresOn: nullable(day()),
    birthDate: nullable(day()),
    sex: nullable(word<'male' | 'female'>()),
    phone: nullable(encrypted()),
    phoneIndex: nullable(text(64)),
    phoneTailIndex: nullable(text(64)),
    employer: nullable(text(80)),
    address: nullable(encrypted()),

    facts: json<Facts>(),
    route: nullable(text(64)),
    assessment: nullable(json<StoredAssessment>()),
    papers: json<readonly StoredPaper[]>(),
    photo: nullable(json<StoredPhoto>()),
    signatureFileId: nullable(ref()),
    fees: nullable(json<readonly FeeLine[]>()),
    changedFields: json<readonly RemarkField[]>(),
    /** How often it was returned; the remarks of the last round are the ones to answer. */
    round: int(),
    rejection: nullable(text(400)),

    createdAt: instant(),
    submittedAt: nullable(instant()),
    firstSubmittedOn: nullable(day()),
    /** Handed in at a counter: originals and a signature by hand stand for scans and the signature on the screen. */
    atCounter: bool(),
    decidedAt: nullable(instant()),

    // what later steps report, told by the features to the right (see progress.ts)
    orderState: nullable(word<OrderState>()),
    transferClaimed: bool(),
    paidAt: nullable(instant()),
    seated: bool(),
    ticketIssuedAt: nullable(instant()),
    resultsComplete: bool(),
    resultsPublishedOn: nullable(day()),
    outcome: nullable(word<'passed' | 'failed' | 'absent'>()),
    scoreReviewOpen: bool(),
    retakeUntil: nullable(day()),
    certificate: nullable(word<'issued' | 'void'>()),
    certificateIssuedOn: nullable(day()),

    // the act that moved or cancelled her session, and what she said to it (see change/)
    changeId: nullable(ref()),
    changeKind: nullable(word<'moved' | 'cancelled'>()),
    /** Null: nothing is asked of her, such as of a draft. */
    changeUntil: nullable(day()),
    changeChoice: nullable(word<'keep' | 'leave'>()),
    /** Where it stood when the session was cancelled; it goes on from there in another one. */
    stateBeforeChange: nullable(word<ApplicationState>()),
  },
  {
    unique: { uq_application_account: ['accountKey'], uq_application_document: ['documentKey'] },
    index: {
      ix_application_account: ['accountId', 'createdAt'],
      ix_application_session: ['sessionId', 'state', 'submittedAt'],
      ix_application_body: ['bodyId', 'submittedAt'],
      ix_application_document: ['documentIndex'],
      ix_application_document_tail: ['documentTailIndex'],
      ix_application_phone: ['phoneIndex'],
      ix_application_phone_tail: ['phoneTailIndex'],
      ix_application_name: ['name'],
      ix_application_change: ['changeId'],
    },
  },
);
export type Application = Row<typeof applicationRecord>;

/** What a reviewer asked to mend, per field and round. */
export const remarkRecord = record(
  'application_remark',
  {
    id: id(),
    applicationId: ref(),
    round: int(),
    position: int(),
    field: word<RemarkField>(),
    text: text(200),
    byAccountId: ref(),
    at: instant(),
  },
  {
    index: { ix_application_remark: ['applicationId', 'round', 'position'] },
    foreign: { fk_application_remark: { column: 'applicationId', references: 'application', onDelete: 'CASCADE' } },
  },
);
export type StoredRemark = Row<typeof remarkRecord>;

/** Which files are attached to which application; what a reviewer may open. */
export const applicationFileRecord = record(
  'application_file',
  { id: id(), applicationId: ref(), fileId: ref() },
  {
    index: { ix_application_file: ['fileId'], ix_application_file_of: ['applicationId'] },
    foreign: { fk_application_file: { column: 'applicationId', references: 'application', onDelete: 'CASCADE' } },
  },
);
