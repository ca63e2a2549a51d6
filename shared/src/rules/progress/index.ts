export {
  ACTIONS,
  ACTION_REFUSALS,
  type Action,
  type ActionRefusal,
  actorOf,
  deadlineOf,
  may,
  mendingClosesOn,
  publicityRuns,
} from './actions';
export {
  APPLICATION_STATES,
  type ApplicationState,
  type KnownWindow,
  ORDER_STATES,
  type OrderState,
  type ProgressFacts,
  type SessionChangeFacts,
  type SessionFacts,
} from './progress-facts';
export { type LaterPaper, isStillToCome, laterPapersOf } from './later-papers';
export { NOTICE_STATES, type NoticeState, comingMonths, printedEntry, printedStanding } from './notice-state';
export { SESSION_STATES, type SessionState, sessionStateOf } from './session-state';
export { statesThatAre } from './state-traits';
export { type BlockedAction, type NextAction, type Progress, STAGES, type Stage, stageOf } from './stage-of';
export { type TimeRefusal, notAfter, notBefore, spanOf, withinWindow } from './within-window';
