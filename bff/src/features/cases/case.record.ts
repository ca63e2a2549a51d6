import type { CaseView } from '@jikaotong/shared/contract';
import { wordsIn } from '../../platform/crypto';
import { type Row, fenAmount, id, instant, nullable, record, ref, sealedText, text, word } from '../../platform/db';

export type CaseKind = CaseView['kind'];

/**
 * Something a person must decide. `caseKey` names its cause (`paid-twice:<attempt>`), so that a cause told twice opens
 * one case.
 */
export const caseRecord = record(
  'open_case',
  {
    id: id(),
    caseKey: text(120),
    bodyId: ref(),
    kind: word<CaseKind>(),
    candidateId: nullable(ref()),
    otherCandidateId: nullable(ref()),
    orderId: nullable(ref()),
    attemptId: nullable(ref()),
    amountFen: nullable(fenAmount()),
    /** Who wants the money sent back, while a second person has not agreed. */
    refundAskedBy: nullable(ref()),
    refundAskedAt: nullable(instant()),
    refundNote: nullable(sealedText(400)),
    state: word<'open' | 'resolved'>(),
    openedAt: instant(),
    resolvedAt: nullable(instant()),
    resolvedBy: nullable(ref()),
    resolution: nullable(sealedText(400)),
  },
  {
    unique: { uq_open_case_key: ['caseKey'] },
    index: {
      ix_open_case_body: ['bodyId', 'openedAt', 'id'],
      ix_open_case_candidate: ['candidateId', 'state'],
      ix_open_case_other_candidate: ['otherCandidateId', 'state'],
    },
  },
);
export type Case = Row<typeof caseRecord>;

/** What staff wrote when they decided it, or asked that the money go back. */
export const caseWords = wordsIn<'refundNote' | 'resolution'>('open_case');
