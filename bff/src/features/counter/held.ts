import { type Held, held } from '../../platform/held';
import { slipRecord } from './slip.record';

/** What a counter noted of an application. */
export const heldHere: readonly Held[] = [
  held(slipRecord, {
    kind: 'application',
    whose: 'candidate',
    by: 'candidateId',
    ours: ['code', 'confirmedBy', 'originals', 'queuedAt', 'queuedBy', 'outcome'],
    over: 'row',
  }),
];
