export { AssessmentPart } from './assessment-part';
export { CandidatePart } from './candidate-part';
export { CasesScreen } from './cases-screen';
export { FactsPart } from './facts-part';
export { QueueScreen } from './queue-screen';
export { ReviewScreen } from './review-screen';
