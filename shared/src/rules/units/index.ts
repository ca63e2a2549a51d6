export { isUnitCode } from './unit-code';
