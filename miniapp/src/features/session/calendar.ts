export { useCalendar } from '../notice';
