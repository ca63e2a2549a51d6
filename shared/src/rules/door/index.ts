export { type DoorGuest, type DoorList, type DoorPlace } from './door-list';
export { ASSUMED_GRACE_MINUTES, CLOCK_TOLERANCE_MS, dutyHours } from './duty-hours';
export { type DoorCode, type DoorVerdict, type ScannedCode, graceEndsMs, judgeGuest, judgeScan } from './judge-scan';
export { MARK_DIGITS, markOf } from './mark-of';
export { type MergedPaper, type PaperSeat, mergePaper, readSeats } from './paper';
export {
  CHECK_IN_WAYS,
  type CheckInWay,
  DOOR_OUTCOMES,
  type DoorAct,
  type DoorActKind,
  type DoorAnswer,
  type DoorOutcome,
  type DoorQueue,
  EMPTY_QUEUE,
  MOST_AT_ONCE,
  type Standing,
  type Told,
  type Unread,
  addAct,
  countWaiting,
  nextBatch,
  sortOut,
  standings,
  takeAnswers,
} from './queue';
