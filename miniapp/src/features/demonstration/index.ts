export { ClockBar } from './clock-bar';
export { useNow, useToday } from './use-today';
