export { AssessmentPart } from './assessment-part';
export { CandidatePart } from './candidate-part';
export { CasesScreen } from './cases-screen';
export { CorrectionScreen } from './correction-screen';
export { DeniedNote } from './denied-note';
export { DoubtedWordsScreen } from './doubted-words-screen';
export { ReviewScreen } from './review-screen';
export { ReviewsScreen } from './reviews-screen';
