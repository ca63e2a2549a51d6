export { CounterDaysView } from './counter-days-view';
export { SlipScreen } from './slip-screen';
