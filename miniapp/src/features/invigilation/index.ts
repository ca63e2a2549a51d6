export { DoorCountsScreen } from './counts-screen';
export { DifferingPart } from './differing-part';
export { DoorScreen } from './door-screen';
export { DutyPlanScreen } from './plan-screen';
export { JoinScreen } from './join-screen';
export { TodayScreen } from './today-screen';
