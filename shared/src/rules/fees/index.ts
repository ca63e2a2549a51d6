export { type Fee, type FeeLine, type FeeRefusal, feeOf } from './fee-of';
