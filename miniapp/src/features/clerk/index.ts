export { CounterScreen } from './counter-screen';
export { DeskScreen } from './desk-screen';
export { SlipByCode } from './slip-by-code';
export { WalkInScreen } from './walk-in-screen';
