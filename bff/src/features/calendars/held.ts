import { type Held, held } from '../../platform/held';
import { feedRecord, followRecord } from './calendar.record';

/** The notices that somebody follows, and their feed. */
export const heldHere: readonly Held[] = [
  held(followRecord, { kind: 'calendar', whose: 'account', by: 'accountId', over: 'row' }),
  held(feedRecord, { kind: 'calendar', whose: 'account', by: 'accountId', ours: ['tokenHash'], over: 'row' }),
];
