import { CalendarScreen } from '../../../features/calendar';

export default CalendarScreen;
