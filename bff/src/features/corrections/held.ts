import { type Held, held } from '../../platform/held';
import { correctionRecord } from './correction.record';

/** What somebody asked to have put right, and what was said to it. */
export const heldHere: readonly Held[] = [
  held(correctionRecord, {
    kind: 'application',
    whose: 'candidate',
    by: 'candidateId',
    ours: ['openKey', 'decidedBy'],
    over: 'row',
  }),
];
