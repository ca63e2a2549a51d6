export { ClaimScreen } from './claim-screen';
export { CounterDaysView } from './counter-days-view';
export { SlipScreen } from './slip-screen';
