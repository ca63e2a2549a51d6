export { useCalendar } from './calendar';
export { PlacesScreen } from './places-screen';
export { PlanScreen } from './plan-screen';
export { SessionFilter } from './session-filter';
export { SessionScreen } from './session-screen';
export { WindowsScreen } from './windows-screen';
export { WorkbenchScreen } from './workbench-screen';
