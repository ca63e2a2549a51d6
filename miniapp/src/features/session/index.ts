export { useCalendar } from './calendar';
export { CancelScreen } from './cancel-screen';
export { MoveScreen } from './move-screen';
export { PlacesScreen } from './places-screen';
export { PlanScreen } from './plan-screen';
export { SessionScreen } from './session-screen';
export { WindowsScreen } from './windows-screen';
export { WorkbenchScreen } from './workbench-screen';
