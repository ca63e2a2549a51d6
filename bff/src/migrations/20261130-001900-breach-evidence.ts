import { type Migration, id, instant, ref, word } from '../platform/db';

/** Photos and documents beside a breach, of the body and of the person. */
export const breachEvidence: Migration = {
  name: '20261130-001900-breach-evidence',
  up: (schema) =>
    schema.table(
      'breach_evidence',
      {
        id: id(),
        breachId: ref(),
        candidateId: ref(),
        fileId: ref(),
        side: word(),
        addedBy: ref(),
        addedAt: instant(),
      },
      {
        unique: { uq_breach_evidence: ['fileId'] },
        index: { ix_breach_evidence: ['breachId', 'id'], ix_breach_evidence_candidate: ['candidateId'] },
        foreign: { fk_breach_evidence: { column: 'breachId', references: 'breach', onDelete: 'CASCADE' } },
      },
    ),
};
