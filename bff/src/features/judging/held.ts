import { type Held, held } from '../../platform/held';
import {
  judgeActRecord,
  judgeExceptionRecord,
  judgeMarkRecord,
  judgeRecord,
  judgingFailureRecord,
} from './judging.record';

/** Who judged, and what judges gave somebody; who gave it is not this person's to know. */
export const heldHere: readonly Held[] = [
  held(judgeRecord, {
    kind: 'account',
    whose: 'account',
    by: 'accountId',
    ours: ['phoneIndex', 'linkHash', 'assignedBy', 'heats', 'stations', 'seatAccount', 'voidedBy', 'voidReason'],
    over: { name: '（已注销）', phone: null, phoneIndex: null, linkHash: null, seatAccount: null },
  }),
  held(judgeMarkRecord, {
    kind: 'exam',
    whose: 'candidate',
    by: 'candidateId',
    ours: ['judgeId', 'openBy'],
    over: 'row',
  }),
  held(judgeActRecord, {
    kind: 'exam',
    whose: 'candidate',
    by: 'candidateId',
    ours: ['judgeId', 'nonce', 'byAccountId', 'decidedBy'],
    over: 'row',
  }),
  held(judgeExceptionRecord, {
    kind: 'exam',
    whose: 'candidate',
    by: 'candidateId',
    ours: ['judgeId', 'allowedBy'],
    over: 'row',
  }),
  held(judgingFailureRecord, {
    kind: 'exam',
    whose: 'candidate',
    by: 'candidateId',
    ours: ['againKey', 'notedBy', 'witness'],
    over: 'row',
  }),
];
