export { numberRecord } from './number.record';
export { nextNumber, takeNumbers } from './take-numbers';
