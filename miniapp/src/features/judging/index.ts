export { JudgingDeskScreen } from './desk-screen';
export { HeatScreen } from './heat-screen';
export { JoinScreen } from './join-screen';
export { MarkingScreen } from './marking-screen';
export { SheetScreen } from './sheet-screen';
export { TodayScreen } from './today-screen';
