export { type Clock, type Now, clockRecord, demonstrationClock, nowOf, wallClock } from './clock';
