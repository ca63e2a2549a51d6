import { type Held, held } from '../../platform/held';
import { messageRecord } from '../../platform/outbox';
import { staffMessageRecord } from './staff-message.record';
import { textMessageRecord } from './text-message.record';

/** What an account was told, and which of it came by SMS. */
export const heldHere: readonly Held[] = [
  held(messageRecord, { kind: 'messages', whose: 'account', by: 'accountId', over: 'row' }),
  held(staffMessageRecord, {
    kind: 'messages',
    whose: 'candidate',
    by: 'candidateId',
    ours: ['byAccountId'],
    over: 'row',
  }),
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
