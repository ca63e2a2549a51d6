import { type Held, held } from '../../platform/held';
import { participantRecord } from './participant.record';

/** Where a candidate stands; what is left is what the counts of an event are made of. */
export const heldHere: readonly Held[] = [
  held(participantRecord, { kind: 'identity', whose: 'candidate', by: 'candidateId', over: { name: null } }),
];
