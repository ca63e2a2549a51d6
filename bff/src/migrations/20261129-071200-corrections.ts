import { type Migration, encrypted, id, instant, json, nullable, ref, text, word } from '../platform/db';

/** What candidates ask to have put right after handing in. */
export const corrections: Migration = {
  name: '20261129-071200-corrections',
  up: (schema) =>
    schema.table(
      'correction',
      {
        id: id(),
        bodyId: ref(),
        candidateId: ref(),
        openKey: nullable(ref()),
        state: word(),
        fields: json(),
        documentReason: nullable(word()),
        identityBefore: encrypted(),
        identityAfter: encrypted(),
        photoBefore: nullable(json()),
        photoAfter: nullable(json()),
        reason: text(200),
        evidence: json(),
        refusal: nullable(text(200)),
        askedAt: instant(),
        decidedAt: nullable(instant()),
        decidedBy: nullable(ref()),
      },
      {
        unique: { uq_correction_open: ['openKey'] },
        index: { ix_correction_candidate: ['candidateId', 'id'] },
        foreign: { fk_correction_candidate: { column: 'candidateId', references: 'candidate', onDelete: 'CASCADE' } },
      },
    ),
};
