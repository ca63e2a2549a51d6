export { ClockBar } from './clock-bar';
export { useToday } from './use-today';
