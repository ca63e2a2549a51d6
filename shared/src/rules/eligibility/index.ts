export { assessEntrant } from './assess-entrant';
export {
  type Question,
  type RouteTrace,
  WHOLE_NOTICE_ROUTE,
  assess,
  nextQuestion,
  routeDocuments,
  traceOf,
} from './assess';
export {
  type Assessment,
  DOUBTS,
  type Doubt,
  type DoubtCode,
  type ReasonData,
  SHORTFALLS,
  type RouteAssessment,
  type Shortfall,
  type ShortfallCode,
  type Standing,
  type Trace,
  type Verdict,
  VERDICTS,
} from './assessment';
export { deniedDoubts } from './denied';
export {
  type DoubtedWord,
  RULED_DOUBTS,
  type RuledDoubt,
  type Ruling,
  doubtedKey,
  doubtedWords,
  isSettled,
} from './rulings';
export { type NearestMiss, nearestMiss } from './nearest-miss';
export { questionAsked } from './question-asked';
export { referenceDayOf } from './reference-day';
export { type RetirementLine, retirementDay, retirementDelay } from './retirement';
