import { type Held, held } from '../../platform/held';
import { messageRecord } from '../../platform/outbox';
import { textMessageRecord } from './text-message.record';

/** What an account was told, and which of it came by SMS. */
export const heldHere: readonly Held[] = [
  held(messageRecord, { kind: 'messages', whose: 'account', by: 'accountId', over: 'row' }),
  held(textMessageRecord, {
    kind: 'messages',
    whose: 'account',
    by: 'accountId',
    ours: ['matter', 'receipt'],
    over: 'row',
  }),
  held(textMessageRecord, {
    kind: 'messages',
    whose: 'candidate',
    by: 'accountId',
    ours: ['matter', 'receipt'],
    over: 'row',
  }),
];
