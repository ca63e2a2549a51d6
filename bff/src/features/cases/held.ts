import { type Held, held } from '../../platform/held';
import { caseRecord } from './case.record';

/** What staff had to decide about somebody. */
export const heldHere: readonly Held[] = [
  held(caseRecord, {
    kind: 'payment',
    whose: 'candidate',
    by: 'candidateId',
    // who the other one is in a case of two, and who of the staff decided, is not this person's to know
    ours: ['caseKey', 'otherCandidateId', 'resolvedBy', 'refundAskedBy'],
    over: { resolution: null, refundNote: null },
  }),
];
