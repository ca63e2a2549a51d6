import type { LocalDate } from '@jikaotong/shared/kernel';
import type { DocumentType, Origin, SubjectCode } from '@jikaotong/shared/notice';
import type { Charge } from '@jikaotong/shared/rules/fees';
import type { PhotoFacts } from '@jikaotong/shared/rules/photo';
import { type Row, day, encrypted, id, instant, json, nullable, record, ref, text, word } from '../../platform/db';

export type CandidateKind = 'application' | 'entry';
/** The 补考方案 that a retake follows, with what it charges in place of the notice. */
export type RetakeSchemeUsed = {
  readonly id: string;
  readonly version: number;
  readonly from: LocalDate;
  readonly charges: readonly Charge[];
};
export type StoredPhoto = { readonly fileId: string; readonly facts: PhotoFacts };

/**
 * One enrolment: somebody in one offering of one session, or in one competition, with the person as given. Its id is the
 * id of the application or entry that holds what only that kind has.
 *
 * Three unique keys within `scope`, set while the enrolment lives and null when it has ended: `accountKey` from the draft
 * on, `documentKey` from submission on, so that a draft with somebody else's number blocks nobody, and `personKey` from
 * approval on. A submission whose document is taken lives without `documentKey` and cannot be approved.
 */
export const candidateRecord = record(
  'candidate',
  {
    id: id(),
    kind: word<CandidateKind>(),
    bodyId: ref(),
    noticeId: text(64),
    offeringCode: text(64),
    /** Null for whoever was written down by others: a list, a roster. */
    accountId: nullable(ref()),
    unitId: nullable(ref()),
    personId: nullable(ref()),
    /** The subjects taken; null: all of the offering. */
    subjects: nullable(json<readonly SubjectCode[]>()),
    /** The first sitting whose passes a retake builds on; null: all subjects anew. */
    retakeOfId: nullable(ref()),
    /** One retake of a first sitting at a time: set while it lives, null when it has ended. */
    retakeKey: nullable(text(60)),
    /** Null: the exam mode is that of the first sitting, or all subjects are taken anew. */
    retakeScheme: nullable(json<RetakeSchemeUsed>()),
    /** Within what one is enrolled once: `sessionId:offering` of an application, the notice of an entry. */
    scope: text(110),
    accountKey: nullable(text(160)),
    documentKey: nullable(text(180)),
    personKey: nullable(text(160)),

    name: nullable(text(60)),
    origin: nullable(word<Origin>()),
    documentType: nullable(word<DocumentType>(40)),
    documentNumber: nullable(encrypted()),
    documentIndex: nullable(text(64)),
    documentTailIndex: nullable(text(64)),
    documentExpiresOn: nullable(day()),
    birthDate: nullable(encrypted()),
    sex: nullable(encrypted()),
    phone: nullable(encrypted()),
    phoneIndex: nullable(text(64)),
    phoneTailIndex: nullable(text(64)),
    employer: nullable(encrypted()),
    photo: nullable(json<StoredPhoto>()),
    createdAt: instant(),
    /** What was erased when its time was over: photo and scans, or all but that there was somebody. */
    erased: nullable(word<'scans' | 'record'>()),
  },
  {
    unique: {
      uq_candidate_account: ['accountKey'],
      uq_candidate_document: ['documentKey'],
      uq_candidate_person: ['personKey'],
      uq_candidate_retake: ['retakeKey'],
    },
    index: {
      ix_candidate_account: ['accountId', 'id'],
      ix_candidate_scope: ['scope', 'documentIndex'],
      ix_candidate_document: ['documentIndex', 'id'],
      ix_candidate_document_tail: ['documentTailIndex'],
      ix_candidate_phone: ['phoneIndex'],
      ix_candidate_phone_tail: ['phoneTailIndex'],
      ix_candidate_name: ['name'],
      ix_candidate_person: ['personId', 'bodyId'],
      ix_candidate_retake: ['retakeOfId'],
    },
  },
);
export type Candidate = Row<typeof candidateRecord>;

/** Which files are attached to whose enrolment; what a reviewer may open. */
export const candidateFileRecord = record(
  'candidate_file',
  { id: id(), candidateId: ref(), fileId: ref() },
  {
    index: { ix_candidate_file: ['fileId'], ix_candidate_file_of: ['candidateId'] },
    foreign: { fk_candidate_file: { column: 'candidateId', references: 'candidate', onDelete: 'CASCADE' } },
  },
);
