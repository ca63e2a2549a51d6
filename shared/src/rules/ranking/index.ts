export { byName } from './by-name';
export { type CombiningRule, combineMarks, outlyingMarks } from './combine-marks';
export { type StageMarks, rankStage, tiesOf } from './rank-stage';
export {
  type AdvanceLine,
  type Advances,
  type Attendance,
  type DecisionFault,
  type GroupRanking,
  type Marks,
  type Ranked,
  type Ranking,
  type RankingRule,
  type TieDecision,
  type Unranked,
} from './ranking';
export { type Republished, advancing, republished } from './republished';
export {
  type RankDifference,
  type Standing,
  type Supposed,
  type SupposingFault,
  type WhatIf,
  differencesOf,
  keptDecisions,
  supposing,
} from './supposing';
