import { type Held, held } from '../../platform/held';
import { importedRecord } from './imported-record.record';

/** What was brought in from before: a register as the certificates are, or nobody could check them any more. */
export const heldHere: readonly Held[] = [
  held(importedRecord, {
    kind: 'certificate',
    whose: 'person',
    by: 'personId',
    ours: [
      'recordKey',
      'turn',
      'confirmedBy',
      'importedBy',
      'pendingBy',
      'proposed',
      'ticketIndex',
      'phoneIndex',
      'claimedBy',
    ],
    over: {},
  }),
];
