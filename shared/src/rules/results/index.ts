export { type Mark, type Outcome, type SubjectVerdict, judgeSubjects, outcomeOf } from './judge-subjects';
export { type Attempt, type KeptPass, type NoRetake, type PassStanding, passStandingOf } from './pass-standing';
