export {
  ACTIONS,
  type Action,
  type ActionRefusal,
  actorOf,
  deadlineOf,
  may,
  mendingClosesOn,
  publicityRuns,
} from './actions';
export {
  type ApplicationState,
  type KnownWindow,
  type OrderState,
  type ProgressFacts,
  type SessionChangeFacts,
  type SessionFacts,
} from './progress-facts';
export { NOTICE_STATES, type NoticeState, comingMonths, printedEntry, printedStanding } from './notice-state';
export { type SessionState, sessionStateOf } from './session-state';
export { type BlockedAction, type NextAction, type Progress, STAGES, type Stage, stageOf } from './stage-of';
export { type TimeRefusal, notAfter, notBefore, spanOf, withinWindow } from './within-window';
