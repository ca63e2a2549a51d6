import type { CertificateView } from '@jikaotong/shared/contract';
import type { DocumentType } from '@jikaotong/shared/notice';
import { wordsIn } from '../../platform/crypto';
import {
  type Row,
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

/**
 * A certificate as it was printed: it stands by itself when the application's papers are gone. One that holds per candidate;
 * its number is never used again, also when it is void.
 */
export const certificateRecord = record(
  'certificate',
  {
    id: id(),
    bodyId: ref(),
    sessionId: ref(),
    candidateId: ref(),
    /** The candidate's while it holds: one at a time; null once it is void. */
    liveKey: nullable(ref()),
    personId: ref(),
    /** Issued in one act. */
    batchId: ref(),
    number: text(22),
    state: word<'issued' | 'void'>(),
    name: text(60),
    documentType: word<DocumentType>(40),
    documentNumber: encrypted(),
    photoFileId: ref(),
    offering: json<CertificateView['offering']>(),
    bodyName: text(80),
    issuedOn: day(),
    issuedAt: instant(),
    issuedBy: ref(),
    /** What its QR says, signed. */
    token: text(800),
    /** When what it prints was put right: it holds until it is replaced. */
    outdatedAt: nullable(instant()),
    voidedAt: nullable(instant()),
    voidedBy: nullable(ref()),
    voidReason: nullable(sealedText(200)),
    /** The certificate that stands for this one. */
    replacedById: nullable(ref()),
    /** How often its paper was lost and printed again under the same number, and last when, by whom and why. */
    duplicates: int(),
    duplicatedOn: nullable(day()),
    duplicatedBy: nullable(ref()),
    duplicateReason: nullable(sealedText(200)),
    /** When staff confirmed that the official look-up shows it; null: 待上传. */
    registeredOn: nullable(day()),
    registeredBy: nullable(ref()),
  },
  {
    unique: {
      uq_certificate_number: ['number'],
      uq_certificate_live: ['liveKey'],
      uq_certificate_replaced: ['replacedById'],
    },
    index: {
      ix_certificate_candidate: ['candidateId', 'issuedAt'],
      ix_certificate_list: ['sessionId', 'number', 'id'],
      ix_certificate_person: ['personId'],
    },
    foreign: {
      fk_certificate_candidate: { column: 'candidateId', references: 'candidate', onDelete: 'RESTRICT' },
    },
  },
);
export type Certificate = Row<typeof certificateRecord>;

/** Why it is void, and why it was printed again. */
export const certificateWords = wordsIn<'voidReason' | 'duplicateReason'>('certificate');
