import { type Held, held } from '../../platform/held';
import { messageRecord } from '../../platform/outbox';

/** What an account was told. */
export const heldHere: readonly Held[] = [
  held(messageRecord, { kind: 'messages', whose: 'account', by: 'accountId', over: 'row' }),
];
