export { ANNOUNCED_YEARS } from './announced-years';
export { type Calendar, type CalendarGap, type CalendarYear } from './calendar-year';
export { type CounterState, counterState, lastCounterDay } from './counter-state';
export { type SessionDays, type TimedNotice, lastDayOfYears } from './resolve-boundary';
export {
  type UnknownDay,
  type WindowEnd,
  type WindowTrouble,
  type WindowWarning,
  type WindowWarningCode,
} from './window-warning';
export { type SessionWindow, type SessionWindows, nextMoments, windowOf, windowsOf } from './windows-of';
export { addWorkdays, isWorkday, workdaysBetween } from './workdays';
