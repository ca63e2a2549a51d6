import { type Held, held } from '../../platform/held';
import { sittingRecord, ticketRecord } from './sitting.record';

/** Where somebody sat, and the ticket that said so; its number is taken from a series and never given again. */
export const heldHere: readonly Held[] = [
  held(sittingRecord, {
    kind: 'exam',
    whose: 'participant',
    by: 'participantId',
    ours: ['slot', 'place', 'byRoom', 'bySubject', 'bySeat'],
    over: 'row',
  }),
  held(ticketRecord, {
    kind: 'exam',
    whose: 'participant',
    by: 'participantId',
    ours: ['liveKey', 'keyId'],
    over: 'row',
  }),
];
