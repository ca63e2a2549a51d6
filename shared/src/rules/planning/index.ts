export { type Capacity, type Expected, type PaperNeed, capacityOf, daysOf, paperNeeds } from './capacity';
export { type ExamShift, examShiftsOf, roundMinutes, shiftIdOf } from './exam-shifts';
export { type PlanCaution, planCautions } from './plan-cautions';
export { type PlanConflict, planConflicts, roomsElsewhere } from './plan-conflicts';
export {
  type PlannedPaper,
  type PlannedPlaces,
  type PlannedRoom,
  type PlannedSite,
  ROOM_KINDS,
  type RoomKind,
} from './planned-places';
