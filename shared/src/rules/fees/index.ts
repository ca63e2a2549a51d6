export { type Charge, type Fee, type FeeLine, type FeeRefusal, feeOf } from './fee-of';
export { groupedLines } from './grouped-lines';
export {
  ATTEMPT_STATES,
  type AttemptState,
  RECEIPT_STATES,
  REFUND_STATES,
  type ReceiptState,
  type RefundState,
  attemptStatesThatAre,
  receiptStatesThatAre,
  refundStatesThatAre,
} from './money-states';
export {
  ATTEMPT_METHODS,
  ATTEMPT_PAYS_BY,
  type AttemptMethod,
  type AttemptThrough,
  MERCHANT_METHODS,
  type MerchantMethod,
  PAY_CHANNELS,
  PAY_METHODS,
  type PayMethod,
  RECEIPT_METHODS,
  methodsPrintedAs,
} from './pay-methods';
