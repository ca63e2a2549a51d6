import type { CertificateView } from '@jikaotong/shared/contract';
import type { DocumentType } from '@jikaotong/shared/notice';
import { type Row, day, encrypted, id, instant, json, record, ref, text, word } from '../../platform/db';

/**
 * A certificate as it was printed: it stands by itself when the application's papers are gone. One per candidate; its
 * number is never used again, also when it is void.
 */
export const certificateRecord = record(
  'certificate',
  {
    id: id(),
    bodyId: ref(),
    sessionId: ref(),
    candidateId: ref(),
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
  },
  {
    unique: { uq_certificate_number: ['number'], uq_certificate_candidate: ['candidateId'] },
    index: { ix_certificate_list: ['sessionId', 'number', 'id'], ix_certificate_person: ['personId'] },
    foreign: {
      fk_certificate_candidate: { column: 'candidateId', references: 'candidate', onDelete: 'RESTRICT' },
    },
  },
);
export type Certificate = Row<typeof certificateRecord>;
