export { type DoorGuest, type DoorList, type DoorPlace } from './door-list';
export { ASSUMED_GRACE_MINUTES, CLOCK_TOLERANCE_MS, dutyHours } from './duty-hours';
export { type DoorCode, type DoorVerdict, type ScannedCode, graceEndsMs, judgeGuest, judgeScan } from './judge-scan';
export { MARK_DIGITS, markOf } from './mark-of';
export { type MergedPaper, type PaperSeat, mergePaper, readSeats, stateAgainstPaper } from './paper';
export {
  ATTENDANCE_WAYS,
  type AttendanceWay,
  CHECK_IN_WAYS,
  type CheckInWay,
  type DoorAct,
  type DoorActKind,
  type DoorQueue,
  EMPTY_QUEUE,
  type Standing,
  type Told,
  standings,
} from './queue';
