export { numberRecord } from './number.record';
export { takeNumbers } from './take-numbers';
