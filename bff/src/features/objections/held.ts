import { type Held, held } from '../../platform/held';
import { objectionRecord } from './objection.record';

/** What was objected to in somebody's line; who objects, and why, is not that person's to know. */
export const heldHere: readonly Held[] = [
  held(objectionRecord, {
    kind: 'exam',
    whose: 'participant',
    by: 'participantId',
    ours: ['receipt', 'liveKey', 'reasons', 'objectorName', 'objectorPhone', 'answer', 'decidedBy', 'settledBy'],
    over: 'row',
  }),
];
