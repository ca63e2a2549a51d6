import { type Held, held } from '../../platform/held';
import { entryRecord, registrationRecord } from './contest.record';

/** What an entry says of its entrant, and one's own record of a registration elsewhere. */
export const heldHere: readonly Held[] = [
  held(entryRecord, {
    kind: 'entry',
    whose: 'candidate',
    by: 'id',
    ours: ['noticeVersionId', 'doubts', 'decidedBy'],
    over: {
      entrantGroup: null,
      groupNote: null,
      unit: null,
      unitType: null,
      coach: null,
      levels: [],
      doubts: null,
      decisionReason: null,
    },
  }),
  held(registrationRecord, {
    kind: 'registration',
    whose: 'account',
    by: 'accountId',
    ours: ['accountKey', 'documentIndex', 'phoneIndex'],
    over: 'row',
  }),
];
