export { SeatingScreen } from './seating-screen';
