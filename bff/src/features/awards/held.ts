import { type Held, held } from '../../platform/held';
import { awardAccountRecord, awardAnswerRecord, awardRecord, protestRecord, protestStepRecord } from './award.record';
import { coachContactRecord } from './coach-contact.record';

/** What an entrant won, where the money goes, and what was protested. */
export const heldHere: readonly Held[] = [
  held(awardRecord, {
    kind: 'entry',
    whose: 'candidate',
    by: 'candidateId',
    ours: ['unitKey', 'because', 'changedBy', 'paidBy'],
    over: { coach: null, unit: null, unitKey: null, reason: null },
  }),
  held(awardAnswerRecord, { kind: 'entry', whose: 'candidate', by: 'candidateId', ours: ['answeredBy'], over: 'row' }),
  held(awardAccountRecord, {
    kind: 'entry',
    whose: 'candidate',
    by: 'candidateId',
    ours: ['notedBy', 'scanFileId'],
    over: 'row',
  }),
  held(coachContactRecord, { kind: 'entry', whose: 'candidate', by: 'candidateId', ours: ['givenBy'], over: 'row' }),
  held(protestRecord, {
    kind: 'entry',
    whose: 'candidate',
    by: 'candidateId',
    ours: ['openKey', 'decidedBy'],
    over: 'row',
  }),
  held(protestStepRecord, { kind: 'entry', whose: 'candidate', by: 'candidateId', ours: ['takenBy'], over: 'row' }),
];
