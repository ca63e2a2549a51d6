export { SeatingScreen } from './seating-screen';
export { PrintsScreen } from './prints-screen';
