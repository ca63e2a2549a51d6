export {
  type Mark,
  type Outcome,
  SPECIAL_MARKS,
  type SpecialMark,
  type SubjectVerdict,
  judgeSubjects,
  outcomeOf,
} from './judge-subjects';
export {
  type RetakeScheme,
  type SchemeRow,
  type StandingScheme,
  chargesOf,
  schemeFor,
  subjectsUnder,
} from './retake-scheme';
export { type Attempt, type KeptPass, type NoRetake, type PassStanding, passStandingOf } from './pass-standing';
