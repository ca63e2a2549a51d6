import type { CorrectionField, CorrectionState, DocumentReason } from '@jikaotong/shared/contract';
import { type Row, encrypted, id, instant, json, nullable, record, ref, sealedText, word } from '../../platform/db';
import type { StoredPhoto } from '../candidates';

/**
 * What a candidate asks to have put right. `openKey` is the application while it waits for a decision, and null after: one at
 * a time. The id is its case's.
 */
export const correctionRecord = record(
  'correction',
  {
    id: id(),
    bodyId: ref(),
    candidateId: ref(),
    openKey: nullable(ref()),
    state: word<CorrectionState>(),
    fields: json<readonly CorrectionField[]>(),
    documentReason: nullable(word<DocumentReason>()),
    /** The whole identity as it was and as it shall be, as JSON, sealed. */
    identityBefore: encrypted(),
    identityAfter: encrypted(),
    photoBefore: nullable(json<StoredPhoto>()),
    photoAfter: nullable(json<StoredPhoto>()),
    reason: sealedText(200),
    evidence: json<readonly string[]>(),
    refusal: nullable(sealedText(200)),
    askedAt: instant(),
    decidedAt: nullable(instant()),
    decidedBy: nullable(ref()),
  },
  {
    unique: { uq_correction_open: ['openKey'] },
    index: { ix_correction_candidate: ['candidateId', 'id'] },
    foreign: { fk_correction_candidate: { column: 'candidateId', references: 'candidate', onDelete: 'CASCADE' } },
  },
);
export type Correction = Row<typeof correctionRecord>;
