export { type Mark, type Outcome, type SubjectVerdict, judgeSubjects, outcomeOf } from './judge-subjects';
export { type KeptPass, type PastRetake, type ResultDays, type Retake, keptPasses, retakeOf } from './retake-of';
