import { type Held, held } from '../../platform/held';
import { unitAgentRecord } from './unit.record';

/** For whom an account acts; without the account nobody does. */
export const heldHere: readonly Held[] = [
  held(unitAgentRecord, { kind: 'account', whose: 'account', by: 'accountId', ours: ['liveKey'], over: 'row' }),
];
