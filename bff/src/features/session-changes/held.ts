import { type Held, held } from '../../platform/held';
import { answerRecord } from './answer.record';

/** What somebody answered when a session was moved or cancelled. */
export const heldHere: readonly Held[] = [
  held(answerRecord, { kind: 'application', whose: 'participant', by: 'participantId', over: 'row' }),
];
