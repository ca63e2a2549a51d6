export { type Fee, type FeeLine, type FeeRefusal, feeOf } from './fee-of';
export {
  ATTEMPT_METHODS,
  type AttemptMethod,
  type MerchantMethod,
  PAY_CHANNELS,
  PAY_METHODS,
  PRINTED_METHODS,
  type PayMethod,
  RECEIPT_METHODS,
} from './pay-methods';
