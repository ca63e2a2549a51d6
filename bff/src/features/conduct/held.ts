import { type Held, held } from '../../platform/held';
import { banRecord, breachRecord } from './breach.record';
import { evidenceRecord } from './evidence.record';

/** What was decided of how somebody behaved; a ban is kept at least as long as it runs. */
export const heldHere: readonly Held[] = [
  held(breachRecord, {
    kind: 'application',
    whose: 'candidate',
    by: 'candidateId',
    ours: ['causeKey', 'conductId', 'openedBy', 'proposedBy', 'decidedBy', 'appealBy'],
    over: 'row',
  }),
  held(evidenceRecord, {
    kind: 'application',
    whose: 'candidate',
    by: 'candidateId',
    ours: ['fileId', 'addedBy'],
    over: 'row',
  }),
  held(banRecord, {
    kind: 'identity',
    whose: 'person',
    by: 'personId',
    ours: ['liveKey', 'liftedBy', 'liftProposedBy'],
    over: 'row',
  }),
];
