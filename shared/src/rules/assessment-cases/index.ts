export { type AssessmentCase, assessmentCases } from './assessment-cases';
