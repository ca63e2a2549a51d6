export { ANNOUNCED_YEARS } from './announced-years';
export { type Calendar, type CalendarGap, type CalendarYear } from './calendar-year';
export { type CalendarYearFault, checkCalendarYear, workedDayFault } from './check-year';
export {
  type CounterState,
  type LastCounterDay,
  counterState,
  lastCounterDay,
  lastCounterDayOf,
} from './counter-state';
export { type DaysAhead, choiceDayFault, dayBehind, lastChoiceDay } from './days-ahead';
export { keptRowOf, lastDayOfYears } from './kept';
export { type LastApplicationDay, lastApplicationDay } from './last-application-day';
export { paymentOpensOf } from './payment-opens';
export { printedDays } from './printed-days';
export { type SessionDays, type TimedNotice } from './resolve-boundary';
export { type StageDayFault, isBeforeEntryCloses, isOutsidePrinted, lastDayOf, stageDayFault } from './stage-day';
export {
  type UnknownDay,
  type WindowEnd,
  type WindowTrouble,
  WINDOW_WARNINGS,
  type WindowWarning,
  type WindowWarningCode,
} from './window-warning';
export {
  type SessionWindow,
  type SessionWindows,
  nextWindowEvents,
  resultCountsOf,
  windowOf,
  windowsOf,
} from './windows-of';
export { addWorkdays, isDayOff, isWorkday, workdaysBetween } from './workdays';
