import { type Held, held } from '../../platform/held';
import { attemptRecord, receiptRecord, refundRecord } from './payment.record';
import { orderLineRecord, orderRecord } from './order.record';
import { NO_ACCOUNT, returnRecord } from './return.record';

/** Vouchers of a body's accounts: what was owed, paid and given back. Amounts stay when the words about them go. */
export const heldHere: readonly Held[] = [
  held(orderRecord, { kind: 'payment', whose: 'order', by: 'id', ours: ['turn'], over: { accountId: null } }),
  held(orderLineRecord, { kind: 'payment', whose: 'order', by: 'orderId', ours: ['openKey'], over: { openKey: null } }),
  held(attemptRecord, {
    kind: 'payment',
    whose: 'order',
    by: 'orderId',
    ours: ['merchantId', 'prepay'],
    over: { prepay: null },
  }),
  held(receiptRecord, {
    kind: 'payment',
    whose: 'order',
    by: 'orderId',
    ours: ['decidedBy', 'undoAskedBy'],
    over: { reference: null, voucherFileId: null, reason: null, undoReason: null },
  }),
  held(refundRecord, { kind: 'payment', whose: 'order', by: 'orderId', ours: ['requestedBy'], over: { reason: null } }),
  held(returnRecord, {
    kind: 'payment',
    whose: 'order',
    by: 'orderId',
    ours: ['endedBy'],
    over: { reason: null, ...NO_ACCOUNT },
  }),
];
