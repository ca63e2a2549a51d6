import type { EvidenceSide } from '@jikaotong/shared/contract';
import { type Row, id, instant, record, ref, word } from '../../platform/db';

/** A photo or document beside a breach, of the body or of the person; the file itself is sealed as every file. */
export const evidenceRecord = record(
  'breach_evidence',
  {
    id: id(),
    breachId: ref(),
    candidateId: ref(),
    fileId: ref(),
    side: word<EvidenceSide>(),
    addedBy: ref(),
    addedAt: instant(),
  },
  {
    unique: { uq_breach_evidence: ['fileId'] },
    index: { ix_breach_evidence: ['breachId', 'id'], ix_breach_evidence_candidate: ['candidateId'] },
    foreign: { fk_breach_evidence: { column: 'breachId', references: 'breach', onDelete: 'CASCADE' } },
  },
);
export type StoredEvidence = Row<typeof evidenceRecord>;
